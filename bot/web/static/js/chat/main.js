/** The chat page: binds the parts to the elements of `chat/page.html`. */

import { bindButtons } from "./buttons.js";
import { Composer } from "./composer.js";
import { bindHandIn } from "./handin.js";
import { Known } from "./known.js";
import { Log } from "./log.js";
import { drawer } from "./memory.js";
import { Outbox } from "./outbox.js";
import { Panel } from "./panel.js";
import { Quick } from "./quick.js";
import { Talk } from "./talk.js";

const $ = (id) => document.getElementById(id);
const { channel, csrf, conversation, token, code, language, chosen, handler, report } = document.body.querySelector("main").dataset;
const store = (name) => drawer(`claimloket.${channel}.${name}`);
const left = store("left"); // a talk begun without scripts, after which a new one was begun
const begun = conversation && conversation !== left.get() ? { id: conversation, token, code: code || undefined } : null;
const own = channel === "call_centre_agent" ? "agent" : "insured";
const capital = (word) => word[0].toUpperCase() + word.slice(1);
const log = new Log($("log"), own, capital(handler), (field) => talk.change(field).then(() => composer.area.focus()).catch((problem) => panel.say(problem.message, "trouble")));
const panel = new Panel({ total: $("total"), basics: $("basics"), list: $("progress"), code: $("code"), notice: $("notice") });
const quick = new Quick($("choices"), store("ticked"), say);
const caller = () => ({ id: talk.session?.id, ...talk.caller });
const desk = $("fields") && (await import("../desk/form.js")); // on an agent's page only
const form = desk && new desk.DeskForm({ list: $("fields"), level: $("level"), caller, saved: (answer) => talk.take(answer) });
const known = new Known({ caller, basics: (missing) => panel.known(missing), form });
const length = (text) => Array.from(text).length;
let open = false;
let failed = false;
let needsCode = ""; // the sentence that asks for the code, while it is needed

const page = {
  message(message) {
    const underway = outbox.underway;
    const shown = log.byId.has(message.id);
    const ours = !shown && message.author === own && underway && length(message.text) === length(underway.text.replaceAll("\r\n", "\n"));
    if (ours) log.adopt(underway.key, message.id, message.text);
    log.show(message);
    if (shown) return;
    if (message.author === own) {
      told();
      quick.show();
    } else {
      $("typing").hidden = true;
      if (!log.unsettled()) panel.say("");
      if (message.ask) quick.show(message.ask);
    }
  },
  unsettled: () => log.unsettled(),
  clear() {
    log.clear();
    form?.clear();
    quick.forget();
    quick.show();
  },
  progress(progress) {
    panel.progress(progress);
    known.soon();
  },
  status(status) {
    document.body.dataset.status = status;
    const sent = ["validated", "handed_over"].includes(status);
    $("submit").textContent = `${capital(report)} ${sent ? "is verstuurd" : "versturen"}`;
    $("submit").disabled = sent || status === "withdrawn";
    $("withdraw").hidden = ["withdrawn", "rejected"].includes(status);
    $("before").hidden = sent;
    $("after").hidden = !sent;
  },
  notice: (text, tone) => panel.say(text, tone),
  online: () => outbox.drain(),
  opened: ({ code }) => panel.resumeCode(code),
};

const talk = new Talk({ drawer: store("session"), begun, channel, language, chosen: chosen !== undefined, csrf, page });

const outbox = new Outbox(store("outbox"), {
  send: (item) => talk.send(item),
  changed: (count) => { log.box.dataset.underway = count; },
  stored(item, answer) {
    const mine = answer.messages.find((one) => one.author === own);
    if (mine) log.adopt(item.key, mine.id, mine.text);
    talk.take(answer);
    $("typing").hidden = true;
  },
  waiting(item, problem) {
    log.stateOf(item.key, "waiting");
    $("typing").hidden = true;
    panel.say(problem.message, "trouble");
    if (problem.expired) askForCode(problem.message);
  },
  refused(item, problem) {
    log.drop(item.key);
    $("typing").hidden = true;
    panel.say(problem.message, "trouble");
    composer.giveBack(item.text);
  },
});

const composer = new Composer($("say"), store("draft"), say);

/** After the first words the box need not be as large as for a whole story. */
function told() {
  $("say").classList.remove("story");
  composer.grow();
}

function say(text) {
  panel.say(needsCode, "trouble");
  quick.forget();
  quick.show();
  told();
  log.pending(outbox.add(text));
  $("typing").hidden = needsCode !== "";
  if (open) outbox.drain();
  composer.area.focus();
}

/** Typed or ticked, but not sent yet. */
const unsent = () => [quick.unsent, composer.area.value].filter((text) => text.trim() !== "");

/** Send what was not sent yet; true once the server has it all. */
async function flush() {
  const texts = unsent();
  composer.put("");
  for (const text of texts) say(text);
  return (await outbox.emptied()) && composer.area.value === "";
}

/** Where the eye and the keyboard begin: at the top of a new talk, at the end of one that goes on. */
function settle() {
  if (!log.box.querySelector(".mine")) {
    scrollTo(0, 0);
    return;
  }
  log.goOn();
  quick.inSight();
  if (document.activeElement === document.body) composer.area.focus({ preventScroll: true });
}

/** Access to this talk has ended: nothing goes out until the code is given, and what is typed stays. */
function askForCode(sentence) {
  open = false;
  needsCode = sentence;
  $("typing").hidden = true;
  talk.lock();
  $("have-code").open = true;
  $("resume-code").focus();
}

/** The code was right: the talk is there again, and what waited goes out. */
function resumed() {
  open = true;
  needsCode = "";
  $("welcome")?.remove();
  for (const item of outbox.items) log.pending(item);
  outbox.drain();
}

async function start() {
  log.box.setAttribute("aria-busy", "true");
  try {
    await talk.start();
    open = true;
    $("welcome")?.remove();
    if (failed) panel.say("");
    failed = false;
    outbox.drain();
  } catch (problem) {
    panel.say(problem.message, "trouble");
    failed = true;
    if (problem.retry) setTimeout(start, 3000);
    if (problem.expired) askForCode(problem.message);
  } finally {
    log.box.removeAttribute("aria-busy");
    if (open) settle();
  }
}

const unsaved = () => form?.unsaved ?? "";
bindButtons({ talk, outbox, panel, say, resumed, unsaved, locked: () => !open, leave() {
  left.put(conversation);
  quick.forget();
} });
bindHandIn({ known, unsent, unsaved, flush, act: () => talk.act("submit"), newest: () => log.newest, trouble: (problem) => panel.say(problem.message, "trouble") });
addEventListener("online", () => outbox.drain());
for (const part of document.querySelectorAll("[data-scripts]")) part.hidden = false;
log.clear();
for (const item of outbox.items) log.pending(item);
start();
