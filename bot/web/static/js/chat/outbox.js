/**
 * Own messages on their way: kept until the server has stored them, sent one at a time and in order, each with one key for
 * all its attempts, so that a repeat never doubles it.
 */

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15000;

export class Outbox {
  /**
   * `send(item)` posts one message and throws a Problem; `stored(item, answer)`, `waiting(item, problem)` and
   * `refused(item, problem)` tell what became of it; `changed(count)` how many are on their way.
   */
  constructor(drawer, { send, stored, waiting, refused, changed }) {
    Object.assign(this, { drawer, send, stored, waiting, refused, changed });
    this.items = drawer.get() ?? [];
    this.busy = false;
    this.wait = FIRST_WAIT;
    this.timer = 0;
  }

  add(text) {
    const item = { key: crypto.randomUUID(), text, at: new Date().toISOString() };
    this.items.push(item);
    this.drawer.put(this.items);
    this.changed(this.items.length);
    return item;
  }

  /** The message that is being sent now, if any. */
  get underway() {
    return this.busy ? this.items[0] : undefined;
  }

  /** True once nothing waits to be sent; false when the attempt that runs now has failed. */
  async emptied() {
    await this.drain();
    while (this.busy) await new Promise((done) => setTimeout(done, 50));
    return this.items.length === 0;
  }

  remove(item) {
    this.items = this.items.filter((other) => other.key !== item.key);
    this.drawer.put(this.items);
  }

  /** Send all that waits. Safe to call at any time. */
  async drain() {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      while (this.items.length > 0 && (await this.attempt(this.items[0])));
    } finally {
      this.busy = false;
    }
  }

  /** One attempt for one message; true when the next one may go. */
  async attempt(item) {
    try {
      const answer = await this.send(item);
      this.wait = FIRST_WAIT;
      this.remove(item);
      this.stored(item, answer);
      this.changed(this.items.length);
      return true;
    } catch (problem) {
      if (problem.expired) {
        this.waiting(item, problem); // until the code was given
        return false;
      }
      if (problem.retry) {
        this.waiting(item, problem);
        this.timer = setTimeout(() => this.drain(), this.wait);
        this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
        return false;
      }
      this.remove(item);
      this.refused(item, problem);
      this.changed(this.items.length);
      return !problem.gone;
    }
  }
}
