/** Beside an agent's talk: all fields with what is recorded of each, refreshed after every turn, each with a form of its own. */

import { FieldForm } from "./field.js";

const fieldsOf = (node) => [...node.querySelectorAll("[data-field]")];

export class DeskForm {
  /** `list` holds the fields, `level` the urgency; `caller()` is {id, token, csrf}; `saved(answer)` is told what an edit led to. */
  constructor({ list, level, caller, saved }) {
    Object.assign(this, { list, level, caller, saved, forms: new Map(), looks: 0 });
    list.addEventListener("focusout", () => setTimeout(() => this.late?.(), 0));
  }

  /** Fetch the list again; a later look wins. */
  async refresh() {
    const { id } = this.caller();
    const look = ++this.looks;
    const response = await fetch(`/balie/formulier/${id}`, { cache: "no-store" });
    if (!response.ok || response.redirected || look !== this.looks) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html").querySelector(".desk-list");
    if (look !== this.looks) return;
    this.level.textContent = `${page.dataset.level} · ${page.dataset.levelWord}`;
    this.level.className = `urgency level-${page.dataset.level}`;
    this.renew(document.importNode(page, true));
  }

  /** One sentence about what was filled in and not saved; empty when all is. */
  get unsaved() {
    const names = [...this.list.querySelectorAll("[data-dirty] .desk-name")].map((one) => one.firstChild.textContent.trim());
    return names.length > 0 ? `Nog niet opgeslagen: ${names.join(", ")}. Sla het op, of kies: niet bewaren.` : "";
  }

  /** A talk with another caller: all of it is new. */
  clear() {
    this.forms.clear();
    this.list.replaceChildren();
  }

  /** What is recorded now, in the fields that are shown; then the fields in their new order, unless somebody fills one in. */
  renew(fresh) {
    const shown = new Map(fieldsOf(this.list).map((box) => [box.dataset.field, box]));
    for (const box of fieldsOf(fresh)) {
      const old = shown.get(box.dataset.field);
      if (old) this.update(old, box);
    }
    if ([...this.forms.values()].some((form) => form.busy)) {
      this.late = () => this.refresh().catch(() => {});
      return;
    }
    this.late = undefined;
    this.place(fresh, shown);
  }

  update(old, box) {
    old.toggleAttribute("data-asked", box.hasAttribute("data-asked"));
    const summary = old.querySelector("summary");
    if (summary.innerHTML !== box.querySelector("summary").innerHTML) {
      summary.replaceChildren(...[...box.querySelector("summary").childNodes].map((one) => one.cloneNode(true)));
    }
    if (old.dataset.version === box.dataset.version) return;
    old.dataset.version = box.dataset.version;
    this.forms.get(old.dataset.field)?.changed(summary.querySelector(".desk-value")?.textContent.trim());
  }

  /** Put the fields that exist where the fresh list has them, so that what is open stays open. */
  place(fresh, shown) {
    const focused = document.activeElement?.closest("[data-field]")?.dataset.field;
    const top = this.list.scrollTop;
    for (const group of this.list.querySelectorAll("details.desk-group[open]")) {
      fresh.querySelector(`details.desk-group[data-group="${group.dataset.group}"]`)?.setAttribute("open", "");
    }
    for (const box of fieldsOf(fresh)) {
      const old = shown.get(box.dataset.field);
      if (old) box.replaceWith(old);
      else this.forms.set(box.dataset.field, new FieldForm(box, { caller: this.caller, saved: this.saved }));
    }
    this.list.replaceChildren(...fresh.childNodes);
    this.list.scrollTop = top;
    if (focused) this.list.querySelector(`[data-field="${focused}"] > summary`)?.focus({ preventScroll: true });
  }
}
