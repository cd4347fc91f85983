/** What is known of the report, looked up after each turn: the basics, ways to reach the person, and for an agent the facts. */

import { call } from "./api.js";

const PAUSE = 250; // several messages of one turn make one look
const SILENT = ["unknown", "declined"];
const REACHED_BY = ["reporter_phone", "reporter_email", "preferred_contact"];

function row(label, text) {
  const made = document.createElement("div");
  for (const [name, words] of [["dt", label], ["dd", text]]) {
    const part = document.createElement(name);
    part.textContent = words;
    made.append(part);
  }
  return made;
}

export class Known {
  /** `caller()` is {id, token, csrf} of the talk, or nothing; `basics(missing)` is told how many basics are still open. */
  constructor({ caller, basics, facts, level }) {
    Object.assign(this, { caller, basics, facts, level });
    this.timer = 0;
    this.looks = 0;
  }

  /** Look soon; what fails now is looked up at the next turn. */
  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look().catch(() => {}), PAUSE);
  }

  async look() {
    const caller = this.caller();
    if (!caller.id) return;
    const look = ++this.looks;
    const file = await call(`/${caller.id}/claim-file`, caller);
    if (look !== this.looks) return; // a later look is on its way
    this.basics(file.completeness?.minimum_notice?.missing?.length);
    if (this.facts) await this.show(caller.id, look);
  }

  /** The facts in the words of the staff's pages, which the server keeps. */
  async show(id, look) {
    const response = await fetch(`/balie/feiten/${id}`, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (!response.ok || response.redirected || look !== this.looks) return;
    const { level, level_word, facts } = await response.json();
    this.level.textContent = `${level} · ${level_word}`;
    this.level.className = `urgency level-${level}`;
    this.facts.replaceChildren(...facts.map(([label, text]) => row(label, text)));
    this.facts.nextElementSibling.hidden = facts.length > 0;
  }

  /** Whether anybody can reach the person; undefined when that cannot be looked up now. */
  async reachable() {
    const caller = this.caller();
    try {
      const { fields = {} } = await call(`/${caller.id}/claim-file`, caller);
      return REACHED_BY.some((name) => fields[name]?.value != null && !SILENT.includes(fields[name].status));
    } catch {
      return undefined;
    }
  }
}
