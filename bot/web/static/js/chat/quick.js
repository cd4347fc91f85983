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
  /** `box` holds the buttons, `send(text)` says one answer. */
  constructor(box, send) {
    this.box = box;
    this.send = send;
    this.field = undefined;
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
    const chosen = new Set();
    const done = button("Verstuur keuze", "chip chip-done");
    done.disabled = true;
    for (const label of labels) {
      const made = button(label, "chip chip-toggle");
      made.setAttribute("aria-pressed", "false");
      made.addEventListener("click", () => {
        const on = !chosen.has(label);
        if (on) chosen.add(label);
        else chosen.delete(label);
        made.setAttribute("aria-pressed", String(on));
        done.disabled = chosen.size === 0;
      });
      this.box.append(made);
    }
    done.addEventListener("click", () => this.send(labels.filter((label) => chosen.has(label)).join(", ")));
    this.box.append(done);
  }
}
