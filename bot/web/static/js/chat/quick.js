/** Quick replies: the answers that a question allows, as buttons. A choice is sent as the words on the button. */

const YES_NO = ["Ja", "Nee"];
const SEVERAL = /^enum_multi$/;
const YES_OR_NO = /bool|confirm/;

/** The choices of a question as [{label}], from `ask.options` or from its kind. */
export function choices(ask) {
  const given = (ask?.options ?? []).map((option) => (typeof option === "string" ? option : (option.label ?? option.value)));
  if (given.length === 0 && (YES_OR_NO.test(ask?.kind ?? "") || ask?.field?.startsWith("confirm."))) return YES_NO;
  return given.filter((label) => typeof label === "string" && label !== "");
}

function button(label, className) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = label;
  return made;
}

export class Quick {
  /** `box` holds the buttons, `send(text)` says one answer; `drawer` keeps what was ticked but not sent, as {field, labels}. */
  constructor(box, drawer, send) {
    Object.assign(this, { box, drawer, send, field: undefined });
  }

  /** What was ticked for the open question but not sent; empty when nothing was. */
  get unsent() {
    const kept = this.drawer.get();
    return kept && kept.field === this.field ? kept.labels.join(", ") : "";
  }

  /** The question was answered, or left: nothing is ticked any more. */
  forget() {
    this.drawer.put(null);
  }

  /** Show the choices of `ask`, or none. */
  show(ask) {
    if (this.field === ask?.field && this.box.childElementCount > 0) return;
    this.field = ask?.field;
    this.box.replaceChildren();
    const labels = choices(ask);
    this.box.hidden = labels.length === 0;
    if (labels.length === 0) return;
    if (SEVERAL.test(ask.kind ?? "")) this.several(labels);
    else for (const label of labels) this.one(label);
    this.inSight();
  }

  /** Bring the choices in sight, unless the transcript is being filled: that scrolls once, at its end. */
  inSight() {
    if (!document.querySelector("#log[aria-busy]")) this.box.scrollIntoView({ block: "nearest" });
  }

  one(label) {
    const made = button(label, "chip");
    made.addEventListener("click", () => this.send(label));
    this.box.append(made);
  }

  /** More than one may be true: buttons that stay pressed, and one that sends the choice. */
  several(labels) {
    const kept = this.drawer.get();
    const chosen = new Set(kept?.field === this.field ? kept.labels.filter((label) => labels.includes(label)) : []);
    const ticked = () => labels.filter((label) => chosen.has(label));
    const done = button("Verstuur keuze", "chip chip-done");
    done.disabled = chosen.size === 0;
    for (const label of labels) {
      const made = button(label, "chip chip-toggle");
      made.setAttribute("aria-pressed", String(chosen.has(label)));
      made.addEventListener("click", () => {
        const on = !chosen.has(label);
        if (on) chosen.add(label);
        else chosen.delete(label);
        made.setAttribute("aria-pressed", String(on));
        done.disabled = chosen.size === 0;
        this.drawer.put(on || chosen.size > 0 ? { field: this.field, labels: ticked() } : null);
      });
      this.box.append(made);
    }
    done.addEventListener("click", () => this.send(ticked().join(", ")));
    this.box.append(done);
  }
}
