/**
 * Live updates: server-sent events read with fetch, because EventSource cannot send the token. Reconnects by itself and
 * resumes after the last event it saw.
 */

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 20000;

/** Read one connection to its end; `seen(id)` after each event that has one. */
async function read(body, { event, seen }) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    rest = (rest + value).replaceAll("\r\n", "\n");
    const blocks = rest.split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const one = parse(block);
      if (one.data !== undefined) event(one);
      if (one.id !== undefined) seen(one.id);
    }
  }
}

/** One event block as {id, name, data}; `data` is undefined for comments, which servers send to keep the line open. */
export function parse(block) {
  const one = { name: "message" };
  for (const line of block.split("\n")) {
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (field === "id") one.id = value;
    else if (field === "event") one.name = value;
    else if (field === "data") one.data = one.data === undefined ? value : `${one.data}\n${value}`;
  }
  return one;
}

/**
 * Follow `url` until the returned function is called. `event({id, name, data})` for each event, `up()` when a connection is
 * there (also again: what was missed before the first event id must be fetched), `down()` when it broke.
 */
export function follow(url, headers, { event, up, down }) {
  const stop = new AbortController();
  let last = null;
  let wait = FIRST_WAIT;
  const pause = () => new Promise((done) => setTimeout(done, wait));
  (async () => {
    while (!stop.signal.aborted) {
      try {
        const response = await fetch(url, {
          headers: { Accept: "text/event-stream", ...headers, ...(last !== null && { "Last-Event-ID": last }) },
          signal: stop.signal,
          cache: "no-store",
        });
        if (response.status >= 400 && response.status < 500 && response.status !== 429) return;
        if (response.ok) {
          wait = FIRST_WAIT;
          up();
          await read(response.body, { event, seen: (id) => { last = id; } });
        }
      } catch {
        // The line broke (or was cut by `stop`): told below, and tried again.
      }
      if (stop.signal.aborted) return;
      down();
      await pause();
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  })();
  return () => stop.abort();
}
