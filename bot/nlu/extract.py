"""Every moment, length of time, amount and number said in a Dutch text.

Offsets count code points, end exclusive. Readings are in Brussels wall time; see docs of `extract`. Time is linear in the
length of the text: every token is tried once as a start, and no grammar looks further than a fixed number of words.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Optional, Union

from .asides import asks_patience, is_aside
from .between import Range
from .context import borrow
from .counts import count_at, counted
from .durations import Length, read_length
from .identifiers import masked_spans
from .moments import Context, Stretch, context, stamp
from .money import Amount, read_amount
from .numbers import Number
from .pointreader import read_point
from .points import Point, approximate_before, read_ago
from .quiet import Quiet
from .ranges import read_range
from .reading.quoted import machine_spans
from .spans import disjoint
from .steps import Steps, at_once
from .tokens import Tokens

_DAY = timedelta(days=1)
STEP = 150  # tokens: a few thousandths of a second


@dataclass
class Found:
    """A candidate between tokens; `day_from` is the moment whose day a time without one falls on."""

    begin: int
    end: int
    what: Union[Point, Range, Length, Amount, Number]
    approx: bool = False
    day_from: Optional["Found"] = None
    extra: dict[str, Any] = field(default_factory=dict)


def extract(text: str, reference: datetime, *, future: bool = False) -> list[dict]:
    """What `text` says of time, money and number, by place: {"kind", "start", "end", "value", "approx", ...}.

    `reference` is when it was said (naive: Brussels wall time). Kinds: date, datetime, interval ([a, b), ".." for an
    open side), duration (ISO 8601), money, crypto, number; moments carry "precision". Moments without a year or a day
    are the last ones up to the reference, or with `future` the coming ones. Spans never overlap.
    """
    toks, found = at_once(_read(text))
    ctx = context(reference, future=future)
    return [item for item in (_render(toks, one, ctx) for one in found) if item]


def extract_both(text: str, reference: datetime) -> list[dict]:
    """As `extract`, with both readings: moments carry "past" and "future" beside "value" (which is the past one)."""
    return at_once(extracting_both(text, reference))


def extracting_both(text: str, reference: datetime) -> Steps[list[dict]]:
    """`extract_both` in short steps."""
    toks, found = yield from _read(text)
    past, future = context(reference, future=False), context(reference, future=True)
    items = []
    for one in found:
        item = _render(toks, one, past)
        if item and item["kind"] in ("date", "datetime", "interval"):
            coming = _render(toks, one, future)
            item["past"], item["future"] = item["value"], coming["value"] if coming else item["value"]
        if item:
            items.append(item)
    return items


def _read(text: str) -> Steps[tuple[Tokens, list[Found]]]:
    toks = Tokens(text)
    yield
    toks.mask(sorted(masked_spans(text) + machine_spans(text)))
    yield
    found = _resolve_overlaps((yield from _candidates(toks)))
    borrow(toks, found)
    return toks, [one for one in found if not isinstance(one.what, Number) or counted(toks.block(one.begin), one.begin, one.what)]


def _candidates(toks: Tokens) -> Steps[list[Found]]:
    found: list[Found] = []
    past_number = 0
    for at in range(len(toks)):
        if at % STEP == STEP - 1:
            yield
        if toks[at].kind == "x":
            continue
        near = toks.block(at)
        if _QUIET.at(near, at):
            continue
        if not _in_a_row(near, at):
            found.extend(candidate for candidate in (_moment(near, at), _length(near, at), _amount(near, at)) if candidate is not None)
        if at >= past_number:
            count, past_number = count_at(near, at)
            if count is not None:
                found.append(Found(count.begin, count.number.end, count.number, approx=count.approx))
    return found


def _in_a_row(toks: Tokens, at: int) -> bool:
    """Whether digits stand between digits, as in a pasted table: no unit, month or sign is beside them, and no "7 500" begins here."""
    before, token, after = toks[at - 1], toks[at], toks[at + 1]
    return before.kind == token.kind == after.kind == "d" and bool(token.gap and after.gap) and len(after.text) != 3


def _begins(toks: Tokens, at: int) -> bool:
    return any(reader(toks, at) is not None for reader in (_moment, _length, _amount)) or count_at(toks, at) != (None, at)


_QUIET = Quiet(_begins)


def _moment(toks: Tokens, at: int) -> Optional[Found]:
    best: Optional[Found] = None
    ranged = read_range(toks, at)
    if ranged is not None:
        best = Found(ranged.begin, ranged.end, ranged)
    for point in (read_point(toks, at), read_ago(toks, at)):
        if point is not None and point.day is None and point.clock and any(toks.low(point.begin - k) in _RECURRING for k in (1, 2, 3)):
            continue
        if point is not None and (best is None or point.end > best.end):
            best = Found(point.begin, point.end, point)
    return None if best is not None and is_aside(toks, best.begin, best.end) else best


def _length(toks: Tokens, at: int) -> Optional[Found]:
    length = read_length(toks, at)
    if length is None or asks_patience(toks, at, length.end):
        return None
    before = toks.low(at - 1)
    if toks.low(at) == "een" and (
        before in ("op", "per", "van", "over", "zo'n") or (toks.low(at + 1) in ("uur", "dag") and before in ("op", "de"))
    ):
        return None
    if before in ("per", "elke", "iedere", "elk", "ieder", "om", "alle") or (before == "de" and toks.low(at - 2) == "om"):
        return None
    said, begin = approximate_before(toks, at)
    return Found(begin, length.end, length, approx=said or length.approx)


def _amount(toks: Tokens, at: int) -> Optional[Found]:
    amount = read_amount(toks, at)
    if amount is None:
        return None
    said, begin = approximate_before(toks, at)
    return Found(begin, amount.end, amount, approx=said)


_RECURRING = frozenset(["elke", "iedere", "dagelijks", "wekelijks", "alle", "telkens", "maandelijks"])


# --- among the grammars' own candidates; `spans` settles them with everything else ------------------------------------


def _rank(one: Found) -> int:
    return 0 if isinstance(one.what, Number) else 2 if isinstance(one.what, Amount) else 1


def _resolve_overlaps(found: list[Found]) -> list[Found]:
    """The longest candidates first, each taking its tokens; amounts before moments, and moments before bare numbers."""
    return disjoint(
        found,
        span=lambda one: (one.begin, one.end),
        rank=lambda one: (-(one.end - one.begin) if _rank(one) else 1, -_rank(one), one.begin),
    )


# --- from candidate to answer ----------------------------------------------------------------------------------------


def _render(toks: Tokens, one: Found, ctx: Context) -> Optional[dict]:
    item: dict[str, Any] = {
        "kind": "",
        "start": toks[one.begin].start,
        "end": toks[one.end - 1].end,
        "value": None,
        "approx": one.approx,
        **one.extra,
    }
    what = one.what
    if isinstance(what, Number):
        return {**item, "kind": "number", "value": plain(what.value)}
    if isinstance(what, Amount):
        if what.asset:
            return {**item, "kind": "crypto", "value": {"amount": plain(what.value), "asset": what.asset}}
        return {**item, "kind": "money", "value": {"amount": plain(what.value), "currency": what.currency, "vat": what.vat}}
    if isinstance(what, Length):
        return {**item, "kind": "duration", "value": what.iso()}
    try:
        return _moment_item(item, _resolve(one, ctx), ranged=isinstance(what, Range))
    except (OverflowError, ValueError):
        return None  # outside the calendar: "31 november", year 10000


def _resolve(one: Found, ctx: Context) -> Stretch:
    assert isinstance(one.what, (Point, Range))
    day: Optional[datetime] = None
    if one.day_from is not None:
        earlier = _resolve(one.day_from, ctx)
        anchor = earlier.start or earlier.end
        if anchor is not None:
            day = datetime(anchor.year, anchor.month, anchor.day)
            stretch = one.what.resolve(ctx, day)
            late, early = anchor.hour >= 18, stretch.start is not None and stretch.start.hour <= 9
            if late and early and stretch.start and stretch.start < anchor:
                day += _DAY
    return one.what.resolve(ctx, day)


def _moment_item(item: dict, stretch: Stretch, *, ranged: bool) -> dict:
    start, end = stretch.start, stretch.end
    write = (lambda moment: moment.date().isoformat()) if stretch.form == "days" else stamp
    if stretch.form == "instant" and start is not None:
        kind, value = "datetime", stamp(start)
    elif not ranged and stretch.form == "days" and stretch.grain == "day" and start and end and end - start == _DAY:
        kind, value = "date", write(start)
    else:
        if start and end and end < start:
            raise ValueError("a stretch that ends before it starts")
        kind, value = "interval", f"{write(start) if start else '..'}/{write(end) if end else '..'}"
    grain = "month" if stretch.grain in ("season", "span") else stretch.grain
    return {**item, "kind": kind, "value": value, "precision": grain, "approx": item["approx"] or stretch.approx}


def plain(value: Decimal) -> str:
    """`value` without exponent and without zeros that say nothing ("0.50" gives "0.5")."""
    if value == value.to_integral_value():
        return str(int(value))
    return format(value.normalize(), "f")
