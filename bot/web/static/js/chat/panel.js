/** Beside the talk: how far the report is, the code to go on later, and the notice line. */

function line(className, ...texts) {
  const row = document.createElement("li");
  row.className = className;
  for (const [name, text] of texts) {
    const part = document.createElement("span");
    part.className = name;
    part.textContent = text;
    row.append(part);
  }
  return row;
}

export class Panel {
  /** `total` says how much is known, `basics` how much of the first questions, `list` what of each block. */
  constructor({ total, basics, list, code, notice }) {
    Object.assign(this, { total, basics, list, code, notice });
  }

  progress({ answered = 0, block, blocks = [] }) {
    // No share of all there is: what a claim needs grows with what is told, so that share can fall while one answers.
    this.total.textContent = answered === 1 ? "1 antwoord vastgelegd" : `${answered} antwoorden vastgelegd`;
    const rows = blocks.filter((one) => one.answered > 0).map((one) => {
      const done = one.answered >= one.total;
      return line(done ? "done" : one.block === block ? "now" : "", ["name", one.label ?? one.block], ["count", done ? "klaar" : `${one.answered} bekend`]);
    });
    this.list.replaceChildren(...rows);
    this.list.closest("details").hidden = rows.length === 0;
  }

  /** `missing` of the first questions are open; what does not apply here is not among them. */
  known(missing) {
    if (missing === undefined) return;
    const all = Number(this.basics.dataset.all);
    this.basics.textContent = missing === 0 ? "De basis is compleet." : `Basisvragen: ${Math.max(0, all - missing)} van de ${all} klaar.`;
  }

  resumeCode(code) {
    if (!code) return;
    this.code.textContent = code;
    this.code.closest("[hidden]")?.removeAttribute("hidden");
  }

  /** One line that stays until the next; an empty one hides it. `tone` is "calm" or "trouble". */
  say(text, tone = "calm") {
    if (this.notice.textContent === text) return;
    this.notice.textContent = text;
    this.notice.dataset.tone = tone;
    this.notice.classList.toggle("empty", text === "");
  }
}
