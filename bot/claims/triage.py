"""How soon a person must look: signals T1 to T14 with their quotes, and the level P1 to P3 they lead to.

Advisory: it orders the queue and shortens the questions; nothing is closed or refused by it. It is computed anew
from the file each time; once the alarm was told, it stays P1 until it is certain that the attack has stopped (`held`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.claims.conditions import CLAIMED
from bot.claims.extortion import without_attack
from bot.claims.model import ClaimFile, Evidence, Level
from bot.claims.moments import span, working_days_between

SIGNALS: dict[str, str] = {
    "T1": "de aanval loopt of breidt uit",
    "T2": "losgeld gevraagd en niet betaald",
    "T3": "betaling of contact met de aanvallers zonder verzekeraar",
    "T4": "persoonsgegevens gestolen of waarschijnlijk gestolen",
    "T5": "bankgegevens of overschrijving van de laatste dagen",
    "T6": "gevaar voor mensen",
    "T7": "meer klanten of eigen systemen geraakt",
    "T8": "sporen dreigen te verdwijnen",
    "T9": "eis met een bedrag of een termijn",
    "T10": "toezegging of schikking op komst",
    "T11": "NIS2-organisatie, minder dan 24 uur bekend",
    "T12": "publicatie of pers",
    "T13": "vraagt een mens, of is in nood",
    "T14": "voorbij, geen eis, hersteld",
}
_NOW = ("T1", "T2", "T8", "T12")  # P1 while it is not over
_RECENT = timedelta(days=7)
DOUBT = 0.5  # a stop that was only half understood while the alarm was on is written with this confidence and is none


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason for the level, with the words it rests on."""

    id: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Triage:
    """The level and its reasons, in the order T1 to T14."""

    level: Level
    signals: tuple[Signal, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(signal.id for signal in self.signals)


def is_over(file: ClaimFile) -> bool:
    """The attack has stopped or the systems work again, as far as was said."""
    stopped = file.value("attack_status") in ("stopped", "restored") and file.fields["attack_status"].confidence > DOUBT
    return stopped or (file.value("contained_at") is not None and file.fields["contained_at"].confidence > DOUBT)


def held(file: ClaimFile) -> tuple[Signal, ...]:
    """The reasons for which the alarm was given, while nobody said for certain that it is over.

    They are stored when the alarm is told (status "derived"), so that a later word about money or a date cannot take it back.
    """
    return () if is_over(file) else tuple(Signal(s.name, s.evidence[:1]) for s in file.signals if s.status == "derived")


def _in_court(file: ClaimFile) -> bool:
    """A summons or summary proceedings, as a field or in so many words."""
    said = set(file.value("legal_proceedings") or ()) & {"summons", "summary_proceedings"}
    return bool(said) or any(signal.name == "T9" and signal.status != "derived" for signal in file.signals)


def _behind(file: ClaimFile) -> bool:
    """The ransom was paid and the customer asks for money: the talk with the attackers is behind them, unless said otherwise."""
    paid, running = file.value("ransom_paid") is True, file.value("attack_status") == "ongoing"
    return paid and not running and file.value("claim_made") in CLAIMED


def _evidence(file: ClaimFile, *names: str) -> tuple[Evidence, ...]:
    return tuple(e for name in names if name in file.fields for e in file.fields[name].evidence[:1])


def _widest(file: ClaimFile, name: str) -> tuple[Evidence, ...]:
    """The longest quote for a field: "servers" alone says little."""
    return tuple(sorted(file.fields[name].evidence, key=lambda e: -len(e.quote))[:1])


def _old(file: ClaimFile, now: datetime) -> bool:
    """The incident is known to lie more than a week back."""
    moments = [span(file.value(name)) for name in ("incident_discovered_at", "incident_occurred_at")]
    return any(m is not None and now - m[1] > _RECENT for m in moments)


def _attack_signals(file: ClaimFile, now: datetime) -> Iterable[Signal]:
    over, paid = is_over(file), file.value("ransom_paid") is True
    claimed = file.value("claim_made") in CLAIMED
    if file.value("attack_status") == "ongoing":
        yield Signal("T1", _evidence(file, "attack_status"))
    if without_attack(file.value("attack_type")):
        return
    locked = not over and file.value("encrypted_asset_types") and not (paid or claimed or _old(file, now))
    if locked and file.value("attack_status") != "ongoing":
        yield Signal("T1", _widest(file, "encrypted_asset_types"))
    if _demanded(file) and not paid and not claimed:
        yield Signal("T2", _evidence(file, "ransom_demand_amount") or _evidence(file, "ransom_demanded", "ransom_deadline_at"))
    contact = set(file.value("attacker_contact_by") or ()) & {"insured", "claimant"}
    if (contact or paid) and file.value("insurer_consent_before_payment") is not True:
        yield Signal("T3", _evidence(file, "attacker_contact_by") if contact else _evidence(file, "ransom_paid"))


def _demanded(file: ClaimFile) -> bool:
    """Ransom is asked for; a term to pay it says so too, unless it was denied."""
    asked = file.value("ransom_demanded")
    return asked is True or (asked is None and file.value("ransom_deadline_at") is not None)


def _party_signals(file: ClaimFile, now: datetime) -> Iterable[Signal]:
    if file.value("data_exfiltration") in ("yes", "suspected") and file.value("personal_data_involved") is not False:
        personal = file.value("personal_data_involved") is True or file.value("data_exfiltration") == "yes"
        if personal:
            yield Signal("T4", _evidence(file, "data_exfiltration", "personal_data_involved"))
    if file.value("data_exfiltration") == "yes" and "bank" in (file.value("personal_data_categories") or ()):
        yield Signal("T5", _evidence(file, "personal_data_categories"))
    if file.value("other_clients_affected") is True or file.value("own_systems_affected") is True:
        hit = "other_clients_affected" if file.value("other_clients_affected") is True else "own_systems_affected"
        yield Signal("T7", _evidence(file, hit))
    if _in_court(file):
        words = tuple(e for stored in file.signals if stored.name == "T9" for e in stored.evidence[:1])
        yield Signal("T9", _evidence(file, "legal_proceedings") or words)
    elif file.value("demand_amount") is not None or file.value("demand_response_deadline_at") is not None:
        yield Signal("T9", _evidence(file, "demand_amount") or _evidence(file, "demand_response_deadline_at"))
    elif file.value("claim_made") in CLAIMED:
        yield Signal("T9", _evidence(file, "claim_made"))
    nis2 = file.value("nis2_status")
    if isinstance(nis2, dict) and "yes" in nis2.values():
        known = span(file.value("incident_discovered_at"))
        if known is None or now - known[0] < timedelta(hours=24):
            yield Signal("T11", _evidence(file, "nis2_status"))
    if file.value("leak_threat") is True:
        yield Signal("T12", _evidence(file, "leak_threat"))


def _from_words(file: ClaimFile, found: set[str]) -> Iterable[Signal]:
    """The stored signals that still hold: an attack said to be over after all is running no more."""
    for stored in file.signals:
        if stored.status == "derived" or stored.name in found or (stored.name in ("T1", "T8") and is_over(file)):
            continue
        if stored.name == "T3" and file.value("insurer_consent_before_payment") is True:
            continue
        found.add(stored.name)
        yield Signal(stored.name, stored.evidence[:1])


def _urgent(signal: Signal, file: ClaimFile, now: datetime) -> bool:
    """Whether this signal alone makes it P1."""
    if signal.id == "T4":
        known = span(file.value("incident_discovered_at"))
        return known is None or now - known[1] < timedelta(hours=72)
    if signal.id == "T9":
        due = span(file.value("demand_response_deadline_at"))
        return _in_court(file) or (due is not None and now <= due[1] and working_days_between(now, due[1], file.value("jurisdiction")) <= 2)
    if signal.id in ("T6", "T11"):
        return True
    if signal.id == "T5":
        return not _old(file, now)  # a bank can stop a payment of the last days, also when the attack itself is over
    if signal.id == "T7":
        return not is_over(file) and not _old(file, now)
    if signal.id == "T3":
        return not is_over(file) and not _old(file, now) and not _behind(file)
    if signal.id in _NOW:
        return not is_over(file)
    return False


def call_duty_at(deadline: Any) -> datetime | None:
    """When the duty manager is to be called for a term that the attackers set: a day before its earliest possible end."""
    found = span(deadline)
    return None if found is None else found[0] - timedelta(hours=24)


def reasons(file: ClaimFile, now: datetime) -> tuple[Signal, ...]:
    """The signals that make it P1 now."""
    return tuple(signal for signal in triage(file, now).signals if _urgent(signal, file, now))


def triage(file: ClaimFile, now: datetime) -> Triage:
    """Level and signals at the instant `now` (the time of the last message, so that a replay gives the same)."""
    found: dict[str, Signal] = {}
    for signal in (*_attack_signals(file, now), *_party_signals(file, now)):
        found.setdefault(signal.id, signal)
    for signal in _from_words(file, set(found)):
        found.setdefault(signal.id, signal)
    if not found and file.value("attack_status") == "restored":
        found["T14"] = Signal("T14", _evidence(file, "attack_status"))
    signals = tuple(sorted(found.values(), key=lambda s: int(s.id[1:])))
    if any(_urgent(signal, file, now) for signal in signals):
        return Triage("P1", signals)
    if kept := held(file):
        return Triage("P1", tuple(sorted({s.id: s for s in (*kept, *signals)}.values(), key=lambda s: int(s.id[1:]))))
    if not signals or set(found) <= {"T13", "T14"}:
        return Triage("P3" if found.keys() == {"T14"} else "P2" if found else _quiet(file), signals)
    return Triage("P2", signals)


def _quiet(file: ClaimFile) -> Level:
    """Without any signal: P3 when it is known to be over, else P2, because little was said yet."""
    return "P3" if is_over(file) and not _any_claim(file) else "P2"


def _any_claim(file: ClaimFile) -> bool:
    made: Any = file.value("claim_made")
    return made in (*CLAIMED, "expected")
