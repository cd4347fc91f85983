/** What this browser remembers of a conversation, so that a reload goes on where it was. */

/** A drawer of localStorage under `name`; where the browser refuses storage it lasts as long as the page. */
export function drawer(name) {
  let held = null;
  return {
    get() {
      try {
        return JSON.parse(localStorage.getItem(name)) ?? held;
      } catch {
        return held;
      }
    },
    put(value) {
      held = value;
      try {
        if (value === null) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(value));
      } catch {
        // Storage is full or forbidden: `held` serves until the page is closed.
      }
    },
  };
}
