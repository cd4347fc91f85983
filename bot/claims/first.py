"""What comes before everything else in an answer, once each: danger to people (112), money that a bank can still stop, no promises yet."""

from datetime import datetime

from bot.claims import replies
from bot.claims.model import ClaimFile, Heard, Log, Say
from bot.claims.planner import bot_messages
from bot.claims.triage import triage

DANGER, BANK, NO_PROMISE = "utter_danger_first", "utter_bank_first", "utter_no_promise"
_BY_SIGNAL = {"T6": DANGER, "T5": BANK, "T10": NO_PROMISE}
_SAME = ("utter_ask_guilt", "utter_ask_pay_claim")  # these tell the same as NO_PROMISE
EMERGENCY = "112"


def texts(log: Log, file: ClaimFile, heard: Heard, says: tuple[Say, ...]) -> tuple[Say, ...]:
    """The texts that go before `says`: those whose signal stands in the file and that were not said yet."""
    standing = triage(file, heard.at).ids
    said = {m.text_id for m in bot_messages(log)}
    wanted = [text for signal, text in _BY_SIGNAL.items() if signal in standing and text not in said]
    if any(say.text_id.replace("utter_agent_", "utter_") in _SAME for say in says):
        wanted = [text for text in wanted if text != NO_PROMISE]
    return tuple(Say(text, disclosure=True) for text in wanted)


def with_urgent(log: Log, file: ClaimFile, at: datetime) -> dict[str, str]:
    """The facts of the text for urgent files: whether it speaks of attackers, and of 112 when that is not said by itself."""
    alone = "T6" in triage(file, at).ids and DANGER not in {m.text_id for m in bot_messages(log)}
    return {**replies.about_attackers(file), **({} if alone else {"emergency": EMERGENCY})}
