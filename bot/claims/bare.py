"""A short answer to the open question: "ja", "7", "gisteren", "39.746,41 excl btw", "weet ik niet"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.claims import shapes
from bot.claims.fields import FIELDS, Field
from bot.claims.model import Annotation, ClaimFile, Heard, Status


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to the open question; `span` is its place in the message."""

    value: Any
    status: Status
    confidence: float
    span: tuple[int, int]


_DONT_KNOW = re.compile(
    r"^\W*(?:dat |da |das |dit |eh |uh |euh |tja |hm+ |nog |daar |daarvan |die |nee,? |neen,? |sorry,? )*(?:weet (?:ik|'k|ik het|we|wij)(?: \w+){0,3} ?nie?t?|geen (?:flauw )?idee|onbekend|niet bekend|weet niet|kweenie|kweetni?e?t?|"
    r"(?:moet|zou|zal|ga|laat) (?:ik )?(?:\w+ ){0,4}(?:nakijken|navragen|uitzoeken|opzoeken|checken|nagaan)|daar heb ik (?:niets|niks) over gehoord|niet bij de hand|heb ik niet bij de hand|die heb ik niet bij de hand|geen zicht op|nog in onderzoek|wordt (?:nog )?onderzocht|nog niet (?:duidelijk|bekend|geweten)|zoek ik op)\b", re.I)
_SKIP = re.compile(r"\b(?:liever niet|liever later|sla (?:maar |deze |dit )?over|overslaan|volgende vraag|geef ik (?:liever )?(?:later|niet)|doe ik later|vul ik later|komt later|zeg ik liever niet|wil ik niet zeggen|nu niet|later)\b", re.I)
_YES = re.compile(r"^\W*(?:ja|jawel|jazeker|jaja|yes|yep|jep|klopt|inderdaad|zeker|absoluut|tuurlijk|natuurlijk|correct|juist|ok(?:e|é|ay)?|idd|dat klopt|da klopt|mja|allebei|beide)\b", re.I)
_NO = re.compile(r"^\W*(?:nee|neen|nope|nee hoor|niet|nog niet|nooit|geen|niks|niets|bijlange niet|absoluut niet|totaal niet|helemaal niet|ne|noppes|neeje|niemand)\b", re.I)
_QUESTION_INTENTS = frozenset({"ask_why", "ask_status", "ask_coverage", "ask_pay_ransom", "ask_human", "greet", "goodbye", "thank", "restart",
                               "out_of_scope", "privacy_question", "upload_document"})  # fmt: skip
# What yes and no mean where the codes are not yes and no.
_YES_MEANS: dict[str, Any] = {
    "claim_made": "yes_form_unknown", "backups_affected": "some", "bi_occurred": "claimant", "attack_status": "ongoing", "data_exfiltration": "yes",
    "security_in_scope": "yes", "insured_vat_liable": "fully", "relationship_status": "ongoing", "decryption_result": "full", "insured_gdpr_role": "processor",
}  # fmt: skip
_NO_MEANS: dict[str, Any] = {
    "claim_made": "no", "backups_affected": "none", "bi_occurred": "none", "attack_status": "stopped", "data_exfiltration": "no",
    "security_in_scope": "no", "insured_vat_liable": "no", "relationship_status": "terminated", "decryption_result": "none",
    "attacker_contact_by": ["nobody"], "admission_made": ["none"], "legal_proceedings": ["none"], "insured_gdpr_role": "controller",
}  # fmt: skip
_OBJECT_YES = {"police_report": "filed", "dpa_notified": "done", "csirt_notified": "done", "liability_cap": "present"}
_TEXT_KEYS = {"warnings_given": "content", "advice_refused": "advice", "alleged_failures": "text", "external_experts": "name", "other_policies": "insurer", "measures_taken": "action"}
# Words people use for a code, beside its label.
_WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "discovered_by": (("claimant", r"klant|hij|zij|ze\b|medewerker van"), ("insured", r"wij|ikzelf|\bik\b|we\b|mijn collega"), ("monitoring", r"monitoring|alarm|edr|antivirus|alert"), ("third_party", r"politie|leverancier|derde|provider"), ("attacker", r"hackers?|aanvallers?|daders?")),
    "ransom_paid_by": (("claimant", r"klant|hij\b|zij\b|ze\b"), ("insured", r"\bwij\b|\bik\b|\bwe\b|onszelf"), ("insurer", r"verzeker"), ("other", r"holding|moeder|ander|derde")),
    "attacker_contact_by": (("nobody", r"niemand|geen contact"), ("claimant", r"klant"), ("insured", r"\bwij\b|\bik\b|\bwe\b"), ("expert", r"expert|onderhandelaar|specialist"), ("insurer", r"verzeker")),
    "bi_occurred": (("both", r"allebei|beide|ook bij ons"), ("claimant", r"klant|hij\b|zij\b|ze\b|hun|daar"), ("insured", r"\bons\b|\bwij\b|\bwe\b"), ("none", r"niet stil|niemand|nergens")),
    "restoration_done_by": (("insured", r"\bwij\b|\bwe\b|\bik\b|onszelf"), ("claimant", r"klant|hun eigen"), ("external", r"extern|bureau|firma|specialist|bedrijf"), ("insurer", r"verzeker")),
    "notification_type": (("claim", r"claim|eist|eis\b|rekening|aansprakelijk"), ("circumstance", r"verwacht|nog geen claim|kan nog"), ("own_damage", r"eigen (?:schade|bedrijf)|onszelf|bij ons")),
    "attack_type": (("ransomware", r"r[ae]nsomw\w+|gijzel|versleutel"), ("data_theft", r"gestolen|diefstal|datalek|gelekt"), ("ddos", r"ddos"), ("account_takeover", r"account|mailbox"), ("invoice_or_ceo_fraud", r"factuur|ceo|fraude"), ("malware", r"virus|malware"), ("own_error_or_outage", r"fout|storing|crash|defect")),
    "restoration_status": (("done", r"alles (?:werkt|draait|is)|klaar|afgerond|volledig"), ("partly_done", r"deels|gedeelte|grotendeels"), ("in_progress", r"bezig|loopt"), ("not_started", r"nog niet|niet begonnen")),
    "backups_affected": (("none", r"niet geraakt|bruikbaar|intact|goed\b"), ("some", r"deels|een deel|sommige|lokale"), ("all", r"alle|allemaal|volledig|ook")),
    "jurisdiction": (("BE", r"belgi|vlaander|antwerp|gent|brussel"), ("NL", r"nederland|holland")),
    "reporter_role": (("director", r"zaakvoerder|directeur|eigenaar|dga|bestuurder|baas"), ("broker", r"makelaar|tussenpersoon"), ("lawyer", r"advocaat|jurist"), ("employee", r"medewerker|technieker|beheerder|engineer|consultant|bediende")),
    "claim_made": (("expected", r"verwacht|nog niet maar|zal komen"), ("written", r"brief|mail|schriftelijk|papier|aangetekend|dagvaarding"), ("oral", r"mondeling|telefo|gezegd|aan de lijn")),
    "attack_status": (("restored", r"alles (?:werkt|draait)|hersteld|opgelost"), ("stopped", r"gestopt|voorbij|afgelopen|niet meer"), ("ongoing", r"bezig|nog steeds|nog altijd|loopt nog")),
    "data_exfiltration": (("suspected", r"vermoed|misschien|denk|mogelijk"),),
}  # fmt: skip


def dont_know(heard: Heard) -> bool:
    """Whether the whole message says no more than that it is not known."""
    return heard.intent == "dont_know" or bool(_DONT_KNOW.search(heard.text) and len(heard.text) < 90)


def answer(heard: Heard, usable: list[Annotation], file: ClaimFile, *, others: int = 0) -> Answer | None:
    """The answer of `heard` to its open question, or None. `others` counts what the words already answered elsewhere."""
    field = FIELDS[str(heard.ask)]
    text = heard.text.strip()
    start = heard.text.find(text)
    whole = (start, start + len(text))
    if not text:
        return None
    value = _READ.get(field.kind, _text)(heard, field, usable, file)
    if value is not None:
        found, span = value
        return Answer(found, "estimated" if _is_rough(usable, span) else "stated", 0.9, span or whole)
    if dont_know(heard):
        return Answer(None, "unknown", 0.9, whole)
    if heard.intent == "skip" or (_SKIP.search(text) and len(text) < 160):
        return Answer(None, "declined", 0.9, whole)
    return None


def _is_rough(usable: list[Annotation], span: tuple[int, int] | None) -> bool:
    return bool(span) and any(a.extra.get("approx") and (a.start, a.end) == span for a in usable)


def _refuses(heard: Heard) -> bool:
    text = heard.text
    return dont_know(heard) or heard.intent in _QUESTION_INTENTS or heard.intent == "skip" or text.rstrip().endswith("?") or bool(_SKIP.search(text) and len(text) < 60)


def _yes_no(heard: Heard) -> bool | None:
    if _YES.search(heard.text):
        return True
    if _NO.search(heard.text):
        return False
    if dont_know(heard):
        return None
    return {"affirm": True, "deny": False}.get(heard.intent)


Read = Callable[[Heard, Field, list[Annotation], ClaimFile], tuple[Any, tuple[int, int] | None] | None]


def _bool(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, None] | None:
    said = _yes_no(heard)
    return None if said is None else (said, None)


def _words(heard: Heard, field: Field) -> list[tuple[str, tuple[int, int]]]:
    low = heard.text.lower() if len(heard.text.lower()) == len(heard.text) else heard.text
    found: list[tuple[str, tuple[int, int]]] = []
    for code, label in field.codes.items():
        for word in {label.lower(), code.replace("_", " ").lower()}:
            m = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low)
            if m and len(word) > 3:
                found.append((code, m.span()))
                break
    for code, source in _WORDS.get(field.name, ()):
        m = re.search(rf"(?<!\w)(?:{source})", low)
        if m and code not in [c for c, _ in found]:
            found.append((code, m.span()))
    return sorted(found, key=lambda f: f[1])


def _enum(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int] | None] | None:
    if _refuses(heard):
        return None
    said = _yes_no(heard)
    found = _words(heard, field)
    if said is False and field.name in _NO_MEANS and not (found and len(heard.text) > 12):
        return _single(_NO_MEANS[field.name]), None
    if found:
        return found[0][0], None
    if said is True and field.name in _YES_MEANS:
        return _YES_MEANS[field.name], None
    if said is False and field.name in _NO_MEANS:
        return _NO_MEANS[field.name], None
    return None


def _single(value: Any) -> Any:
    return value


def _enum_multi(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int] | None] | None:
    if _refuses(heard):
        return None
    found = list(dict.fromkeys(code for code, _ in _words(heard, field)))
    if found:
        return found, None
    if _yes_no(heard) is False and field.name in _NO_MEANS:
        return _NO_MEANS[field.name], None
    return ["other"] if "other" in field.codes and len(heard.text.split()) >= 2 and _yes_no(heard) is None else None


def _pick(usable: list[Annotation], *entities: str) -> Annotation | None:
    rows = [a for a in usable if a.entity in entities and not a.extra.get("taken_back") and not a.extra.get("part_of")]
    fixed = [a for a in rows if a.extra.get("correction")]
    free = [a for a in rows if a.role is None]
    return fixed[-1] if fixed else free[0] if free else rows[0] if rows else None


def _money(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    a = _pick(usable, "money")
    if a is not None:
        value = shapes.money(a)
        if value and field.kind == "money_period":
            value["period"] = a.extra.get("period") or ("P1M" if re.search(r"maand|p/m", heard.text, re.I) else "P1Y")
        if value:
            return ([value] if field.kind == "money_list" else value), (a.start, a.end)
    n = _pick(usable, "number")
    amount = shapes.amount_of(n.value) if n is not None else None
    if n is None or amount is None or dont_know(heard) or n.extra.get("noun"):
        return None
    vat = "excl" if re.search(r"\bex(?:cl\w*)?\b|zonder btw", heard.text, re.I) else "incl" if re.search(r"\bincl|met btw", heard.text, re.I) else "unknown"
    value = {"amount": amount, "currency": "EUR", "vat_basis": vat}
    if field.kind == "money_period":
        value["period"] = "P1M" if re.search(r"maand|p/m", heard.text, re.I) else "P1Y"
    return ([value] if field.kind == "money_list" else value), (n.start, n.end)


def _coin(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    a = _pick(usable, "crypto", "money")
    if a is not None:
        value = shapes.coin_or_money(a)
        return (value, (a.start, a.end)) if value else None
    n = _pick(usable, "number")
    amount = shapes.amount_of(n.value) if n is not None else None
    if n is None or amount is None:
        return None
    before = file.value("ransom_demand_amount") or file.value("ransom_negotiated_amount") or {}
    unit = {"asset": before["asset"]} if before.get("asset") else {"currency": before.get("currency", "EUR"), "vat_basis": "not_applicable"}
    return {"amount": amount, **unit}, (n.start, n.end)


def _moment(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    a = _pick(usable, "date", "datetime", "interval")
    if a is None:
        return None
    value = shapes.moment(a, future="deadline" in field.name)
    return (value, (a.start, a.end)) if value else None


def _integer(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    a = _pick(usable, "number")
    value = shapes.count(a) if a is not None else None
    return None if a is None or value is None else (value, (a.start, a.end))


def _duration(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    a = _pick(usable, "duration")
    value = shapes.duration(a) if a is not None else None
    return None if a is None or value is None else (value, (a.start, a.end))


def _contact(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    a = _pick(usable, field.kind)
    if a is not None:
        return a.value, (a.start, a.end)
    if field.kind == "phone":
        digits = re.search(r"\+?\d[\d /.\-]{7,17}\d", heard.text)
        if digits:
            return digits.group(), digits.span()
    return None


_LEAD = re.compile(r"^\W*(?:(?:ja|wel|goed|ok)[, ]+)?(?:(?:mijn|onze|ons|de|het) (?:naam|bedrijf|firma|zaak|klant|nummer|polisnummer|polis) (?:is|heet|luidt|:)|ik heet|ik ben|dat is|dat zijn|wij zijn|wij heten|het is|met|naam:|bedrijf:|u spreekt met|spreekt u met)\s+", re.I)


def _string(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    if _refuses(heard) or (_SKIP.search(heard.text) and len(heard.text) < 200):
        return None
    text = heard.text
    m = _LEAD.search(text)
    start = m.end() if m else len(text) - len(text.lstrip())
    end = len(text.rstrip(" .,;\n"))
    cut = re.search(r"[,;\n]|\. ", text[start:end])
    if cut and cut.start() > 1:
        end = start + cut.start()
    value = text[start:end].strip()
    if not value or len(value) > 80 or len(value.split()) > 9 or (_yes_no(heard) is not None and len(value.split()) == 1):
        return None
    return value, (start, start + len(value))


def _text(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int]] | None:
    if _refuses(heard):
        return None
    text = heard.text.strip()
    start = heard.text.find(text)
    return text, (start, start + len(text))


def _object(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int] | None] | None:
    said = _yes_no(heard)
    key = _OBJECT_YES.get(field.name)
    if key:
        return None if said is None else ({key: said}, None)
    if field.name == "own_hours":
        a = _pick(usable, "number", "duration")
        hours = shapes.amount_of(a.value) if a is not None and a.entity == "number" else None
        return ({"hours": hours}, (a.start, a.end)) if a is not None and hours else None
    if field.name == "claimant_contact":
        row = {a.entity: a.value for a in usable if a.entity in ("phone", "email")}
        person = _pick(usable, "person")
        if person is not None:
            row["name"] = person.value
        if row:
            return row, None
    found = _text(heard, field, usable, file)
    return None if found is None else ({"note": found[0]}, found[1])


def _object_list(heard: Heard, field: Field, usable: list[Annotation], file: ClaimFile) -> tuple[Any, tuple[int, int] | None] | None:
    if field.name == "demand_heads":
        return None
    if _yes_no(heard) is False and len(heard.text.split()) < 4:
        return None
    found = _text(heard, field, usable, file)
    if found is None:
        return None
    entry = {_TEXT_KEYS.get(field.name, "text"): found[0]}
    if field.name == "measures_taken":
        entry["by"] = "insured"
    if field.name == "alleged_failures":
        entry["alleged_by"] = "claimant"
    return [entry], found[1]


_READ: dict[str, Read] = {
    "bool": _bool, "enum": _enum, "enum_multi": _enum_multi, "money": _money, "money_period": _money, "money_list": _money,
    "crypto_or_money": _coin, "date": _moment, "datetime": _moment, "integer": _integer, "duration": _duration, "phone": _contact,
    "email": _contact, "string": _string, "text": _text, "object": _object, "object_list": _object_list,
    "country_list": _text, "documents": lambda *_: None,
}  # fmt: skip
