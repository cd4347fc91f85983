"""What a phrase borrows from its neighbours: a time takes the day said before it, a bare number the unit or the month.

Everything works on the findings of one text, in order, and changes them in place. Nothing crosses a blank line or more
than one sentence, so that unrelated text beside a phrase does not change its reading.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Optional

from .between import Range
from .day import Day
from .moments import Context
from .money import COINS, Amount
from .numbers import Number
from .points import Point
from .tokens import Tokens, words
from .vat import vat_after

if TYPE_CHECKING:
    from .extract import Found

# Words beside a bare number that make it an amount of what was spoken of before ("het zijn er 7 geworden").
_ASKED = frozenset(
    words(
        "betaald geeist gevraagd geboden overgemaakt geworden onderhandeld gestort gevorderd verstuurd teruggevraagd "
        "afgedongen afgesproken overgeschreven vroegen vragen eisten eisen betaalden betalen boden betaalde eiste vroeg "
        "eist vraagt onderhandelen onderhandeling onderhandelingen gezakt gekregen verzonden geclaimd"
    )
)
_LINKS = frozenset(
    words("en maar of uiteindelijk tot naar er nu dus daarna toen , . ; ! ? ) : - / op is zijn bleven over gaf gaven per voor")
)
_MAX_STEPS = 12  # times that follow one another from one day
_BETWEEN_AMOUNTS = frozenset(words("en a tot of - – naar van op / t m voor"))

# Words that say that money is meant, for a number without a currency.
_MONEY_CUES = frozenset(
    words(
        "omzet jaaromzet omzetverlies factuur facturen rekening belrekening schade schadebedrag bedrag totaalbedrag "
        "kost kosten kostte kostprijs betaald betaal betaalt betalen betaalde betaalden ophoesten eist eisen eisten "
        "geeist vorderen vordert vorderde gevorderd vordering voorschot losgeld boete dwangsom prijs budget honorarium "
        "tarief risico vrijstelling franchise waarde begroot geraamd raming verlies winst claimt claimen claimde "
        "geclaimd offerte borg borgsom ereloon investering euro herstelkosten onkosten incassokosten terugvragen "
        "teruggevraagd vergoeding vergoed kwijt overgemaakt gestort bod bood geboden aangerekend gefactureerd "
        "factureren rekende schuld"
    )
)
_AFTER_BARE_MONEY = frozenset(
    words(
        "en of maar per voor aan dat die is was wordt werd om op van terug betaald gevraagd zegt zeggen denken denk "
        "ongeveer in omzet jaaromzet schade kosten losgeld winst verlies ofzo extra zonder met te waard btw bruto netto "
        "ophoesten minimum maximum p pm kost gekost geeist gevorderd terugbetaald overgemaakt kwijt bij door "
        "aangerekend gefactureerd excl incl ex exclusief inclusief als want terwijl ze we wij hij ik u het de dus ook "
        "al nog toch eigen vergoed tot of zo"
    )
)


def borrow(toks: Tokens, found: "list[Found]") -> None:
    """Complete the findings of a text from one another."""
    _borrow_months(toks, found)
    _borrow_days(toks, found)
    _borrow_units_ahead(toks, found)
    _borrow_units(toks, found)
    _name_money(toks, found)


def _borrow_months(toks: Tokens, found: "list[Found]") -> None:
    """ "op 9, 10 en 11 november": days that take their month from the last one."""
    for one, nxt in zip(reversed(found[:-1]), reversed(found[1:])):
        if not (isinstance(one.what, Number) and isinstance(nxt.what, Point) and nxt.what.day and nxt.what.day.sort == "date"):
            continue
        number = one.what
        if len(number.raw) not in (1, 2) or not number.raw.isdigit() or not 1 <= int(number.raw) <= 31 or one.approx:
            continue
        if nxt.begin - one.end == 1 and toks.low(one.end) in (",", "en", "of", "&", "/", "+"):
            day = Day(one.end, "date", _same_month(nxt.what.day, int(number.raw)), fixed=nxt.what.day.fixed)
            one.what = Point(one.begin, one.end, day=day)


def _same_month(other: Day, number: int):
    def pick(ctx: Context) -> tuple[date, date]:
        last = other.pick(ctx)[0]
        day = last.replace(day=number)
        return day, day + timedelta(1)

    return pick


def _borrow_days(toks: Tokens, found: "list[Found]") -> None:
    """Let a time without a day fall on the day last said in the same sentence."""
    last: "Optional[Found]" = None
    steps = 0
    for one in found:
        if not isinstance(one.what, (Point, Range)):
            continue
        if last is not None and toks[one.begin].sentence != toks[last.begin].sentence:
            last = None
        if _dayless(one.what):
            if last is not None and steps < _MAX_STEPS:
                one.day_from, last, steps = last, one, steps + 1
        elif isinstance(one.what, Point) and one.what.single_day and one.what.day is not None:
            last, steps = one, 0


def _dayless(what: object) -> bool:
    if isinstance(what, Point):
        return what.made is None and what.day is None and what.clock is not None
    if isinstance(what, Range):
        ends = [end for end in (what.first, what.last) if end is not None]
        return what.frame is None and all(end.day is None and end.made is None for end in ends)
    return False


def _borrow_units_ahead(toks: Tokens, found: "list[Found]") -> None:
    """ "tussen 40.000 en 50.000 euro", "10 à 15k", "van 10 naar 7 bitcoin", "7 van de 10 bitcoins"."""
    for one, nxt in zip(reversed(found[:-1]), reversed(found[1:])):
        if not (isinstance(one.what, Number) and isinstance(nxt.what, Amount)):
            continue
        between = [toks.low(at) for at in range(one.end, nxt.what.begin)]
        if (
            not 1 <= len(between) <= 3
            or between[0] not in _BETWEEN_AMOUNTS
            or any(word not in _BETWEEN_AMOUNTS | {"de", "daarna", "later", "uiteindelijk", "nu", "toen", "dan", "nog"} for word in between)
        ):
            continue
        value = one.what.value
        if between[0] in ("a", "tot", "-", "–", "en", "of") and value > 0:
            value *= _missing_scale(value, nxt.what.value)
        one.what = Amount(one.begin, one.end, value, nxt.what.currency, nxt.what.asset, nxt.what.vat, elliptical=True)
        one.extra["elliptical"] = True


def _missing_scale(value: Decimal, upper: Decimal) -> int:
    """What "10" in "10 à 15.000" leaves out: 1000."""
    for scale in (10**6, 1000):
        if upper >= scale and value < 1000 and value * scale < upper and upper / value > 100:
            return scale
    return 1


def _borrow_units(toks: Tokens, found: "list[Found]") -> None:
    """Turn a bare number into an amount of the coin or currency spoken of just before it (same or previous sentence)."""
    unit: Optional[tuple[int, Optional[str], Optional[str]]] = None
    mentions = [(at, COINS[toks.low(at)]) for at in range(len(toks)) if toks.low(at) in COINS and len(toks.low(at)) > 4]
    mention = 0
    for one in found:
        while mention < len(mentions) and mentions[mention][0] < one.begin:
            unit = (mentions[mention][0], None, mentions[mention][1])
            mention += 1
        if isinstance(one.what, Amount):
            unit = (one.begin, one.what.currency, one.what.asset)
        elif (
            isinstance(one.what, Number)
            and unit is not None
            and _near(toks, unit[0], one.begin)
            and _asks_for_unit(toks.block(one.begin), one)
        ):
            one.what = Amount(one.begin, one.end, one.what.value, unit[1], unit[2], elliptical=True)
            one.extra["elliptical"] = True
            unit = (one.begin, unit[1], unit[2])


def _near(toks: Tokens, before: int, at: int) -> bool:
    return toks[before].paragraph == toks[at].paragraph and toks[at].sentence - toks[before].sentence <= 1 and at - before < 40


def _asks_for_unit(toks: Tokens, one: "Found") -> bool:
    follows, leads = toks.low(one.end), toks.low(one.begin - 1)
    if follows in _ASKED:
        return True
    free = not follows or follows in _LINKS
    if leads in ("er", "naar") and free and toks.low(one.begin - 2) not in ("kijk", "zie"):
        return True
    return free and any(
        toks.low(at) in _ASKED for at in range(max(0, one.begin - 4), one.begin) if toks[at].sentence == toks[one.begin].sentence
    )


def _name_money(toks: Tokens, found: "list[Found]") -> None:
    """Turn a number without a currency into euros where the words around it speak of money."""
    for one in found:
        if not isinstance(one.what, Number) or one.what.vague:
            continue
        near = toks.block(one.begin)
        vat = vat_after(near, one.end)
        dashed = toks[one.end].text == "," and toks[one.end + 1].text == "-" and not toks[one.end].gap and not toks[one.end + 1].gap
        if dashed and vat is None:
            vat = vat_after(near, one.end + 2)
        if vat or dashed or _speaks_of_money(near, one):
            end = vat[1] if vat else one.end + 2 if dashed else one.end
            one.what = Amount(one.begin, end, one.what.value, "EUR", vat=vat[0] if vat else None)
            one.end = end


def _speaks_of_money(toks: Tokens, one: "Found") -> bool:
    number, follow = one.what, toks[one.end]
    assert isinstance(number, Number)
    if (follow.kind == "w" and follow.low not in _AFTER_BARE_MONEY) or follow.text == "%":
        return False
    if number.scaled and toks.low(one.end - 1) in ("k", "mln", "miljoen", "mio", "miljard", "mld"):
        return True
    if toks.low(one.begin - 1) == "er" and follow.low == "voor" and number.value >= 100:
        return True
    cents = "," in number.raw and len(number.raw.split(",")[-1]) == 2
    year = len(number.raw) == 4 and number.raw[:2] in ("19", "20")
    if year or not (cents or number.value >= 100):
        return False
    sentence = toks[one.begin].sentence
    near = [at for at in range(max(0, one.begin - 7), min(len(toks), one.end + 4)) if toks[at].sentence == sentence]
    if any(toks.low(at) in _MONEY_CUES for at in near):
        return True
    per = (toks.low(one.end) == "p" and toks.low(one.end + 1) == "/") or (
        toks.low(one.end) == "per" and toks.low(one.end + 1) in ("maand", "jaar", "uur", "dag", "stuk")
    )
    return per and toks.low(one.end) == "p"
