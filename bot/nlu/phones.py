# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Telephone numbers in a text, in every notation of the Low Countries, as E.164.

Cheap patterns find the runs of digits that could be one; `phonenumbers` (the numbering plans of all countries) says whether they are.
A number without its country is tried as Belgian and as Dutch. Without a word such as "tel" beside it a number must be one that the plan
hands out; with such a word its length is enough, for people also give numbers that the plan does not know yet.
"""

import re
from itertools import accumulate
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple

import phonenumbers

_GAP = r"(?: ?\(0\) ?|[ \u00a0\u202f]{0,2}[./–—‑-]?[ \u00a0\u202f]{0,2})"
_RUN = re.compile(rf"(?<![\w.,/+#€$-])(?<!\d:)(?:\(?\+ ?|\(?00)?\(?\d{{1,15}}\)?(?:{_GAP}\(?\d{{1,12}}\)?){{0,9}}")
_GROUP = re.compile(r"\d+")
_EXTENSION = re.compile(
    r"(?:[ ,;]{0,2}(?:ext(?:ensie)?\.?|toestel(?:nummer)?|toest\.?|tst\.?|intern(?: nummer)?|x)[ :.]{0,2}|#)(\d{1,6})(?![\w.,/]*\d)", re.I
)
_CUE = re.compile(
    r"(?<!\w)(?:t|tel|tels|telf|telefoon\w{0,9}|telnr|telef|telno|gsm(?:-?(?:nummer|nr))?|gsmnr|mob|mobiel\w{0,8}|mobile|phone|cell|whatsapp|wapp|bel(?:t|len|de|letje|lijn)?|terugbel\w{0,8}|"
    r"bereik\w{0,6}|bereikbaar|sms|signal|vast(?:e lijn)?|lijn|noodnummer|contactnummer|belnummer|mijn nummer|m'n nummer|ons nummer|(?:zijn|haar|hun) nummer|nummer|06|04)(?!\w)[^\d\n+]{0,28}$",
    re.I,
)  # fmt: skip
_CUE_AFTER = re.compile(r"[ ,]{0,2}\(?(?:gsm|tel|telefoon|mobiel|mob|vast|bellen|bereikbaar|privé|werk)(?!\w)", re.I)
# A number that follows one of these is something else, whatever the plan says.
_OTHER = re.compile(
    r"(?:(?<!\w)(?:kbo|bce|btw|vat|tva|rsin|kvk|iban|bic|po|rma|sku|imei|isbn|ean|rrn|bsn|insz|pid|cve|kb|ref)|ondernemings?\w{0,9}|inschrijvings\w{0,9}|rekening\w{0,8}|dossier\w{0,8}|factu\w{0,8}|"
    r"tickets?\w{0,8}|polis\w{0,8}|order\w{0,8}|bestel\w{0,10}|serie\w{0,8}|licentie\w{0,8}|klant(?:en)?(?:nummer|nr|code)|referentie\w{0,8}|kenmerk|zaak\w{0,8}|schade(?:nummer|nr)|meldings?(?:nummer|nr)|"
    r"proces|contract\w{0,8}|case\w{0,8}|incident(?:nummer|nr|id)?|volgnummer|artikel\w{0,8}|versie|version|build|poort|port|lidnummer|relatie\w{0,8}|inc|req|hash|sessie|session|code|barcode|offerte\w{0,8}|pv)"
    r"\b\.?[^\d\n\w]{0,4}(?:nummer|nr|no|id|is|was|van ons is|heeft)?\.?[^\d\n\w]{0,4}$|[€$£#№]\s?$|(?<!\w)(?:eur|euro|usd)\s?$|(?<!\w)be[ .-]?$",
    re.I,
)  # fmt: skip
_MEASURE = re.compile(
    r"[ \u00a0]?(?:€|%|‰|[x×] |euro|eur\b|usd\b|btc\b|uur\b|u\b|gb\b|tb\b|mb\b|kb\b|ms\b|km\b|stuks|bytes|records|:\d)", re.I
)
_DATE = re.compile(
    r"(?:(?:0?[1-9]|[12]\d|3[01])([./ -])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d|(?:19|20)\d\d([./ -])(?:0[1-9]|1[0-2])\2(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
_SHORT_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1\d\d(?!\d|\1\d|[ ]\d\d(?!\d|[.:u]))")
_CLOCK = re.compile(r"[ \u00a0]?(?:[:h]\d|u(?:ur)?\b)")
# Groups in which people write telephone numbers and hardly anything else: believed without a word, also when the plan has no such number.
_NOTATION = re.compile(
    r"\(?0\d{1,2}\)?[ /-]{1,2}\d{2,3}([ .])\d{2}\1\d{2}$|\(?04\d\d\)?[ /-]{1,2}\d{2}([ .])\d{2}\2\d{2}$|06 ?- ?\d{8}$|06[ -]\d{2}( \d{2}){3}$"
)
_BARE = re.compile(r"0\d+$")
_MOBILE = re.compile(r"04[5-9]\d{7}$|06\d{8}$|00")
_KBO_SHAPE = re.compile(r"(?!04[5-9])[01]\d{3}([. ])\d{3}\1\d{3}$")
_MOST_DIGITS, _FEWEST_DIGITS = 15, 8
_REGIONS = ("BE", "NL")


class Phone(NamedTuple):
    """One number: `value` is E.164; `extension` the digits after "toestel"."""

    start: int
    end: int
    value: str
    extension: Optional[str]


def find_phones(text: str) -> Iterator[Phone]:
    """Every telephone number in `text`, by place. What both countries could have given out is read as Belgian (see `as_dutch`)."""
    for run in _RUN.finditer(text):
        if sum(c.isdigit() for c in run.group()) >= _FEWEST_DIGITS:
            yield from _in_run(text, run.start(), run.group())


def _in_run(text: str, offset: int, run: str) -> Iterator[Phone]:
    """The numbers in one run of digit groups: two may stand side by side, and digits that are no part of one may follow."""
    groups = list(_GROUP.finditer(run))
    at = 0
    while at < len(groups):
        found = _longest(text, offset, run, groups, at)
        if found is None:
            at += 1
            continue
        at, phone = found
        yield phone


def _longest(text: str, offset: int, run: str, groups: List[Any], at: int) -> Optional[Tuple[int, Phone]]:
    """(index of the group behind it, the number that begins at group `at`), trying the longest first."""
    begin = _begin(run, groups, at)
    if begin is None or (at and not _breaks(run[groups[at - 1].end() : begin])):
        return None
    if _DATE.match(run, begin) or _SHORT_DATE.match(run, begin):
        return None
    before = text[max(0, offset + begin - 48) : offset + begin]
    if _OTHER.search(before):
        return None
    cued = bool(_CUE.search(before))
    sizes = list(accumulate(len(g.group()) for g in groups[at:]))
    for last in range(len(groups) - 1, at - 1, -1):
        if not _FEWEST_DIGITS <= sizes[last - at] <= _MOST_DIGITS + 2:
            continue
        end = groups[last].end() + (run[groups[last].end() : groups[last].end() + 1] == ")")
        if last + 1 < len(groups) and not _breaks(run[end : groups[last + 1].start()]):
            continue
        if last + 1 == len(groups) and _goes_on(text, offset + end):
            continue
        written = run[begin:end]
        sure = cued or bool(_NOTATION.match(written)) or bool(_CUE_AFTER.match(text, offset + end))
        value = _value(written, sure)
        if value and (sure or not _BARE.match(written) or _MOBILE.match(written) or _apart(text, offset + begin, offset + end)):
            more = _EXTENSION.match(text, offset + end)
            return last + 1, Phone(offset + begin, more.end() if more else offset + end, value, more.group(1) if more else None)
    return None


def _apart(text: str, start: int, end: int) -> bool:
    """Whether digits stand by themselves, at a border of the line or between commas; within a sentence they may be anything."""
    before, after = text[max(0, start - 3) : start].strip(" \t"), text[end : end + 3].strip(" \t")
    return not before or not after or before[-1] in "\n,;:/|(-" or after[0] in "\n,;/|)"


def _begin(run: str, groups: List[Any], at: int) -> Optional[int]:
    """Where the number that has group `at` as its first digits begins, with its "+" and bracket."""
    start = groups[at].start()
    while start and run[start - 1] in "(+" + " " * (run[max(0, start - 2) : start] == "+ "):
        start -= 1
    return int(start)


def _breaks(between: str) -> bool:
    """Whether a new number may begin behind these signs: "0475 12 34 56 / 03 ...", never within "12.34"."""
    return (
        not between.strip(" \u00a0\u202f")
        or (between[:1] in " \u00a0\u202f" and between[-1:] in " \u00a0\u202f(+")
        or between.endswith("(+")
    )


def _goes_on(text: str, end: int) -> bool:
    """Whether the digits are part of something longer: "…56.78", "…56-A", "…56 euro", a clock."""
    after = text[end : end + 12]
    if after[:1].isalnum() or after.startswith(("_", "@", "█")) or re.match(r"[.,/:-]\d|-\w|/\w{2}", after):
        return not re.match(r"x\d", after)
    return bool(_MEASURE.match(after) or _CLOCK.match(after))


def _value(written: str, cued: bool) -> Optional[str]:
    """`written` as E.164, or None when it is no telephone number."""
    digits = "".join(c for c in written if c.isdigit())
    plus = written.lstrip("( ").startswith("+")
    if plus or digits.startswith("00"):
        return _read("+" + (digits if plus else digits[2:]), None, cued)
    if digits.startswith("0"):
        if _KBO_SHAPE.match(written):
            return None  # written as a Belgian company number; a mobile can be written so too, and the core settles that
        tries = [(region, lenient) for lenient in (False, True)[: 1 + cued] for region in _REGIONS]
        return next((value for region, lenient in tries if (value := _read(digits, region, lenient))), None)
    if not cued:
        return None
    if digits[0] == "4" and len(digits) == 9:
        return _read("0" + digits, "BE", False)  # "gsm 475 12 34 56"
    if digits[0] == "6" and len(digits) == 9:
        return _read("0" + digits, "NL", False)
    return _read("+" + digits, None, False) if digits[:2] in ("31", "32") and len(digits) >= 10 else None


def _read(written: str, region: Optional[str], lenient: bool) -> Optional[str]:
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    if not (phonenumbers.is_valid_number(number) or (lenient and _length_fits(number))):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _length_fits(number: Any) -> bool:
    size = len(str(number.national_number))
    if number.country_code == 31:
        return size == 9
    if number.country_code == 32:
        return (size == 9 and str(number.national_number).startswith("4")) or size == 8
    return bool(phonenumbers.is_possible_number(number))


_DUTCH_AREA = re.compile(r"\(?0\d{3}\)?[ -]{1,3}\d{6}$|\(?0\d{2}\)?[ -]{1,3}\d{7}$|0\d{2} ?- ?\d{3} ?\d{2} ?\d{2}$")


_MOBILE_WORD = re.compile(r"gsm|whatsapp|mobiel", re.I)


def as_dutch(written: str, value: str, before: str) -> str:
    """`value`, or its Dutch reading when somebody Dutch wrote it: a Belgian mobile (04..) can look like a Dutch area code (0475, 0495)."""
    digits = "".join(c for c in written if c.isdigit())
    mobile = digits.startswith("04") and (_MOBILE_WORD.search(before) or not _DUTCH_AREA.match(written))
    if not value.startswith("+32") or not digits.startswith("0") or digits.startswith("00") or mobile:
        return value
    return _read(digits, "NL", False) or value


def as_item(phone: Phone) -> Dict[str, Any]:
    item: Dict[str, Any] = {"kind": "phone", "start": phone.start, "end": phone.end, "value": phone.value}
    return {**item, "extension": phone.extension} if phone.extension else item
