/** Beside the talk: how far each block is, the code to go on later, and the notice line. */

const BLOCKS = {
  meta: "Uw melding", policy: "Uw polis en bedrijf", reporter: "Over u", claimant: "Uw klant", contract: "Afspraken met uw klant", timeline: "Wanneer",
  attack: "Het incident", extortion: "Losgeld", restoration: "Herstel", business_interruption: "Stilstand", liability: "De claim van uw klant",
  data_breach: "Gegevens", authorities: "Meldingen bij instanties", mitigation: "Maatregelen", documents: "Stukken",
  other_insurance: "Andere verzekeringen", outcome: "Uw wens", minimum: "Eerste vragen", consequence: "Verdiepende vragen", done: "Klaar",
};

/** The blocks of `progress` as [{label, done, total}]: `blocks` when it has them, else the one that is being asked now. */
export function blocks(progress) {
  const list = Array.isArray(progress?.blocks) ? progress.blocks : [progress ?? {}];
  return list
    .map(({ label, block, answered, total }) => ({ label: label ?? BLOCKS[block] ?? "Vragen", done: Number(answered), total: Number(total) }))
    .filter(({ done, total }) => Number.isFinite(done) && total > 0);
}

export class Panel {
  constructor({ list, code, notice }) {
    Object.assign(this, { list, code, notice });
  }

  progress(progress) {
    const rows = blocks(progress).map(({ label, done, total }) => {
      const row = document.createElement("li");
      const name = document.createElement("span");
      name.textContent = label;
      const count = document.createElement("span");
      count.className = "count";
      count.textContent = done >= total ? "klaar" : `${done} van ${total}`;
      const bar = document.createElement("progress");
      bar.max = total;
      bar.value = Math.min(done, total);
      bar.setAttribute("aria-label", `${label}: ${done} van ${total}`);
      row.classList.toggle("done", done >= total);
      row.append(name, count, bar);
      return row;
    });
    if (rows.length > 0) this.list.replaceChildren(...rows);
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
