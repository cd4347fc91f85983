"""Answers that lean on what was said before: "het volle bedrag betaald", "nee wacht, het was 4 uur"."""
# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from bot.claims import names, shapes
from bot.claims.answer_words import ALL_OF_IT, CORRECTION, FIRM_CORRECTION, INSTEAD_OF, NOT_THAT, THAT_AMOUNT, VAT_ALONE
from bot.claims.fields import FIELDS
from bot.claims.model import Annotation, Assertion, ClaimFile, Heard
from bot.claims.record import Candidate

_SURE = 0.6


def corrects(heard: Heard) -> bool:
    """Whether the message takes something back, by its words, or by the classifier for a sentence that it is sure of."""
    said = CORRECTION.search(heard.text[:200]) or FIRM_CORRECTION.search(heard.text[:200])
    sure = heard.intent == "correct_previous" and heard.intents[0][1] >= _SURE
    return bool(said) or sure


def full_amount(heard: Heard, candidates: list[Candidate], file: ClaimFile) -> list[Candidate]:
    """ "Het volle bedrag betaald": what was paid is what was asked."""
    m = ALL_OF_IT.search(heard.text)
    paid = next((c for c in candidates if c.field == "ransom_paid" and c.value is True), None)
    here = [c.value for c in candidates if c.field in ("ransom_demand_amount", "ransom_negotiated_amount")]
    asked = here[-1] if here else file.value("ransom_negotiated_amount") or file.value("ransom_demand_amount")
    if not m or paid is None or not asked or any(c.field == "ransom_paid_amount" for c in candidates):
        return []
    return [Candidate("ransom_paid_amount", asked, "derived", 0.8, m.span())]


def that_amount(heard: Heard, candidates: list[Candidate], file: ClaimFile) -> list[Candidate]:
    """ "Ze willen dat wij dat bedrag betalen": what is claimed is the cost that was told of last."""
    m = THAT_AMOUNT.search(heard.text)
    claimed = any(c.field == "claim_made" and c.value not in (None, "no") for c in candidates)
    costs = [line for line in file.ledger if line.role == "cost" and line.currency and line.head != "ransom"]
    if not m or not claimed or not costs or file.value("demand_amount") or any(c.field == "demand_amount" for c in candidates):
        return []
    last = costs[-1]
    value = {"amount": last.amount, "currency": last.currency, "vat_basis": last.vat_basis}
    return [Candidate("demand_amount", value, "derived", 0.7, m.span())]


_MONEY_KINDS = ("money", "money_period")
_KINDS: dict[str, tuple[str, ...]] = {
    "money": (*_MONEY_KINDS, "crypto_or_money"),
    "crypto": ("crypto_or_money",),
    "number": (*_MONEY_KINDS, "crypto_or_money", "integer"),
    "duration": ("duration",),
    "date": ("date", "datetime"),
    "datetime": ("date", "datetime"),
    "interval": ("date", "datetime"),
    "phone": ("phone",),
    "email": ("email",),
}
_BRIEF = 12  # words: in so short a correction a bare number is what it is about


def taken_back(heard: Heard, a: Annotation) -> bool:
    """Whether the words put this value away: "niet 12.000", "ipv 7"."""
    return bool(a.extra.get("taken_back") or INSTEAD_OF.search(heard.text[max(0, a.start - 24) : a.start]))


def without_taken_back(heard: Heard, usable: list[Annotation], correcting: bool) -> list[Annotation]:
    """The annotations without facts that only stand in what is put away at the end: "..., niet claim"."""
    m = NOT_THAT.search(heard.text)
    if m is None or not (correcting or _IT_IS.match(heard.text)):
        return usable
    return [a for a in usable if not ((a.is_fact or a.entity in ("loss", "person", "organisation")) and a.start >= m.start())]


def loose_corrections(
    heard: Heard, usable: list[Annotation], candidates: list[Candidate], file: ClaimFile, correcting: bool
) -> list[Candidate]:
    """ "Nee wacht, het was 4 uur": corrects the field whose old value stands beside it, else the newest of its kind."""
    olds = [a for a in usable if a.entity in _KINDS and taken_back(heard, a)]
    put_away = {id(a) for a in olds}

    @cache
    def told_before(name: str) -> bool:
        return any(_equal(o, file.value(name)) for o in olds)

    brief = len(heard.text.split()) <= _BRIEF
    taken = {c.field for c in candidates}
    found: list[Candidate] = []
    for a in usable:
        if a.entity not in _KINDS or id(a) in put_away or a.extra.get("noun") or a.extra.get("part_of"):
            continue
        beside = [n for n in _names(a, file) if told_before(n)] if olds else []
        if a.entity == "number" and not beside and (olds or not brief):
            continue  # what was taken back stands in this message, or the number is one of many
        if not beside and not (correcting or a.extra.get("correction")):
            continue
        if not beside and ((a.role and not a.extra.get("weak")) or _answers_now(heard, a)):
            continue
        names = beside or [n for n in _names(a, file) if n not in taken]
        if not names and a.entity == "duration" and "downtime" not in taken and "downtime" not in file.fields:
            names = ["downtime"] if correcting and heard.ask is None else []
        if not names:
            continue
        name = max(names, key=lambda n: _newest(file, n))
        value = _like(a, file.value(name))
        if value is not None and value != file.value(name):
            found.append(Candidate(name, value, "stated", 0.85, (a.start, a.end), True))
            taken.add(name)
    return found + _vat(heard, file) + renamed(heard, file)


def _names(a: Annotation, file: ClaimFile) -> list[str]:
    """The fields with a said value that `a` could be the better value of."""
    said = [n for n, s in file.fields.items() if s.value is not None and s.said_by != "system" and FIELDS[n].kind in _KINDS[a.entity]]
    if a.entity == "crypto":
        return [n for n in said if (file.value(n) or {}).get("asset")]
    if a.entity == "money":
        return [n for n in said if FIELDS[n].kind != "crypto_or_money" or (file.value(n) or {}).get("currency")]
    return said


def _newest(file: ClaimFile, name: str) -> tuple[Any, int]:
    state = file.fields.get(name)
    return (state.at, max((e.start for e in state.evidence), default=0)) if state is not None else (None, 0)


def _answers_now(heard: Heard, a: Annotation) -> bool:
    """ "Sorry, gisteren", asked for a date that is not known yet, is an answer; "nee wacht, gisteren" still corrects."""
    kind = FIELDS[str(heard.ask)].kind if heard.ask in FIELDS else ""
    return kind in _KINDS[a.entity] and not FIRM_CORRECTION.search(heard.text[:200])


def _equal(a: Annotation, value: Any) -> bool:
    """Whether the annotation says what the file has: the same amount, day, length or digits."""
    if isinstance(value, dict) and "amount" in value:
        raw = a.value.get("amount") if isinstance(a.value, dict) else a.value
        return bool(shapes.amount_of(raw) == value["amount"])
    if isinstance(value, dict) and "precision" in value:
        said = shapes.moment(a) if a.entity in ("date", "datetime", "interval") else None
        return said is not None and said["value"][:10] == str(value["value"])[:10]
    return bool(_in_shape(a) == value)


def _like(a: Annotation, old: Any) -> Any:
    """The value of `a` in the shape of what it takes the place of: the unit, the period and the VAT basis stay when not said anew."""
    if not (isinstance(old, dict) and "amount" in old):
        return _in_shape(a)
    if a.entity == "number":
        amount = shapes.amount_of(a.value.get("value") if isinstance(a.value, dict) else a.value)
        return None if amount is None else {**old, "amount": amount}
    new = _in_shape(a)
    if new is None:
        return None
    if new.get("vat_basis") == "unknown":
        new["vat_basis"] = old.get("vat_basis", "unknown")
    return {**new, "period": old["period"]} if "period" in old else new


def _in_shape(a: Annotation) -> Any:
    if a.entity == "money":
        return shapes.money(a)
    if a.entity == "crypto":
        return shapes.crypto(a)
    if a.entity == "duration":
        return shapes.duration(a)
    if a.entity in ("phone", "email"):
        return a.value
    return shapes.count(a) if a.entity == "number" else shapes.moment(a)


def _vat(heard: Heard, file: ClaimFile) -> list[Candidate]:
    """ "Ja, zonder btw", said by itself: the amount told of last was without VAT."""
    m = VAT_ALONE.match(heard.text)
    names = [n for n, s in file.fields.items() if FIELDS[n].kind in _MONEY_KINDS and s.value is not None and s.said_by != "system"]
    if m is None or not names:
        return []
    name = heard.ask if heard.ask in names else max(names, key=lambda n: _newest(file, n))
    basis = "excl" if m["excl"] else "incl"
    return [Candidate(str(name), {**file.value(str(name)), "vat_basis": basis}, "stated", 0.85, m.span(), True)]


_IT_IS = re.compile(
    r"^\W*(?:nee+n?\W+|sorry\W+|wacht\W+|correctie\W+)*(?:(?:het|dat) (?:gaat om|is|was)|ik bedoel(?:de)?|ik ben|ik heet|mijn naam is|de naam is|naam is)\s+",
    re.I,
)


def renamed(heard: Heard, file: ClaimFile) -> list[Candidate]:
    """ "Nee, het gaat om Peter Jansen, niet claim": another name than the one that was noted down."""
    m = _IT_IS.match(heard.text)
    if m is None or not (NOT_THAT.search(heard.text) or CORRECTION.search(heard.text) or heard.text.lower().startswith("nee")):
        return []
    name = names.person(heard.text[m.end() :])
    if name is None or name[0] == file.value("reporter_name"):
        return []
    put_away = NOT_THAT.search(heard.text)
    known = {n: str(file.value(n)).casefold() for n in ("claimant_legal_name", "insured_legal_name") if file.value(n)}
    old = put_away["old"].strip(" .!").casefold() if put_away else ""
    field = next((n for n, value in known.items() if value == old), "reporter_name")
    return [Candidate(field, name[0], "stated", 0.85, (m.end() + name[1][0], m.end() + name[1][1]), True)]


def again(row: Assertion, file: ClaimFile, correcting: bool) -> Assertion:
    """A ledger line of a correcting message takes the place of the one with its role, head and unit."""
    v = row.value
    same = any((o.role, o.head, o.asset, o.currency) == (row.name, v["head"], v["asset"], v["currency"]) for o in file.ledger)
    return replace(row, correction=True) if correcting and same else row


def corrected_lines(candidates: list[Candidate], known: Iterable[str], file: ClaimFile) -> Iterator[tuple[Candidate, str, dict[str, Any]]]:
    """For each corrected amount of a field its ledger line, as role and value, so that field and ledger say the same.

    `known` are the roles that this message's own lines have already.
    """
    for c in candidates:
        role = FIELDS[c.field].ledger
        if not c.correction or not role or role in known or not isinstance(c.value, dict):
            continue
        old = next((line for line in reversed(file.ledger) if line.role == role), None)
        value = {
            "head": old.head if old else FIELDS[c.field].head or None,
            "party": old.party if old else "unknown",
            "amount": c.value["amount"],
            "asset": c.value.get("asset"),
            "currency": c.value.get("currency"),
            "vat_basis": c.value.get("vat_basis", "not_applicable"),
            "at": None,
            "approx": False,
        }
        yield c, role, value
