"""The JSON Schema (2020-12) of the claim file, made from `fields.toml`.

`python -m bot.claims.schema` writes `docs/claim-file.schema.json` and `docs/fields.md`; a test says when they are stale.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from bot.claims.consequences import Consequence
from bot.claims.contradictions import RULES
from bot.claims.deadlines import TERMS, State
from bot.claims.fields import FIELDS, GROUP_LABELS, Field, Part, Typed, group_label
from bot.claims.model import LossStatus, Party, SaidBy, Status
from bot.claims.records import LinkState
from bot.claims.same_event import Kind
from bot.claims.triage import SIGNALS
from bot.claims.values import PRECISIONS, VAT
from bot.claims.variants import DUTCH

DOCS = Path(__file__).parent.parent.parent / "docs"
Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_DECIMAL: Schema = {"type": "string", "pattern": r"^\d+(\.\d+)?$"}
_INSTANT: Schema = {"type": "string", "format": "date-time"}
_NEED = {"minimum": "eerste melding", "required": "nodig", "optional": "mag"}


def _object(properties: Mapping[str, Schema], *, optional: tuple[str, ...] = (), more: bool = False) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": more}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


_BY_KIND: Mapping[str, Schema] = {
    "bool": {"type": "boolean"},
    "text": _TEXT,
    "string": _TEXT,
    "phone": _TEXT,
    "email": _TEXT,
    "decimal": _DECIMAL,
    "date": _ref("moment"),
    "datetime": _ref("moment"),
    "duration": _ref("duration"),
    "crypto_or_money": {"anyOf": [_ref("crypto"), _ref("money")]},
    "country_list": {"anyOf": [_list(_TEXT), _TEXT]},
}


def value_schema(typed: Typed) -> Schema:
    """The schema of a value of a field, or of a part of one."""
    codes = {"type": "string", "enum": list(typed.codes)}
    kind = typed.kind
    if kind == "enum":
        return codes
    if kind == "enum_multi":
        return {**_list(codes), "minItems": 1, "uniqueItems": True}
    if kind == "integer":
        return {"type": "integer", "minimum": typed.least}
    if kind in ("money", "money_period", "money_list"):
        money = {**_ref("money"), "properties": {"period": {"enum": list(typed.periods)}}} if typed.periods else _ref("money")
        return _list(money) if kind == "money_list" else money
    if kind in ("object", "object_list", "documents"):
        return _parts(typed) if kind == "object" else {**_list(_parts(typed)), "minItems": 1}
    return _BY_KIND[kind]


def _parts(typed: Typed) -> Schema:
    properties = {name: {"title": part.label, **_or_null(part)} for name, part in typed.parts.items()}
    return {**_object(properties, optional=tuple(name for name, part in typed.parts.items() if not part.required)), "minProperties": 1}


def _or_null(part: Part) -> Schema:
    """A part of a file that came in may be there without a value."""
    found = value_schema(part)
    return found if part.entered else {"anyOf": [found, {"type": "null"}]}


def _field(field: Field) -> Schema:
    """The envelope (DESIGN 4.5) around a value of `field`; null when it is unknown or declined."""
    value = {"anyOf": [value_schema(field), {"type": "null"}]}
    return {"title": field.label, "description": field.question, "$ref": "#/$defs/envelope", "properties": {"value": value}}


def _definitions() -> Schema:
    moment: dict[str, Schema] = {"value": _MAYBE, "end": _TEXT, "precision": {"enum": list(PRECISIONS)}, "approx": {"type": "boolean"}}
    money: dict[str, Schema] = {
        "amount": _DECIMAL,
        "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
        "vat_basis": {"enum": list(VAT)},
    }
    line: dict[str, Schema] = {
        "role": _TEXT, "head": _MAYBE, "party": {"enum": list(get_args(Party))}, "amount": _DECIMAL, "asset": _TEXT, "currency": _TEXT,
        "vat_basis": _TEXT, "at": {}, "approx": {"type": "boolean"}, "evidence": _list(_ref("evidence")),
    }  # fmt: skip
    answer: dict[str, Schema] = {
        "value": {}, "status": {"enum": list(get_args(Status))}, "said_by": {"enum": list(get_args(SaidBy))}, "at": _INSTANT,
        "message_id": _TEXT, "correction": {"type": "boolean"}, "evidence": _list(_ref("evidence")),
    }  # fmt: skip
    loss: dict[str, Schema] = {
        "status": {"enum": list(get_args(LossStatus))}, "party": {"enum": list(get_args(Party))},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1}, "amounts": _list(_ref("line")), "evidence": _list(_ref("evidence")),
    }  # fmt: skip
    envelope: dict[str, Schema] = {
        "value": {}, "status": {"enum": list(get_args(Status))}, "said_by": {"enum": list(get_args(SaidBy))},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1}, "evidence": _list(_ref("evidence")), "history": _list(_ref("answer")),
    }  # fmt: skip
    duration = {"type": "string", "pattern": "^P"}
    return {
        "evidence": _object({"message_id": _TEXT, "start": {"type": "integer"}, "end": {"type": "integer"}, "quote": _TEXT}),
        "moment": _object(moment, optional=("end", "approx")),
        "money": _object(money, optional=("vat_basis",), more=True),
        "crypto": _object({"amount": _DECIMAL, "asset": {"enum": ["BTC", "XMR", "ETH", "other"]}}, more=True),
        "duration": {"anyOf": [duration, _object({"value": duration, "approx": {"type": "boolean"}}, optional=("approx",))]},
        "line": _object(line, optional=("asset", "currency")),
        "answer": _object(answer),
        "envelope": _object(envelope),
        "loss": _object(loss),
    }


def _ledger_totals() -> Schema:
    signed: Schema = {"type": ["string", "null"], "pattern": r"^-?\d+(\.\d+)?$"}
    row: dict[str, Schema] = {
        "role": _TEXT, "party": {"enum": list(get_args(Party))}, "unit": _TEXT, "vat_basis": _TEXT, "loss": {"type": "boolean"},
        "amount": _DECIMAL, "basis": {"enum": ["added", "stated", "last"]}, "lines": {"type": "integer", "minimum": 1},
        "heads": _list(_TEXT), "approx": {"type": "boolean"}, "parts": {"anyOf": [_DECIMAL, {"type": "null"}]}, "difference": signed,
        "unsplit": {"type": "boolean"}, "evidence": _list(_ref("evidence")),
    }  # fmt: skip
    step: dict[str, Schema] = {
        "earlier": _TEXT, "later": _TEXT, "unit": _TEXT, "first": _DECIMAL, "second": _DECIMAL, "difference": signed,
    }  # fmt: skip
    rate: dict[str, Schema] = {"role": _TEXT, "amount": _DECIMAL, "asset": _TEXT, "value": _DECIMAL, "currency": _TEXT, "at": {}}
    return _object({"rows": _list(_object(row)), "steps": _list(_object(step)), "rates": _list(_object(rate))})


def _lists() -> dict[str, Schema]:
    """The parts of the claim file that are derived or set by the system."""
    event: dict[str, Schema] = {"at": {}, "event": _TEXT, "label": _TEXT, "status": _TEXT, "evidence": _list(_ref("evidence")),
                               "earliest": _INSTANT, "latest": _INSTANT, "order_unsure": {"type": "boolean"}}  # fmt: skip
    contradiction: dict[str, Schema] = {
        "id": {"type": "string", "examples": [rule[0] for rule in RULES]}, "fields": _list(_TEXT), "values": _list({}),
        "sources": _list(_ref("evidence")), "question": _TEXT, "resolved": {"type": "boolean"},
    }  # fmt: skip
    question: dict[str, Schema] = {
        "field": {"enum": list(FIELDS)},
        "question": _TEXT,
        "why": _TEXT,
        "asked_of": _TEXT,
        "need": _TEXT,
        "said": _MAYBE,
        "consequence": {"enum": list(get_args(Consequence))},
    }
    deadline: dict[str, Schema] = {
        "type": {"enum": list(TERMS)}, "label": _TEXT, "due_at": _MAYBE, "precision": _MAYBE, "basis": _TEXT, "clock_owner": _TEXT,
        "confidence": {"enum": ["high", "medium", "low"]}, "done": {"type": "boolean"}, "evidence": _list(_ref("evidence")),
        "due_until": _MAYBE, "starts_at": {}, "starts_from": _MAYBE, "counts": _TEXT, "status": {"enum": list(get_args(State))},
        "jurisdiction": _list(_TEXT),
    }  # fmt: skip
    hours: Schema = {"anyOf": [_object({"least": _DECIMAL, "most": _DECIMAL}), {"type": "null"}]}
    period: dict[str, Schema] = {
        "system": _MAYBE, "start": {}, "end": {}, "said": {}, "running": {"type": "boolean"}, "hours": hours, "hours_excess": hours,
        "hours_qualifying": hours, "evidence": _list(_ref("evidence")),
    }  # fmt: skip
    clock: dict[str, Schema] = {
        "waiting_hours": {"type": "integer", "minimum": 0}, "waiting_source": {"enum": ["policy", "assumed"]},
        "periods": _list(_object(period)),
    }  # fmt: skip
    signal: dict[str, Schema] = {"id": {"enum": list(SIGNALS)}, "quote": _MAYBE, "message_id": _MAYBE}
    paper: dict[str, Schema] = {
        "type": _TEXT, "label": _TEXT, "status": {"enum": ["received", "promised", "to_request"]}, "sha256": _MAYBE, "name": _MAYBE,
        "media_type": _MAYBE, "size": {"type": ["integer", "null"], "minimum": 0}, "received_at": _MAYBE,
    }  # fmt: skip
    message: dict[str, Schema] = {"id": _TEXT, "author": {"enum": ["insured", "agent", "adjuster", "bot"]}, "at": _INSTANT, "text": _TEXT}
    return {
        "ledger": _list(_ref("line")),
        "ledger_totals": _ledger_totals(),
        "timeline": _list(_object(event)),
        "contradictions": _list(_object(contradiction)),
        "open_questions": _list(_object(question)),
        "deadlines": _list(_object(deadline)),
        "downtime_clock": _object(clock),
        "triage": _object({"level": {"enum": ["P1", "P2", "P3"]}, "signals": _list(_object(signal))}),
        "completeness": {"type": "object", "required": ["percent", "minimum_notice", "groups", "paths"]},
        "documents": _list(_object(paper)),
        "disclosures": _list(_object({"text_id": _TEXT, "message_id": _TEXT, "at": _INSTANT}, more=True)),
        "transcript": _list(_object(message)),
        "related": _list(_object(_related())),
    }


def _related() -> dict[str, Schema]:
    """Another file that may tell of the same event: for the staff only, never in what an insured gets."""
    reason: dict[str, Schema] = {"id": _TEXT, "text": _TEXT, "points": {"type": "number"}}
    kinds, states = list(get_args(Kind)), list(get_args(LinkState))
    return {
        "id": _TEXT, "number": _MAYBE, "status": _TEXT, "kind": {"enum": kinds}, "state": {"enum": states},
        "score": {"type": "number", "minimum": 0, "maximum": 1}, "reasons": _list(_object(reason)),
        "decided_by": _MAYBE, "decided_at": _MAYBE,
    }  # fmt: skip


def schema() -> Schema:
    """The schema of a claim file, version 1."""
    losses = ("ransom", "restoration", "business_interruption", "other")
    properties: dict[str, Schema] = {
        "schema": {"const": "claim-file/1.0"},
        "id": _TEXT,
        "number": _MAYBE,
        "version": {"type": ["integer", "null"], "minimum": 1},
        "status": {"enum": ["draft", "validated", "handed_over", "withdrawn", "rejected"]},
        "language": _TEXT,
        "channel": {"enum": ["web_chat", "call_centre_agent"]},
        "received_at": _INSTANT,
        "model": {"type": "object"},
        "transcript_sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "fields": {
            "type": "object",
            "properties": {name: _field(field) for name, field in FIELDS.items()},
            "additionalProperties": False,
        },
        "losses": {"type": "object", "properties": {name: _ref("loss") for name in losses}, "additionalProperties": False},
        "loss_types": {**_list({"enum": list(losses)}), "uniqueItems": True},
        "primary_loss": {"enum": [*losses, None]},
        "fine_losses": {"type": "object", "additionalProperties": _ref("loss")},
        **_lists(),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "claim-file/1.0",
        "title": "Claim file",
        **_object(properties, optional=("related",)),
        "$defs": _definitions(),
    }


def fields_page() -> str:
    """`docs/fields.md`: every field with its question, what it may hold, and when it is asked."""
    lines = ["# De velden van het dossier", "", "Gemaakt uit `bot/claims/fields.toml` met `python -m bot.claims.schema`.", ""]
    for group, label in ((name, group_label(name, DUTCH)) for name in GROUP_LABELS):
        lines += [f"## {label}", "", "| veld | vraag | soort | nodig | als | volgorde |", "|---|---|---|---|---|---|"]
        for field in FIELDS.values():
            if field.group == group:
                flemish = f" (nl-BE: {field.question_be})" if field.question_be else ""
                rank = str(field.rank) if field.asked else "niet gevraagd"
                kind = f"{_kind(field)}{_parts_of(field)}"
                lines.append(f"| `{field.name}` | {field.question}{flemish} | {kind} | {_NEED[field.need]} | {field.when} | {rank} |")
        lines.append("")
    return "\n".join(lines)


def _kind(typed: Typed) -> str:
    """The kind in words, with its codes or periods and its bounds."""
    words = f": {', '.join(f'`{code}` {text}' for code, text in {**typed.codes, **typed.periods}.items())}"
    bounds = [f"hooguit {typed.most}" if typed.most is not None else "", "niet in de toekomst" if typed.latest else "", typed.check]
    said = ", ".join(one for one in bounds if one)
    return typed.kind + (words if (typed.codes or typed.periods) and not typed.parts else "") + (f" ({said})" if said else "")


def _parts_of(field: Field) -> str:
    """The parts of an object, each with its kind; one that must be there has a star."""
    own = [f"`{name}`{'*' if part.required else ''} {part.label}, {_kind(part)}" for name, part in field.parts.items()]
    return f" met {'; '.join(own)}" if own else ""


def as_text() -> str:
    """The schema as it is published."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write both documents."""
    (DOCS / "claim-file.schema.json").write_text(as_text(), encoding="utf-8")
    (DOCS / "fields.md").write_text(fields_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
