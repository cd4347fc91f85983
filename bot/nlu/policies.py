# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Policy numbers in a text: no check digits and no fixed shape, so the word beside them decides."""

import re
from typing import Any, Dict, Iterator, Optional

from .openers import holds

_WORD = (
    r"(?:(?:cyber|beroeps(?:aansprakelijkheids)?|ba|avb|bav|aansprakelijkheids|verzekerings|schade|bedrijfs)?[ -]?(?:polis|polissen|police|polic[ey])(?:[ -]?(?:num+[ea]?r?s?|nmr|numero|nrs?|no|number|id|code|kenmerk|referentie|ref|n°))?"
    r"|pol\.? ?(?:num+[ea]?r?|nr|no)|pol(?=[.:])|verzekerings?[ -]?(?:nummer|nr)|(?:verzekerings|polis|cyber)[ -]?contract(?:[ -]?(?:nummer|nr|no))?|dekkings?[ -]?(?:nummer|nr)"
    r"|(?:cyber)?verzeker(?:ing|d)(?= (?:(?:bij|via) [a-z]{1,12} )?(?:onder|met|heeft) (?:het )?(?:polis)?(?:nummer|nr)\b))"
)
_NUMBERED = re.compile(r"(?:nummers?|numero|nrs?|no|num|id|code|kenmerk|referentie|ref|n°|polnr)\.?$|°$", re.I)
# What people put between the word and the number.
_LINK = (
    r"\.?(?:[ ,]{0,2}(?:(?:is|luidt|was|hebben|heeft|heb|draagt|met|onder|van|voor|bij|op|de|het|als|onze|ons|mijn|uw|jullie|zijn|mij|hij|verzekering|polis|dat|dit|denk ik|ik denk|volgens mij|namelijk|zeg|ongeveer|geloof ik|hier|komt ie|dus|even|"
    r"als volgt|bedrijf|firma|wij|we|ik|(?:polis)?(?:nummer|nr|no|num|n°)\.?|(?-i:cyber[a-z]{0,12}|beroepsaansprakelijkheid|ba|avb|bav))(?=[\s:=#(\"',])|[\"'(:#=-]|\s)){0,9}"
)
_TOKEN = r"(?:(?-i:[A-Z]{1,12}) |(?!(?:is|nr|no|van|de|het|ons|met|op|dat|die|en|of|al|zeg|nog|wel|was|tot|nee|ja|ik|hij|zij|je|ze|per|om|aan|uit|bij|dan|dus|eh|euh|uh|ehm|hm|ca|sinds|plus|min|vz|vn|klt|klnt) )[a-z]{1,4} (?=\d{3})|[A-Za-z]{1,10} ?[-/] ?|[A-Za-z]{0,10}[-./_]?)\d[\w]*(?:(?:[-./_–]| ?[-/] ?)[\w]+){0,8}"
_MORE = r"(?: (?=[A-Z]{0,4}\d)(?-i:[A-Z]{0,4})\d{1,6}(?:[./-]\w{1,8}){0,3}(?![\w]|[.,:]\d))"
_NUMBER = rf"({_TOKEN}{_MORE}{{0,5}}(?: (?!(?:IT|ICT|BV|NV|EN|OF|GSM|TEL|BTW|KBO|KVK|VZ|OP|IS|EUR|VAN|DE|HET|MET)\b)(?-i:[A-Z]{{1,3}})(?![\w'.]))?|(?:(?-i:[A-Z]{{1,5}}(?:[-./ ][A-Z]{{1,5}}){{1,3}})[-./ ]?(?=\d)|[a-z]{{1,8}}(?:[-./_][a-z]{{1,8}}){{1,3}}[-./_]?(?=\d))\d[\w./-]{{1,24}}{_MORE}{{0,4}})"
_BEFORE = re.compile(rf"(?<!\w)(?P<word>{_WORD})(?P<link>{_LINK}){_NUMBER}", re.I)
_FURTHER_ON = re.compile(rf"(?<!\w)(?:cyber)?polis\b[^.!?\n]{{1,40}}?\b(?:nummer|nr)\b\.?(?P<link>{_LINK}){_NUMBER}", re.I)
_BEHIND = r"(?= ?[(,]? ?(?:(?:dat|dit|en dat) )?(?:is|als|=|staat|stond|zijn|heet)? ?(?:er |hier |zo )?(?:op |in |van |voor |bij )?(?:ons |onze |mijn |het |de |die |uw )?(?:nummer van (?:de|onze|mijn) )?(?:cyber)?(?:polis(?:nummer|nr|blad)?|verzekeringsnummer)\b(?! ?[:=]))"
_AFTER = re.compile(
    rf"(?<![\w.,/-])((?=[\w./-]{{0,30}}\d)(?=[\w./-]{{0,30}}[A-Za-z-])[A-Z0-9][\w./-]{{4,30}}){_BEHIND}|\b(?:nummer|nr|no)\b[.:]? ?{_NUMBER}{_BEHIND}",
    re.I,
)
_CONTRACT = re.compile(rf"(?<!\w)contract[ -]?(?:nummer|nr|no)\b\.?(?P<link>{_LINK}){_NUMBER}", re.I)
_SERVICE = re.compile(r"klant|onderhoud|\bsla\b|huur|leveranc|beheer|hosting|support|service|licentie", re.I)
_INSURANCE = re.compile(r"polis|verzeker|dekking|makelaar|\bbij (?:u|jullie)\b", re.I)
_MONEY_OR_TIME = re.compile(
    r"[ \u00a0]?(?:€|%|euro|eur\b|k\b|mln|miljoen|mio|jaar|jaren|maand|maanden|dagen|weken|uur\b|klanten|procent|personen|medewerkers|april|mei|juni|juli|januari|februari|maart|augustus|september|oktober|november|december)",
    re.I,
)
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)?\d\d$|(?:19|20)\d\d-[01]\d-[0-3]\d$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d\d|,-)?$")
_WHOLE = 6  # digits: written in groups, no group is this long


def find_policies(text: str) -> Iterator[Dict[str, Any]]:
    """Every policy number in `text` as {"kind", "start", "end", "value"}, the value as written, its blanks single; may overlap."""
    if not holds(text, "pol", "verzeker", "contract", "dekking"):
        return
    for match in _BEFORE.finditer(text):
        named = bool(_NUMBERED.search(match["word"])) or bool(re.search(r"(?:nummer|nr|no|num|n°)\b|[:#=]", match["link"], re.I))
        item = _item(text, match, match.lastindex or 0, named)
        if item:
            yield item
    for match in _CONTRACT.finditer(text):
        around = text[max(0, match.start() - 80) : match.end() + 60]
        ours = _INSURANCE.search(around) or not _SERVICE.search(around)
        item = _item(text, match, match.lastindex or 0, True) if ours else None
        if item:
            yield item
    for match in _FURTHER_ON.finditer(text):
        item = _item(text, match, match.lastindex or 0, True)
        if item:
            yield item
    for match in _AFTER.finditer(text):
        item = _item(text, match, match.lastindex or 1, True)
        if item:
            yield item


def _item(text: str, match: Any, group: int, named: bool) -> Optional[Dict[str, Any]]:
    start = match.start(group)
    written = match.group(group).rstrip("./-–_ ")
    first = re.match(r"(?:[A-Za-z]{1,10} )?\S+(?: ?[-/] ?\w{1,3}(?!\w))*", written)
    if first and sum(c.isdigit() for c in first.group()) >= _WHOLE:
        letter = re.match(r" [A-Z]{1,3}$", written[first.end() :])
        written = first.group() + (letter.group() if letter else "")  # what follows is the next thing, a telephone number perhaps
    digits = sum(c.isdigit() for c in written)
    letters = any(c.isalpha() for c in written)
    end = start + len(written)
    if digits < (2 if named and letters else 3 if named else 5 - letters) or _DATE.search(written) or _YEAR.match(written):
        return None
    if _MONEY_OR_TIME.match(text, end) or (_AMOUNT.match(written) and not named):
        return None
    return {"kind": "policy_number", "start": start, "end": end, "value": re.sub(r"\s+", " ", written)}
