/** The transcript on the page: one element a message, made once, with textContent only. */

const STATES = {
  sending: "wordt verstuurd",
  stored: "bewaard",
  heard: "verwerkt",
  queued: "bewaard, in de wacht",
  waiting: "nog niet verstuurd, we proberen het opnieuw",
};
const OF_SERVER = { stored: "stored", queued: "queued", heard: "heard" };
const CLOCK = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit" });

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

export class Log {
  /** `box` is the element with role log; `own` the author whose messages were typed here; `handler` the name of an adjuster. `change(field)` opens a question. */
  constructor(box, own, handler, change) {
    this.box = box;
    this.change = change;
    this.own = own;
    this.names = { bot: "Digitale assistent", system: "Bericht van het systeem", adjuster: handler, agent: "Medewerker", insured: "Verzekerde" };
    this.byId = new Map();
    this.byKey = new Map();
  }

  build(author, text, at) {
    const mine = author === this.own;
    const item = element("article", mine ? "msg mine" : `msg from-${author}`);
    item.dataset.author = author;
    const head = element("p", "msg-head");
    head.append(element("span", "msg-who", mine ? (this.own === "agent" ? "Balie" : "U") : (this.names[author] ?? author)));
    const time = element("time", "msg-at", CLOCK.format(new Date(at)));
    time.dateTime = at;
    head.append(" ", time);
    item.append(head, element("p", "msg-text", text));
    if (mine) item.append(element("p", "msg-state"));
    return item;
  }

  /** Show a message of the server; a message already shown only gets its newer state. Returns its element. */
  show(message) {
    const old = this.byId.get(message.id);
    if (old) {
      // The live stream can tell of an earlier state after the answer told of a later one: heard stays heard.
      if (message.state && old.dataset.state !== "heard") this.state(old, OF_SERVER[message.state]);
      return old;
    }
    const item = this.build(message.author, message.text, message.at);
    item.dataset.id = message.id;
    if (message.ask?.field) item.dataset.ask = message.ask.field;
    if (message.items?.length) this.changes(item, message.items);
    this.byId.set(message.id, item);
    this.box.insertBefore(item, this.box.querySelector("[data-key]"));
    if (message.author === this.own) this.state(item, OF_SERVER[message.state] ?? "stored");
    // What was answered was heard; the answer comes live, the new state of the question does not.
    if (message.reply_to && this.byId.has(message.reply_to)) this.state(this.byId.get(message.reply_to), "heard");
    this.scroll(item);
    return item;
  }

  /** A button for each value that was read back; only the newest reading of a block has them. */
  changes(item, items) {
    const row = element("p", "changes");
    for (const { field, label } of items) {
      const small = /^\w+[A-Z]/.test(label) ? label : label[0].toLowerCase() + label.slice(1);
      const made = element("button", "link change", `Wijzig ${small}`);
      made.type = "button";
      made.addEventListener("click", () => this.change(field));
      row.append(made);
    }
    item.querySelector(".msg-text").after(row);
    for (const old of this.box.querySelectorAll(`[data-ask="${item.dataset.ask}"] .changes`)) old.remove();
  }

  /** Show an own message before the server has it. */
  pending({ key, text, at }) {
    const item = this.build(this.own, text, at);
    item.dataset.key = key;
    this.byKey.set(key, item);
    this.box.append(item);
    this.state(item, "sending");
    this.scroll(item);
  }

  /** The server stored the message of `key` as `id`: the same element goes on under its id, with the text as stored. */
  adopt(key, id, text) {
    const item = this.byKey.get(key);
    if (!item) return;
    this.byKey.delete(key);
    delete item.dataset.key;
    if (this.byId.has(id)) {
      item.remove();
      return;
    }
    item.dataset.id = id;
    this.byId.set(id, item);
    if (text !== undefined) item.querySelector(".msg-text").textContent = text;
  }

  drop(key) {
    this.byKey.get(key)?.remove();
    this.byKey.delete(key);
  }

  clear() {
    for (const item of this.box.querySelectorAll(".msg")) item.remove();
    this.byId.clear();
    this.byKey.clear();
  }

  /** Whether an own message on the page was stored but not yet heard, as far as is known here. */
  unsettled() {
    return this.box.querySelector('[data-id][data-state="stored"], [data-id][data-state="queued"]') !== null;
  }

  stateOf(key, state) {
    const item = this.byKey.get(key);
    if (item) this.state(item, state);
  }

  state(item, state) {
    const line = item.querySelector(".msg-state");
    if (!line || !state || item.dataset.state === state) return;
    item.dataset.state = state;
    line.textContent = STATES[state];
  }

  /** Bring the newest in sight, or its beginning when it is taller than what is free above the box to write in. */
  scroll(item) {
    if (this.box.hasAttribute("aria-busy")) return;
    const free = innerHeight - parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom);
    item.scrollIntoView({ block: item.offsetHeight > free ? "start" : "nearest" });
  }

  /** The last message, if any. */
  get newest() {
    return this.box.querySelector(".msg:last-of-type");
  }

  /** After the transcript was filled at once: bring its end in sight, with what can be chosen. */
  goOn() {
    if (this.box.lastElementChild) this.scroll(this.box.lastElementChild);
  }
}
