"""The claim file as JSON, version 1 (DESIGN 4.5): plain dicts and lists, decimal strings, ISO instants, keys in a fixed order.

`fields` holds only what somebody spoke of or what follows from it; a field that is absent was never mentioned, one with
status "unknown" or "declined" was answered so. `transcript_sha256` is over the stored texts of the persons (not the bot),
in order, each followed by a NUL, in UTF-8.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from bot.claims.completeness import completeness, open_questions
from bot.claims.contradictions import contradictions
from bot.claims.deadlines import deadlines
from bot.claims.downtime import USUAL_HOURS, Clock, clock
from bot.claims.fold import fold
from bot.claims.model import Assertion, ClaimFile, Evidence, FieldState, LedgerLine, Log, LossState, Message
from bot.claims.papers import papers
from bot.claims.timeline import timeline
from bot.claims.totals import Totals, totals
from bot.claims.triage import triage

SCHEMA = "claim-file/1.0"
CLASSES = ("ransom", "restoration", "business_interruption", "other")


def plain(value: Any) -> Any:
    """`value` as JSON can hold it: decimals as strings without exponent, instants in ISO 8601, tuples as lists."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    if isinstance(value, set | frozenset):
        return sorted(plain(v) for v in value)
    return value


def transcript_sha256(messages: Iterable[Message]) -> str:
    """The hash of what the persons wrote, as stored, in order; the bot's own texts do not count."""
    digest = hashlib.sha256()
    for message in messages:
        if message.author != "bot":
            digest.update(message.text.encode("utf-8") + b"\0")
    return digest.hexdigest()


def _evidence(found: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [{"message_id": e.message_id, "start": e.start, "end": e.end, "quote": e.quote} for e in found]


def _answer(answer: Assertion) -> dict[str, Any]:
    return {
        "value": plain(answer.value),
        "status": answer.status,
        "said_by": answer.said_by,
        "at": answer.at.isoformat(),
        "message_id": answer.message_id,
        "correction": answer.correction,
        "evidence": _evidence(answer.evidence),
    }


def _field(state: FieldState) -> dict[str, Any]:
    return {
        "value": plain(state.value),
        "status": state.status,
        "said_by": state.said_by,
        "confidence": round(state.confidence, 4),
        "evidence": _evidence(state.evidence),
        "history": [_answer(answer) for answer in state.history],
    }


def _line(line: LedgerLine) -> dict[str, Any]:
    unit = {"asset": line.asset} if line.asset is not None else {"currency": line.currency}
    return {
        "role": line.role, "head": line.head, "party": line.party, "amount": line.amount, **unit,
        "vat_basis": line.vat_basis, "at": plain(line.at), "approx": line.approx, "evidence": _evidence(line.evidence),
    }  # fmt: skip


def _totals(found: Totals) -> dict[str, Any]:
    rows = [{**asdict(row), "heads": list(row.heads), "evidence": _evidence(row.evidence)} for row in found.rows]
    rates = [{**asdict(rate), "at": plain(rate.at)} for rate in found.rates]
    return {"rows": rows, "steps": [asdict(step) for step in found.steps], "rates": rates}


def _loss(loss: LossState) -> dict[str, Any]:
    return {
        "status": loss.status,
        "party": loss.party,
        "confidence": round(loss.confidence, 4),
        "amounts": [_line(line) for line in loss.amounts],
        "evidence": _evidence(loss.evidence),
    }


def _triage(file: ClaimFile, now: datetime) -> dict[str, Any]:
    found = triage(file, now)
    signals = []
    for signal in found.signals:
        quote = signal.evidence[0] if signal.evidence else None
        signals.append({"id": signal.id, "quote": quote.quote if quote else None, "message_id": quote.message_id if quote else None})
    return {"level": found.level, "signals": signals}


def _disclosures(log: Log, disclosed: Iterable[str]) -> list[dict[str, Any]]:
    known = set(disclosed)
    return [
        {"text_id": m.text_id, "message_id": m.id, "at": m.at.isoformat()} for m in log.messages if m.author == "bot" and m.text_id in known
    ]


DISCLOSED = (
    "utter_ai_disclosure", "utter_privacy_notice", "utter_urgent", "utter_person_now", "utter_ask_coverage", "utter_ask_guilt",
    "utter_ask_legal", "utter_agent_ask_legal", "utter_ask_promise", "utter_agent_ask_promise", "utter_ask_status",
    "utter_agent_ask_status", "utter_ask_computer", "utter_agent_ask_computer", "utter_ask_safe", "utter_agent_ask_safe",
    "utter_ask_readers", "utter_agent_ask_readers", "utter_distress", "utter_agent_distress", "utter_crisis", "utter_agent_crisis",
    "utter_restarted", "utter_agent_restarted", "utter_agent_privacy_question", "utter_ask_pay_ransom", "utter_privacy_question",
    "utter_ask_human", "utter_offer_person", "utter_agent_hello", "utter_agent_urgent", "utter_agent_ask_coverage",
    "utter_agent_ask_guilt", "utter_agent_ask_pay_ransom", "utter_ask_pay_claim", "utter_ask_advice", "utter_secret_masked",
    "utter_line_is_dutch_fr", "utter_line_is_dutch_en", "utter_line_is_dutch_de", "utter_agent_ask_pay_claim", "utter_agent_ask_advice",
    "utter_agent_secret_masked",
    "utter_person_warned", "utter_agent_person_warned", "utter_person_took_up", "utter_agent_person_took_up",
    "utter_danger_first", "utter_agent_danger_first", "utter_bank_first", "utter_agent_bank_first",
    "utter_no_promise", "utter_agent_no_promise", "utter_ask_secret", "utter_agent_ask_secret", "utter_insult", "utter_agent_insult",
    "utter_agent_ask_human",
)  # fmt: skip


def _downtime(found: Clock) -> dict[str, Any]:
    periods = [
        {
            "system": one.system or None,
            "start": plain(one.start),
            "end": plain(one.end),
            "said": plain(one.said),
            "running": one.running,
            "hours": _hours(one.lasted),
            "hours_excess": _hours(one.excess),
            "hours_qualifying": _hours(one.qualifying),
            "evidence": _evidence(one.evidence),
        }
        for one in found.periods
    ]
    return {"waiting_hours": found.waiting_hours, "waiting_source": found.source, "periods": periods}


def _hours(between: tuple[timedelta, timedelta] | None) -> dict[str, str] | None:
    """The least and the most, in hours with at most two decimals."""
    if between is None:
        return None
    least, most = (Decimal(one // timedelta(seconds=36)) / 100 for one in between)
    return {"least": f"{least.normalize():f}", "most": f"{most.normalize():f}"}


def claim_file(log: Log, file: ClaimFile | None = None, waiting_hours: int = USUAL_HOURS) -> dict[str, Any]:
    """The claim file of a conversation. `file` may be passed when it was folded already; the clock is the last message's."""
    file = fold(log.assertions) if file is None else file
    persons = [m.at for m in log.messages if m.author != "bot"]
    now = max([log.opened_at, *persons, *(a.at for a in log.assertions)])
    return {
        "schema": SCHEMA,
        "id": log.conversation_id,
        "number": log.number,
        "version": log.version or None,
        "status": log.status,
        "language": log.language,
        "channel": log.channel,
        "received_at": log.opened_at.isoformat(),
        "model": plain(log.model),
        "transcript_sha256": transcript_sha256(log.messages),
        "fields": {name: _field(state) for name, state in file.fields.items()},
        "losses": {name: _loss(file.losses[name]) for name in CLASSES if name in file.losses},
        "loss_types": [name for name in CLASSES if name in file.loss_types],
        "primary_loss": file.primary_loss,
        "fine_losses": {name: _loss(file.fine_losses[name]) for name in sorted(file.fine_losses)},
        "ledger": [_line(line) for line in file.ledger],
        "ledger_totals": _totals(totals(file)),
        "timeline": [
            {"at": plain(e.at), "event": e.event, "label": e.label, "status": e.status, "evidence": _evidence(e.evidence),
             "earliest": plain(e.earliest), "latest": plain(e.latest), "order_unsure": e.order_unsure}
            for e in timeline(file, log.language)
        ],
        "contradictions": [
            {"id": c.id, "fields": list(c.fields), "values": plain(c.values), "sources": _evidence(c.sources),
             "question": c.question, "resolved": c.resolved}
            for c in contradictions(file, log.language)
        ],
        "open_questions": [
            {"field": q.field, "question": q.question, "why": q.why, "asked_of": q.asked_of, "need": q.need, "said": q.said,
             "consequence": q.consequence}
            for q in open_questions(file, log.language)
        ],
        "deadlines": [
            {"type": d.type, "label": d.label, "due_at": plain(d.due_at), "precision": d.precision, "basis": d.basis,
             "clock_owner": d.clock_owner, "confidence": d.confidence, "done": d.done, "evidence": _evidence(d.evidence),
             "due_until": plain(d.due_until), "starts_at": plain(d.starts_at), "starts_from": d.starts_from, "counts": d.counts,
             "status": d.status, "jurisdiction": list(d.jurisdiction)}
            for d in deadlines(file, now)
        ],
        "downtime_clock": _downtime(clock(file, now, waiting_hours)),
        "triage": _triage(file, now),
        "completeness": completeness(file),
        "documents": [asdict(paper) for paper in papers(file, log.language)],
        "disclosures": _disclosures(log, DISCLOSED),
        "transcript": [{"id": m.id, "author": m.author, "at": m.at.isoformat(), "text": m.text} for m in log.messages],
    }  # fmt: skip
