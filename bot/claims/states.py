"""From the answers to one field, in order, to its present state.

Later supersedes earlier, but: unknown and declined never erase a value (only staff can take one away, by hand); a derived
value never beats a said one; an estimate never beats a certain value; what the adjuster entered stays; lists and texts
accumulate; a more precise answer refines. Two certain answers from different messages that cannot both be true are
`contradicted` until a correction.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.claims.fields import FIELDS
from bot.claims.model import Assertion, Evidence, FieldState, Status

_STRENGTH: dict[Status, int] = {"unknown": 0, "declined": 0, "derived": 1, "estimated": 2, "contradicted": 3, "stated": 3, "confirmed": 4}
_GROWING = ("enum_multi", "country_list", "object_list", "money_list", "documents")
_ALONE = frozenset({"none", "nobody", "not_agreed"})  # codes that deny every other code of their list
# What changes in time: a new answer is news, not a contradiction.
_CHANGING = frozenset(
    {
        "attack_status",
        "restoration_status",
        "relationship_status",
        "data_exfiltration",
        "evidence_preserved",
        "decryption_result",
    }
)
# A claim only grows: what is less than was said before is no news, and a plain "no" after a claim is a contradiction.
_CLAIM = ("no", "expected", "yes_form_unknown", "oral", "written")
_CLASH = {"data_exfiltration": {"yes", "no"}}
_VAGUE = {
    ("claim_made", "yes_form_unknown"): ("written", "oral"),
    ("bi_occurred", "claimant"): ("both",),
    ("bi_occurred", "insured"): ("both",),
}
_PREFIX = {"year": 4, "month": 7, "day": 10, "hour": 13, "minute": 16}


def answered(state: FieldState | None) -> bool:
    """Whether the field has a value, certain or not."""
    return state is not None and state.status not in ("unknown", "declined") and state.value is not None


def _folded(value: Any) -> Any:
    """`value` without what does not change its meaning: case and blanks of a string, None inside an object."""
    if isinstance(value, str):
        return " ".join(value.casefold().split())
    if isinstance(value, dict):
        return {k: _folded(v) for k, v in value.items() if v is not None and v is not False and k != "approx"}
    if isinstance(value, list):
        return [_folded(v) for v in value]
    return value


def same(old: Any, new: Any) -> bool:
    """Whether two values say the same."""
    return bool(old == new) or bool(_folded(old) == _folded(new))


def _finer_date(old: dict[str, Any], new: dict[str, Any]) -> bool:
    a, b = _PREFIX.get(old.get("precision", "")), _PREFIX.get(new.get("precision", ""))
    if a is None or b is None or "end" in old or "end" in new:
        return False
    return a < b and str(new.get("value"))[:a] == str(old.get("value"))[:a]


def refines(name: str, old: Any, new: Any) -> bool:
    """Whether `new` says what `old` says, and more: a day within the month, a VAT basis, a full name."""
    if isinstance(old, dict) and isinstance(new, dict):
        if "precision" in old and "precision" in new:
            return _finer_date(old, new)
        if "amount" in old and "amount" in new:
            vague = {k: v for k, v in _folded(old).items() if not (k == "vat_basis" and v == "unknown")}
            return all(_folded(new).get(k) == v for k, v in vague.items())
        return False
    if isinstance(old, str) and isinstance(new, str):
        if FIELDS[name].kind == "string":
            return len(new) > len(old) and f" {_folded(old)} " in f" {_folded(new)} "
        return new in _VAGUE.get((name, old), ())
    return False


def _union(old: Any, new: Any) -> list[Any]:
    """Both lists, the old first, nothing twice; an object with only a code gives way to one that says more of it."""
    merged = list(old) if isinstance(old, list) else [old]
    known = [_folded(item) for item in merged]
    for item in new if isinstance(new, list) else [new]:
        if _folded(item) in known:
            continue
        key = next((k for k in ("head", "code", "type") if isinstance(item, dict) and item.get(k)), None)
        twin = next((i for i, m in enumerate(merged) if key and isinstance(m, dict) and m.get(key) == item[key] and _within(m, item)), None)
        if twin is None:
            merged.append(item)
            known.append(_folded(item))
        else:
            merged[twin] = {**merged[twin], **{k: v for k, v in item.items() if v is not None}}
            known[twin] = _folded(merged[twin])
    return merged


def _within(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether nothing in `old` speaks against `new`, so that they can be one entry."""
    return all(new.get(k) is None or v is None or same(v, new[k]) for k, v in old.items())


def _deny(old: Any, new: Any) -> bool:
    """Whether one list says "nobody" and the other names somebody."""
    a, b = set(map(str, old if isinstance(old, list) else [old])), set(map(str, new if isinstance(new, list) else [new]))
    return bool((a & _ALONE) ^ (b & _ALONE)) and a != b


def _together(*groups: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(e for group in groups for e in group))


def _taken(answer: Assertion, history: tuple[Assertion, ...]) -> FieldState:
    value = None if answer.status in ("unknown", "declined") else answer.value
    return FieldState(value, answer.status, answer.said_by, answer.confidence, answer.evidence, answer.at, history)


def _merged(state: FieldState, answer: Assertion, value: Any, *, status: Status | None = None) -> FieldState:
    """The state with `value`, on the evidence of both."""
    stronger = max(state.status, answer.status, key=lambda s: _STRENGTH[s])
    said_by = answer.said_by if _STRENGTH[answer.status] >= _STRENGTH[state.status] else state.said_by
    return FieldState(
        value, status or stronger, said_by, max(state.confidence, answer.confidence), _together(state.evidence, answer.evidence), answer.at
    )


def _step(name: str, state: FieldState, answer: Assertion, last: str) -> FieldState:
    """The state after one more answer with a value; `last` is the message that the present value came from."""
    old, new, kind = state.value, answer.value, FIELDS[name].kind
    if state.said_by == "adjuster" and answer.said_by != "adjuster":
        return state
    if answer.said_by == "adjuster" or answer.correction:
        return _taken(answer, ())
    if same(old, new):
        return _merged(state, answer, old, status=_repeated(state, answer))
    if _STRENGTH[answer.status] <= 1 < _STRENGTH[state.status]:
        return state
    if _STRENGTH[state.status] <= 1 < _STRENGTH[answer.status]:
        return _taken(answer, ())
    return _settled(name, state, answer) or _combined(name, kind, state, answer, last)


def _repeated(state: FieldState, answer: Assertion) -> Status:
    """A contradiction does not end by saying one side again; a confirmation ends it."""
    if state.status == "contradicted" and answer.status != "confirmed":
        return "contradicted"
    return answer.status if _STRENGTH[answer.status] > _STRENGTH[state.status] or answer.status == "confirmed" else state.status


def _settled(name: str, state: FieldState, answer: Assertion) -> FieldState | None:
    """The state when one of the two answers simply is the better one, else None."""
    if refines(name, state.value, answer.value):
        return _merged(state, answer, answer.value)
    if refines(name, answer.value, state.value):
        return _merged(state, answer, state.value)
    if name == "claim_made" and {state.value, answer.value} <= set(_CLAIM):
        return _claim(state, answer)
    if name in _CHANGING and {str(state.value), str(answer.value)} != _CLASH.get(name):
        return _taken(answer, ())
    return None


def _claim(state: FieldState, answer: Assertion) -> FieldState | None:
    if _CLAIM.index(answer.value) > _CLAIM.index(state.value):
        return _taken(answer, ())
    return _merged(state, answer, state.value) if answer.value in _CLAIM[2:] else None


def _combined(name: str, kind: str, state: FieldState, answer: Assertion, last: str) -> FieldState:
    old, new = state.value, answer.value
    if kind in _GROWING and not _deny(old, new):
        return _merged(state, answer, _union(old, new))
    if kind == "text":
        return _merged(state, answer, f"{old}; {new}" if _folded(new) not in _folded(old) else old)
    if kind == "object" and isinstance(old, dict) and isinstance(new, dict) and _within(old, new):
        return _merged(state, answer, {**old, **{k: v for k, v in new.items() if v is not None}})
    if answer.status == "estimated" and _STRENGTH[state.status] >= 3:
        return state
    if answer.message_id == last or _STRENGTH[state.status] < 3 or kind == "object":
        return _taken(answer, ())
    return _merged(state, answer, new, status="contradicted")


def _taken_away(state: FieldState, answer: Assertion) -> bool:
    """Staff may take a wrong value away by hand; an agent not what the adjuster entered."""
    return answer.correction and (answer.said_by == "adjuster" or (answer.said_by == "agent" and state.said_by != "adjuster"))


def field_state(name: str, answers: Iterable[Assertion]) -> FieldState | None:
    """The present state of the field `name`, or None when nothing was answered.

    `history` holds all answers, oldest first, when there was more than one.
    """
    state: FieldState | None = None
    last, history = "", []
    for answer in answers:
        history.append(answer)
        empty = answer.status in ("unknown", "declined") or answer.value is None
        if state is None or (not answered(state) and not (empty and answer.status == "unknown" and state.status == "declined")):
            state, last = _taken(answer, ()), answer.message_id
            continue
        if empty:
            if _taken_away(state, answer):
                state, last = _taken(answer, ()), answer.message_id
            continue
        after = _step(name, state, answer, last)
        if after is not state:
            state, last = after, answer.message_id
    if state is None:
        return None
    return replace(state, history=tuple(history) if len(history) > 1 else ())
