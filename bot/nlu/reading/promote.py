"""Numbers that are amounts of money, although no currency stands beside them: "totaal 18.209,89", "360 p/m", "ruim 4 ton"."""

import re
from typing import Any, Dict, List, Optional

_MONEY_BEFORE = re.compile(
    r"\b(?:totaal|bedrag|som|rekening|factuur|facturen|nota|eis|eist|eisen|eiste|vorder\w*|claim\w*|voorschot|schade\w*|boete|dwangsom|kost\w*|losgeld|betaald|betalen|betaalt|vra\w+|vroeg\w*|gevraagd|geeist|"
    r"offerte|prijs|teller|brief|waarde|omzet|belrekening|ereloon|vergoeding|contract|abonnement|voor|tegen|plus|verlies|omgerekend|rente|uitgegeven|uitgeven|ophoesten|waard|bijna|ruim|maximum)\b[^.!?]{0,45}$"
)
_AFTER = re.compile(r"\s?(?:(?:incl|excl|ex|inclusief|exclusief)\b|p/?m\b|p/?j\b|per (?:maand|jaar)|/ ?(?:maand|jaar|mnd)|'s jaars|,-|\+ ?btw|zonder btw|met btw|in totaal|zegt ie|zegt hij|schade\b|kosten\b|aan (?:kosten|schade|herstel|omzet|incasso\w*|advocaat\w*|rente|marge|boetes?|losgeld|loon\w*|uren))")
_NOUN = re.compile(r"\s?[a-z][\w'-]{2,}")
_FREE_WORDS = re.compile(r"\s?(?:incl|excl|inclusief|exclusief|zegt|voor|van|aan|ex|plus|of|en|wil|willen|eisen|vragen|vroegen|in|op|per|dat|die|zijn|is|was|moet|te|maar|ligt|ter|zonder|met|om|als|terug|betaald|gekost|weg|kwijt|sorry|nee|wacht|euro|schade|kosten)\b")
_BIG = re.compile(r"miljoen|mio|miljard|\bton\b|duizend|\dk\b")
_CENTS = re.compile(r"\d,\d\d$")
_MONEY_WORDS = re.compile(r"\b(?:eis|eist|eisen|geeist|vorder\w*|claim\w*|voorschot|schade\w*|boete|dwangsom|kost\w*|losgeld|betaal\w*|rekening|factuur|bedrag|ophoesten|omzet|willen|vragen|vroegen|kort geding|verlies|marge|totaal)\b")
_VAT = re.compile(r"\W{0,3}(?:,? ?(?:dat is|alles|allebei|eveneens|ook) )?(incl|excl|inclusief|exclusief|ex|zonder|met|\+)\w*\.? ?(?:btw|vat|b\.t\.w)?")
_NOT_MONEY = re.compile(r"\b(?:polis\w*|nummer|nr|artikel|art|poort|versie|kvk|btw|tel|gsm|windows|server|office|ip|postbus|dossier\w*|zaak|iso|jaar|anno|sinds|bel|om|rond)\W{0,3}$")


def promoted(low: str, items: List[Dict[str, Any]]) -> List[Dict[str, Any]]:
    """`items` with such numbers turned into money in euro, in their old order."""
    return [_money(low, item) or item if item["kind"] == "number" else item for item in items]


def _money(low: str, item: Dict[str, Any]) -> Optional[Dict[str, Any]]:
    start, end = item["start"], item["end"]
    words, after, before = low[start:end], low[end:end + 30], low[max(0, start - 60):start]
    if _NOT_MONEY.search(before) or re.match(r"\s?(?:%|procent|gb|tb|mb|uur|uren|dagen|keer|maal|x\b|st\b|stuks)", after):
        return None
    try:
        size = float(item["value"])
    except (TypeError, ValueError):
        return None
    if big_thing(after):
        return None
    noun = _NOUN.match(after) and not _FREE_WORDS.match(after) and not _AFTER.match(after)
    cents, tail = bool(_CENTS.search(words)), bool(_AFTER.match(after))
    sentence = re.split(r"[.!?\n](?:\s|$)", low[max(0, start - 120):start])[-1] + " " + re.split(r"[.!?\n](?:\s|$)", low[end:end + 80])[0]
    big = bool(_BIG.search(words)) or size >= 1000
    sure = (cents and size >= 1) or (tail and size >= 5) or (big and bool(_MONEY_WORDS.search(sentence))) or (
        size >= 20 and not noun and bool(_MONEY_BEFORE.search(before)) and not re.match(r"\s?(?:t/m|tot|-)\s?\d", after))
    if noun and not cents and not (big and _MONEY_WORDS.search(sentence)):
        return None
    return {**item, "kind": "money", "value": {"amount": item["value"], "currency": "EUR", "vat": vat_after(low, end)}} if sure else None


def big_thing(after: str) -> bool:
    """True when the words after a number name things or people that are counted."""
    return bool(re.match(r"\s?(?:\w+ ){0,2}?(?:mensen|personen|klanten|clienten|gezinnen|huishoudens|patienten|leden|gebruikers|accounts|records|bestanden|dossiers|mails|regels|medewerkers|werknemers|studenten|leerlingen|burgers|"
                         r"inwoners|bezoekers|servers|laptops|computers|pc'?s|toestellen|bedrijven|organisaties|stuks|adressen|e-?mailadressen|documenten|foto'?s|berichten|betrokkenen|huurders|consumenten|nummers|rijen)\b", after))


def vat_after(low: str, end: int) -> Optional[str]:
    """ "excl", "incl" or None: the VAT basis said right after `end`."""
    m = _VAT.match(low[end:end + 40])
    if not m or (m.group(1) in ("zonder", "met", "+") and not re.search(r"btw|vat", m.group())) or (m.group(1) == "ex" and not re.match(r"\W{0,3}ex\.? ", m.group() + " ")):
        return None
    return "incl" if m.group(1).startswith(("incl", "met")) else "excl"
