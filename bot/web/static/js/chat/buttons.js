/** The buttons and the small form around the talk: ready answers, a person, a new talk, an earlier one. */

const $ = (id) => document.getElementById(id);

/**
 * `say(text)` says a ready answer; `leave()` is told when this talk is left for a new one, `resumed()` when one is there again.
 * While `locked()` nothing goes out, so what waits goes out after the code was given. `unsaved()` is a sentence about what is filled
 * in and not saved, or empty.
 */
export function bindButtons({ talk, outbox, panel, say, leave, resumed, locked, unsaved }) {
  const trouble = (problem) => panel.say(problem.message, "trouble");

  /** What still has to be sent belongs to this talk: it goes out before another one begins. */
  const underway = () => {
    const held = outbox.items.length > 0 ? "Er is nog een bericht onderweg. Wacht tot het is verstuurd." : unsaved();
    if (held) panel.say(held, "trouble");
    return held !== "";
  };

  for (const button of document.querySelectorAll("[data-say]")) button.addEventListener("click", () => say(button.dataset.say));
  // The page comes back in the words of that country; the draft, the talk and what waits to be sent are kept by this browser.
  for (const button of document.querySelectorAll("[data-language-choice]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      location.assign(`${location.pathname}?taal=${button.value}`);
    });
  }
  $("human").addEventListener("click", () => talk.act("human").catch(trouble));
  const withdrawing = $("withdrawing");
  $("withdraw").addEventListener("click", () => withdrawing.showModal());
  withdrawing.addEventListener("close", () => {
    const yes = withdrawing.returnValue === "yes";
    withdrawing.returnValue = "";
    if (yes) talk.act("withdraw").catch(trouble);
  });
  $("fresh").addEventListener("click", () => {
    if (!locked() && underway()) return;
    leave();
    talk.forget();
    location.reload();
  });
  $("resume").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!locked() && underway()) return;
    try {
      await talk.resume(new FormData(event.target).get("code").trim());
      event.target.reset();
      panel.say("U gaat verder met uw eerdere gesprek.");
      resumed();
    } catch (problem) {
      trouble(problem);
    }
  });
}
