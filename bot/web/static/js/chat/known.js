/** What is known of the report, looked up after each turn: the basics, ways to reach the person, and an agent's form. */

import { call } from "./api.js";

const PAUSE = 250; // several messages of one turn make one look
const SILENT = ["unknown", "declined"];
const REACHED_BY = ["reporter_phone", "reporter_email", "preferred_contact"];

export class Known {
  /**
   * `caller()` is {id, token, csrf} of the talk, or nothing; `basics(missing)` is told how many basics are still open; `form` is the
   * agent's, which is refreshed too, or null.
   */
  constructor({ caller, basics, form }) {
    Object.assign(this, { caller, basics, form });
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
    await this.form?.refresh();
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
