"""How people say a fact when they are asked for it: dates, amounts, yes and no, codes as everyday words; terse or wordy."""

import random
from datetime import date
from typing import Any

_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
_WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "ransom_paid_by": {
        "customer": ("de klant zelf", "onze klant heeft dat betaald", "de klant"),
        "insured": ("wij", "wij hebben dat zelf betaald", "wijzelf"),
        "insurer": ("de verzekeraar", "dat heeft de verzekering betaald"),
    },
    "security_in_scope": {
        "yes": ("ja, dat hoorde erbij", "jawel", "Ja, beveiliging was deel van de opdracht."),
        "no": ("nee", "neen, dat hoorde er niet bij", "Nee, dat stond niet in de opdracht."),
        "unclear": ("dat is niet duidelijk", "onduidelijk eigenlijk"),
    },
    "service_types": {
        "backup_management": ("de back-ups", "wij beheren hun backups", "Het beheer van de back-ups."),
        "helpdesk": ("helpdesk", "Wij doen de helpdesk voor hen."),
        "hosting_cloud": ("hosting", "Wij hosten hun software in de cloud."),
        "network_management": ("netwerkbeheer", "wij beheren het netwerk"),
    },
    "admission_made": {"none": ("nee", "neen, niks toegezegd", "Nee, we hebben nog niets beloofd.", "nog niets")},
    "legal_proceedings": {"none": ("nee", "neen, nog niet", "Nee, niets van dat alles.")},
    "notification_type": {"claim": ("een claim van een klant", "de klant dient een claim in", "Een klant eist geld van ons.")},
    "backups_affected": {
        "True": ("ja, een deel ook", "ja, allemaal", "Ja, de back-ups zijn ook geraakt.", "jammer genoeg wel, deels"),
        "False": ("nee", "neen, die zijn in orde", "Nee, de back-ups zijn niet geraakt."),
    },
    "data_exfiltration": {
        "True": ("ja, er zijn gegevens gestolen", "ja", "Ja, jammer genoeg wel."),
        "False": ("nee", "neen, er is niks gestolen", "Nee, er zijn geen gegevens gestolen."),
    },
}
_YES = {
    "terse": ("ja", "yep", "jawel", "jep"),
    "plain": ("Ja.", "ja, klopt", "Ja, dat is zo."),
    "wordy": ("Ja, dat is inderdaad zo.", "Ja zeker, dat klopt."),
}
_NO = {
    "terse": ("nee", "neen", "nope", "nee hoor"),
    "plain": ("Nee.", "neen, niet", "Nee, dat is niet zo."),
    "wordy": ("Nee, dat is niet het geval.", "Neen, helemaal niet."),
}
_AROUND = {
    "reporter_name": ("{}", "Met {}.", "Mijn naam is {}.", "u spreekt met {}", "ik ben {}"),
    "reporter_phone": ("{}", "Op {}.", "belt u maar naar {}", "Mijn gsm is {}", "mijn nummer is {}"),
    "reporter_email": ("{}", "Mail maar naar {}.", "liefst op {}"),
    "insured_legal_name": ("{}", "Wij heten {}.", "Ons bedrijf is {}", "De naam is {}."),
    "claimant_legal_name": ("{}", "Dat is {}.", "De klant heet {}", "het gaat om {}"),
    "policy_number": ("{}", "Dat is {}.", "polisnr {}", "Mijn polisnummer is {}."),
    "ransomware_family": ("{}", "Volgens de specialist {}."),
}


def say(name: str, value: Any, rng: random.Random, manner: str) -> str | None:
    """The fact in the words of a person; None for what this person would not know how to say."""
    codes = _WORDS.get(name)
    if codes is not None:
        key = str(value[0]) if isinstance(value, list) else str(value)
        return rng.choice(codes[key]) if key in codes else None
    if isinstance(value, bool):
        return rng.choice((_YES if value else _NO)[manner])
    if name in _AROUND:
        return rng.choice(_AROUND[name]).format(value)
    if isinstance(value, dict) and "grain" in value:
        return _when(value, rng, manner)
    if isinstance(value, dict) and "amount" in value:
        return _amount(value, rng, manner)
    if isinstance(value, str) and value.startswith("P"):
        return _long(value, rng)
    return rng.choice((f"{value}", f"zo'n {value}", f"ongeveer {value} mensen")) if isinstance(value, int) else None


def _when(value: dict[str, Any], rng: random.Random, manner: str) -> str | None:
    text, grain = value["value"], value["grain"]
    if grain == "month":
        year, month = text.split("-")[:2]
        return rng.choice((f"{_MONTHS[int(month) - 1]} {year}", f"ergens in {_MONTHS[int(month) - 1]} {year}"))
    if grain not in ("day", "minute", "hour"):
        return None
    day = date.fromisoformat(text[:10])
    named = f"{day.day} {_MONTHS[day.month - 1]}"
    forms = [f"{named} {day.year}", f"{day.day}/{day.month}/{day.year}", f"Op {named} {day.year}.", f"{day:%d-%m-%Y}"]
    said = rng.choice(forms)
    if grain != "day" and "T" in text:
        clock = text[11:16]
        said += rng.choice((f" om {clock}", f" om {clock.replace(':', 'u')}"))
    return f"Dat was {said.lower().rstrip('.')}, als ik me niet vergis." if manner == "wordy" and rng.random() < 0.3 else said


def _amount(value: dict[str, Any], rng: random.Random, manner: str) -> str:
    number = value["amount"]
    whole = f"{number:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    shown = whole.removesuffix(",00")
    unit = value.get("asset") or value.get("currency") or "EUR"
    word = {
        "BTC": ("bitcoin", "btc", "BTC"),
        "USD": ("dollar", "USD"),
        "EUR": ("euro", "EUR", "eur"),
        "XMR": ("monero",),
        "ETH": ("ether",),
    }
    text = f"{shown} {rng.choice(word.get(unit, (unit,)))}"
    if unit == "EUR" and rng.random() < 0.3:
        text = f"€ {shown}"
    vat = {"excl": (" excl btw", " zonder btw", ", exclusief btw"), "incl": (" incl btw", " met btw", ", btw inbegrepen")}.get(
        str(value.get("vat"))
    )
    text += rng.choice(vat) if vat else ""
    if value.get("period"):
        text += " per maand" if value["period"] in ("P1M", "month") else " per jaar"
    return rng.choice((f"Het gaat om {text}.", f"{text}, meen ik", f"Dat is {text}.")) if manner == "wordy" else text


def _long(value: str, rng: random.Random) -> str | None:
    number, unit = value.removeprefix("P").removeprefix("T")[:-1], value[-1]
    words = {"D": ("dagen", "d"), "W": ("weken",), "H": ("uur", "u")} if "T" in value or value[-1] in "DW" else {}
    if unit not in words or not number.replace(".", "").isdigit():
        return None
    return rng.choice((f"{number} {rng.choice(words[unit])}", f"zo'n {number} {words[unit][0]}"))
