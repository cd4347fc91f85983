/** The box to write in: grows with the text, Enter sends, Shift and Enter makes a new line. A draft survives a reload. */

export class Composer {
  constructor(form, drawer, send) {
    this.form = form;
    this.area = form.querySelector("textarea");
    this.drawer = drawer;
    this.phone = matchMedia("(max-width: 40rem)");
    this.area.value = drawer.get() ?? this.area.value;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit(send);
    });
    this.area.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit(send);
    });
    this.area.addEventListener("input", () => {
      this.drawer.put(this.area.value);
      this.grow();
    });
    // What scrolls into sight must not end up behind this box, however tall it is now.
    new ResizeObserver(() => document.documentElement.style.setProperty("--say-height", `${form.offsetHeight}px`)).observe(form);
    this.grow();
  }

  submit(send) {
    const text = this.area.value;
    if (text.trim() === "") {
      this.area.focus();
      return;
    }
    this.put("");
    send(text);
  }

  put(text) {
    this.area.value = text;
    this.drawer.put(text === "" ? null : text);
    this.grow();
  }

  /** Give a refused text back, unless the person is writing something else by now. */
  giveBack(text) {
    if (this.area.value.trim() === "") this.put(text);
    this.area.focus();
  }

  grow() {
    this.area.rows = this.phone.matches ? 1 : 2;
    this.area.style.height = "auto";
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
  }
}
