"""Reading back: a block is left on a yes, or after two tries with its items marked as not confirmed."""

import re
from dataclasses import replace

from bot.claims import replies
from bot.claims.fields import FIELDS
from bot.claims.interpret import interpret
from bot.claims.model import Assertion, ClaimFile, Evidence, Heard, Log, Say
from bot.claims.planner import BLOCKS, CONFIRM, bot_messages
from bot.claims.signals import SAID_BY
from bot.claims.states import answered
from bot.claims.texts import listed

_TRIES = 2
_MOST_SHOWN = 6
_WRONG = ("utter_what_is_wrong", "utter_what_is_wrong_again")
_STRICT = ("phone", "email", "money", "money_period", "crypto_or_money", "date", "datetime", "duration")
_YES = ("ja", "klopt", "juist", "correct", "jawel", "inderdaad", "ok", "oké", "akkoord")


def is_block(ask: str | None) -> bool:
    """Whether the open question is about a block that was read back."""
    return (ask or "").removeprefix(CONFIRM) in BLOCKS and str(ask).startswith(CONFIRM)


def says_yes(heard: Heard) -> bool:
    words = re.findall(r"\w+", heard.text.casefold())
    if "niet" in words or not words:
        return False
    return heard.intent == "affirm" or words[0] in _YES


def says_no(heard: Heard) -> bool:
    words = re.findall(r"\w+", heard.text.casefold())
    return heard.intent in ("deny", "correct_previous") or "niet" in words or bool(words and words[0] in ("nee", "neen", "nope", "fout"))


def shown(block: str, file: ClaimFile) -> list[str]:
    """The fields of a block that are read back."""
    return [n for n in BLOCKS[block] if answered(file.fields.get(n)) and file.fields[n].status != "contradicted"]


def confirmed(file: ClaimFile, heard: Heard, *, changed: bool) -> tuple[Assertion, ...]:
    """The values of a block that was read back and found right. An estimate that is found right stays an estimate."""
    if not is_block(heard.ask) or changed or not says_yes(heard):
        return ()
    yes = Evidence(heard.message_id, 0, len(heard.text), heard.text)
    said_by = SAID_BY.get(heard.author, "insured")
    names = [n for n in shown(str(heard.ask).removeprefix(CONFIRM), file) if file.fields[n].status != "estimated"]
    return tuple(
        Assertion("field", n, file.fields[n].value, "confirmed", said_by, heard.message_id, heard.at, (*file.fields[n].evidence, yes))
        for n in names
    )


def corrected(file: ClaimFile, heard: Heard) -> tuple[Assertion, ...]:
    """A value that stands for one item of the block and can stand for no other: "0471 00 00 02" under one telephone number.

    For what `interpret` could not place. A name of an item in the message narrows the choice: "naam: An Peeters".
    """
    if not is_block(heard.ask) or says_yes(heard):
        return ()
    names = shown(str(heard.ask).removeprefix(CONFIRM), file)
    words = set(re.findall(r"[a-zà-ÿ]{4,}", heard.text.casefold()))
    named = [n for n in names if words & set(re.findall(r"[a-zà-ÿ]{4,}", f"{FIELDS[n].label} {FIELDS[n].label_be or ''}".casefold()))]
    found: dict[str, Assertion] = {}
    for name in named or [n for n in names if FIELDS[n].kind in _STRICT]:
        for a in interpret(replace(heard, ask=name, intents=()), file):
            if a.kind == "field" and a.name == name and a.value is not None and a.value != file.value(name):
                found[name] = replace(a, correction=True)
    return tuple(found.values()) if len(found) == 1 and (not named or FIELDS[next(iter(found))].kind in _STRICT) else ()


def after(log: Log, file: ClaimFile, heard: Heard, *, changed: bool) -> tuple[Say, ...] | None:
    """What to say after an answer to a block, or None when the block is left."""
    block = str(heard.ask).removeprefix(CONFIRM)
    said = bot_messages(log)
    times = sum(m.text_id == f"utter_readback_{block}" for m in said)
    if changed and times < _MOST_SHOWN:
        return (replies.readback(block, file, log.language),)
    if says_yes(heard) or changed:
        return None
    tries = sum(m.text_id in _WRONG and m.ask == heard.ask for m in said)
    if tries < _TRIES:
        return (Say(_WRONG[tries], {}, ask=heard.ask),)
    return None


def left_unconfirmed(file: ClaimFile, heard: Heard) -> tuple[Say, ...]:
    """Which items of the block stay without a yes."""
    names = [n for n in shown(str(heard.ask).removeprefix(CONFIRM), file) if file.fields[n].status != "confirmed"]
    return (Say("utter_block_unconfirmed", {"items": listed([replies.small(n, heard.language) for n in names])}),) if names else ()
