/** The form of one field: fetched when it is opened, saved through the API, its refusals beside the control they are about. */

import { call } from "../chat/api.js";
import { lines, placed, read } from "./read.js";

const INTERVENED = "Intussen vastgelegd in het gesprek: ";

export class FieldForm {
  /** `box` is the field's `details`; `caller()` is {id, token, csrf}; `saved(answer)` is told what an edit led to. */
  constructor(box, { caller, saved }) {
    Object.assign(this, { box, caller, saved });
    this.body = box.querySelector(".desk-body");
    box.addEventListener("toggle", () => (box.open ? this.load() : this.close()));
    this.body.addEventListener("input", () => this.touched());
    this.body.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
    this.body.addEventListener("click", (event) => this.clicked(event.target.closest("button")));
  }

  get form() {
    return this.body.querySelector("form");
  }

  /** Somebody is filling it in: nothing may replace what is typed. */
  get busy() {
    return this.box.dataset.dirty !== undefined || (this.body.contains(document.activeElement) && document.activeElement.matches("input, select, textarea"));
  }

  async load() {
    const response = await fetch(`/balie/formulier/${this.caller().id}/${this.box.dataset.field}`, { cache: "no-store" }).catch(() => null);
    if (this.box.dataset.dirty !== undefined) return; // opened again with what was typed
    if (!response?.ok || response.redirected) {
      this.body.textContent = "Dit formulier is nu niet te openen. Probeer het zo opnieuw.";
      return;
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!this.box.open || this.busy) return;
    this.body.replaceChildren(document.importNode(page.querySelector("form"), true));
  }

  /** Closed with nothing typed: it opens afresh. What was typed stays, and the list says so. */
  close() {
    if (this.box.dataset.dirty === undefined) this.body.replaceChildren();
  }

  /** What was typed is not wanted. */
  drop() {
    delete this.box.dataset.dirty;
    this.box.open = false;
    this.box.querySelector("summary").focus();
  }

  /** Something else was recorded, which reads `value`: shown at once, unless somebody is filling in this form. */
  changed(value) {
    if (!this.box.open || !this.form) return;
    if (this.busy) this.tell(value ? INTERVENED + value : "");
    else this.load();
  }

  touched() {
    this.box.dataset.dirty = "";
    this.tell("");
  }

  tell(text) {
    this.form.querySelector("[data-told]").textContent = text;
  }

  clicked(button) {
    if (!button) return;
    const { status, add, remove, put, drop } = button.dataset;
    if (status) this.send({ status });
    if (drop !== undefined) this.drop();
    if (add !== undefined) this.more(button.closest("[data-value=rows]"));
    if (remove !== undefined) this.less(button.closest("[data-row]"));
    if (put) {
      const area = button.closest("[data-value]").querySelector("[data-in]");
      area.value = put;
      this.touched();
      area.focus();
    }
  }

  more(rows) {
    const made = document.importNode(rows.querySelector(":scope > template").content, true).firstElementChild;
    const mark = crypto.randomUUID().slice(0, 8); // labels and radio buttons of a row are its own
    for (const one of made.querySelectorAll("[id]")) one.id += mark;
    for (const one of made.querySelectorAll("label[for]")) one.htmlFor += mark;
    for (const one of made.querySelectorAll("input[name]")) one.name += mark;
    rows.querySelector("[data-list]").append(made);
    made.querySelector("input, select, textarea").focus();
  }

  less(row) {
    const rows = row.closest("[data-value=rows]");
    row.remove();
    this.touched();
    if (lines(rows).length === 0) this.more(rows);
    else rows.querySelector("[data-add]").focus();
  }

  save() {
    const value = read(this.form.querySelector("[data-value]"));
    const estimated = this.form.querySelector("[data-estimated]")?.checked;
    if (value === undefined) this.refused({ message: "Er is nog niets ingevuld." });
    else this.send({ value, ...(estimated && { status: "estimated" }) });
  }

  async send(body) {
    const { id, ...caller } = this.caller();
    const buttons = [...this.form.querySelectorAll("button")];
    for (const one of buttons) one.disabled = true;
    try {
      const answer = await call(`/${id}/fields/${this.box.dataset.field}`, { method: "PATCH", body, ...caller });
      delete this.box.dataset.dirty;
      this.box.open = false;
      this.box.querySelector("summary").focus();
      this.saved(answer);
    } catch (problem) {
      for (const one of buttons) one.disabled = false;
      this.refused(problem);
    }
  }

  /** The reason beside the control it is about; without a place, or when that is the whole form, above the buttons. */
  refused(problem) {
    for (const one of this.form.querySelectorAll("[aria-invalid]")) one.removeAttribute("aria-invalid");
    const error = this.form.querySelector("[data-whole]");
    const root = this.form.querySelector("[data-value]");
    const place = placed(root, problem.pointer ?? "#/value");
    error.id = `${this.form.dataset.name}-error`;
    error.textContent = problem.message;
    error.hidden = false;
    const control = place.matches("input, select, textarea") ? place : place.querySelector("input, select, textarea");
    (control?.closest(".desk-cells, .desk-single, .desk-choices") ?? root).after(error);
    control?.setAttribute("aria-invalid", "true");
    control?.setAttribute("aria-describedby", error.id);
    control?.focus();
  }
}
