"""What a button leads to, and how far a conversation is: small compositions of the core's functions."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.claims import intake, replies, withdrawal
from bot.claims.fields import FIELDS, group_label
from bot.claims.model import Log, Say, Turn
from bot.claims.planner import for_agent, open_message

MINIMUM = "minimum"


def act(log: Log, what: str) -> Turn:
    """The turn of a button: "human", "submit" or "withdraw". A second press of the last two says and changes nothing."""
    if what == "human":
        text_id, disclosure = replies.SIDE["ask_human"]
        return Turn("", says=(Say(text_id, {}, disclosure=disclosure),))
    wanted = {"submit": "handed_over", "withdraw": "withdrawn"}[what]
    if log.status == wanted:
        return Turn("")
    says = intake.submitted() if what == "submit" else withdrawal.withdrawn(log)
    agent = log.channel == "call_centre_agent"
    return Turn("", says=tuple(replace(say, text_id=for_agent(say.text_id)) for say in says) if agent else says, status=wanted)


def progress(log: Log, claim_file: Mapping[str, Any]) -> Mapping[str, Any]:
    """{"answered", "total", "block", "blocks"}: what counts for this file, in all and per block; `block` is the one being asked."""
    about = claim_file["completeness"]
    groups: dict[str, dict[str, int]] = about["groups"]
    blocks = [
        {"block": name, "label": group_label(name, log.language), "answered": group["known"], "total": group["of"]}
        for name, group in groups.items()
        if group["of"]
    ]
    question = open_message(log)
    asked = question.ask if question and question.ask in FIELDS else None
    block = MINIMUM if about["minimum_notice"]["missing"] else (FIELDS[asked].group if asked else None)
    return {
        "answered": sum(one["known"] for one in groups.values()),
        "total": sum(one["of"] for one in groups.values()),
        "block": block,
        "blocks": blocks,
    }
