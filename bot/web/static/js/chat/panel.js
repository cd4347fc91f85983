/** Beside the talk: how far the report is, per block, the code to go on later, and the notice line. */

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
  /** `total` says how much is known, `list` holds the blocks, `code` and `notice` are where these are shown. */
  constructor({ total, list, code, notice }) {
    Object.assign(this, { total, list, code, notice });
  }

  progress({ answered = 0, block, blocks = [] }) {
    // No share of all there is: what a claim needs grows with what is told, so that share can fall while one answers.
    this.total.textContent = answered === 1 ? "1 antwoord vastgelegd" : `${answered} antwoorden vastgelegd`;
    const rows = blocks.map((one) => {
      const done = one.answered >= one.total;
      const count = done ? "klaar" : `${one.answered} van ${one.total}`;
      return line(done ? "done" : one.block === block ? "now" : "", ["name", one.label ?? one.block], ["count", count]);
    });
    this.list.replaceChildren(...rows);
    this.list.closest("details").hidden = rows.length === 0;
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
