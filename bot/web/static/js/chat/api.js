/** Calls of the conversation API. Every failure is a `Problem` with one Dutch sentence for the person. */

const BASE = "/api/v1/conversations";
const SENTENCES = {
  0: "Er is geen verbinding. Uw bericht blijft hier staan. We proberen het vanzelf opnieuw.",
  413: "Dit bericht is te lang. Knip het in kleinere stukken en verstuur die na elkaar.",
  429: "Dat ging te snel. We proberen het zo opnieuw.",
};
const OTHERWISE = "Er ging iets mis bij ons. We proberen het zo opnieuw.";

export class Problem extends Error {
  /**
   * `retry`: the same call can succeed later. `gone`: this conversation can no longer be used from here. `expired`: it can, with
   * its code. `pointer`: what in the body was refused, or undefined.
   */
  constructor(sentence, status, code = "", pointer = undefined) {
    super(sentence);
    this.status = status;
    this.pointer = pointer;
    this.retry = status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;
    this.expired = code === "token_expired";
    this.gone = status === 401 || status === 403 || status === 404;
  }
}

async function problemOf(response) {
  let [detail, code, pointer] = ["", ""];
  if ((response.headers.get("Content-Type") ?? "").includes("json")) {
    const body = await response.json().catch(() => ({}));
    detail = typeof body.detail === "string" ? body.detail : "";
    code = body.code;
    pointer = typeof body.pointer === "string" ? body.pointer : undefined;
  }
  return new Problem(detail || SENTENCES[response.status] || OTHERWISE, response.status, code, pointer);
}

/** The headers that say who is calling. */
export function who({ token, csrf }) {
  return { ...(token && { Authorization: `Bearer ${token}` }), ...(csrf && { "X-CSRF-Token": csrf }) };
}

/** Call `path` under the conversations; returns the body with `httpStatus` added. */
export async function call(path, { method = "GET", body, key, ...caller } = {}) {
  const headers = { Accept: "application/json", ...who(caller) };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (key) headers["Idempotency-Key"] = key;
  let response;
  try {
    response = await fetch(BASE + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), cache: "no-store" });
  } catch {
    throw new Problem(SENTENCES[0], 0);
  }
  if (!response.ok) throw await problemOf(response);
  const answer = await response.json().catch(() => ({}));
  return { ...answer, httpStatus: response.status };
}

export const address = (path) => BASE + path;
