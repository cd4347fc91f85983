/** Handing in: asks first, says what is still open, sends what was not sent yet, and leaves the focus at the answer. */

const $ = (id) => document.getElementById(id);

/**
 * `known` looks up whether anybody can be reached, `unsent()` gives the answers typed or ticked but not sent, `flush()` sends
 * them and is true once all are stored, `act()` hands in, `newest()` is the last message on the page; `unsaved()` is a sentence about
 * what is filled in beside the talk and not saved, or empty.
 */
export function bindHandIn({ known, unsent, flush, act, newest, trouble, unsaved }) {
  const dialog = $("confirm");
  let busy = false;

  async function handIn() {
    if (busy) return;
    busy = true;
    try {
      if (!(await flush())) throw new Error("Uw laatste bericht is nog niet verstuurd. Probeer het zo opnieuw.");
      const before = newest();
      await act();
      const item = newest();
      focus(item && item !== before ? item : $("text"));
    } catch (problem) {
      trouble(problem);
      $("text").focus();
    } finally {
      busy = false;
    }
  }

  $("submit").addEventListener("click", async () => {
    if (busy || dialog.open) return;
    if (unsaved()) {
      trouble(new Error(unsaved()));
      return;
    }
    $("confirm-draft").hidden = unsent().length === 0;
    $("confirm-contact").hidden = (await known.reachable()) !== false;
    if (!dialog.open) dialog.showModal();
  });
  // The answer is the button's value; Escape closes with an empty one.
  dialog.addEventListener("close", () => {
    const yes = dialog.returnValue === "yes";
    dialog.returnValue = "";
    if (yes) handIn();
  });
}

/** A message takes the focus once, to be read from there on. */
export function focus(item) {
  if (item.tabIndex < 0) item.tabIndex = -1;
  item.focus();
}
