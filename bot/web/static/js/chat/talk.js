/** One conversation: opens or resumes it, says things in order, and keeps the page equal to what the server has. */

import { Problem, address, call, who } from "./api.js";
import { follow } from "./stream.js";

const QUEUED = "Uw bericht is bewaard; we proberen het opnieuw.";
const OFFLINE = "Er is nu geen verbinding. Wat u schrijft, blijft hier staan en wordt vanzelf verstuurd.";

export class Talk {
  /**
   * `page` shows what happens (see main.js); `begun` is a conversation that was begun without scripts, or null. With `chosen` the
   * language was picked just now, and a conversation that was begun goes on in it.
   */
  constructor({ drawer, begun, channel, language, chosen, csrf, page }) {
    Object.assign(this, { drawer, channel, language, chosen, csrf, page });
    this.session = drawer.get() ?? begun;
    this.stop = () => {};
  }

  get caller() {
    return { token: this.session?.token, csrf: this.csrf };
  }

  /** Go on with the remembered conversation, else open a new one. Throws a Problem when neither works, or when the code is needed. */
  async start() {
    if (this.session) {
      try {
        await this.refresh();
        if (this.chosen) await this.speak().catch(() => {}); // a talk that was closed keeps its words
        this.page.opened(this.session);
        this.listen();
        return;
      } catch (problem) {
        // Access that ended for want of use is asked for again: a new talk would part what is typed from what was said.
        if (!(problem instanceof Problem) || !problem.gone || problem.expired) throw problem;
        this.forget();
      }
    }
    this.keep(await call("", { method: "POST", body: { channel: this.channel, language: this.language }, csrf: this.csrf }));
  }

  /** Go on with the conversation of a resume code. */
  async resume(code) {
    const answer = await call("/resume", { method: "POST", body: { code }, csrf: this.csrf });
    this.forget();
    this.page.clear();
    this.keep({ ...answer, resume_code: code });
    await this.refresh();
  }

  keep(answer) {
    this.session = { id: answer.id, token: answer.access_token, code: answer.resume_code };
    this.drawer.put(this.session);
    this.page.opened(this.session);
    this.take(answer);
    this.listen();
  }

  forget() {
    this.stop();
    this.session = null;
    this.drawer.put(null);
  }

  /** The talk goes on in the language of the page. */
  speak() {
    return call(`/${this.session.id}/language`, { method: "PUT", body: { language: this.language }, ...this.caller });
  }

  /** Access has ended: the code that gives it back is no longer kept here, it must be typed. */
  lock() {
    this.stop();
    this.session = { ...this.session, code: undefined };
    this.drawer.put(this.session);
  }

  /** Fetch the whole transcript; what is shown already stays as it is. */
  async refresh() {
    this.take(await call(`/${this.session.id}/messages`, this.caller));
  }

  /** Post one message of the outbox. */
  async send({ key, text }) {
    const answer = await call(`/${this.session.id}/messages`, { method: "POST", body: { text }, key, ...this.caller });
    const queued = answer.status === "queued";
    this.page.notice(queued ? (answer.notice ?? QUEUED) : "", queued ? "trouble" : "calm");
    return answer;
  }

  /** Open the question of a field that was read back. */
  async change(field) {
    this.take(await call(`/${this.session.id}/fields/${field}/change`, { method: "POST", body: {}, ...this.caller }));
  }

  /** "human", "submit" or "withdraw". */
  async act(name) {
    this.take(await call(`/${this.session.id}/${name}`, { method: "POST", body: {}, key: crypto.randomUUID(), ...this.caller }));
    await this.refresh();
  }

  take(answer) {
    for (const message of answer.messages ?? []) this.page.message(message);
    if (answer.progress) this.page.progress(answer.progress);
    if (answer.claim_status) this.page.status(answer.claim_status);
  }

  listen() {
    this.stop();
    let lost = false;
    this.stop = follow(address(`/${this.session.id}/events`), who(this.caller), {
      event: (event) => this.happened(event),
      up: () => {
        if (lost) this.page.notice("");
        this.page.online();
        if (lost) this.refresh().catch(() => {});
        lost = false;
      },
      down: () => {
        if (!navigator.onLine) this.page.notice(OFFLINE, "trouble");
        lost = true;
      },
    });
  }

  /** A live event: a message, or how far the talk is; own messages that were still waiting are then looked up. */
  happened({ name, data }) {
    let news;
    try {
      news = JSON.parse(data);
    } catch {
      return;
    }
    if (name === "message") this.page.message(news);
    this.take(news);
    if (name === "state" && this.page.unsettled()) this.refresh().catch(() => {});
  }
}
