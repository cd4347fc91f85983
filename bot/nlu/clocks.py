"""Times of day: "14u30", "9.20 uur", "half elf", "vijf voor half negen", "kwart over 3", "middernacht", "tegen vieren"."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Optional

from .moments import wall_time
from .numbers import read_number
from .tokens import Tokens, remembered, words

_PLURAL_HOURS = {
    "enen": 1,
    "tweeen": 2,
    "drieen": 3,
    "vieren": 4,
    "vijven": 5,
    "zessen": 6,
    "zevenen": 7,
    "achten": 8,
    "negenen": 9,
    "tienen": 10,
    "elven": 11,
    "twaalven": 12,
}
_HOUR_WORDS = frozenset(("uur", "u", "h", "ure", "uren", "hr"))
_NAMED = {"middernacht": (0, 0), "middaguur": (12, 0), "noen": (12, 0), "twaalfuurtje": (12, 0)}


@dataclass(frozen=True)
class Clock:
    """`hour`:`minute` as said, not yet placed in a part of the day. `end` is the token after it.

    `weak`: could as well be a duration or a count ("14 uur", "om 3"); it needs a word or a day beside it.
    `spoken`: said the twelve-hour way ("half elf"). `offset`: minutes ahead of UTC, where a log says so ("22:41:03Z").
    """

    hour: int
    minute: int
    end: int
    grain: str = "minute"
    weak: bool = False
    spoken: bool = False
    approx: bool = False
    bare: bool = False
    second: int = 0
    offset: Optional[int] = None


@remembered
def read_clock(toks: Tokens, at: int) -> Optional[Clock]:
    """The time of day that starts at token `at`, or None."""
    if toks.low(at) == "klokslag":
        at += 1
    if toks[at].kind == "d":
        clock = _digital(toks, at) or _spoken(toks, at)
        return None if clock is not None and _in_compound(toks, clock.end) else clock
    word = toks.low(at)
    if not word:
        return None
    if word == "de" and toks.low(at + 1) in ("middag", "noen") and toks.low(at - 1) in ("rond", "tegen", "omstreeks", "omtrent"):
        return Clock(12, 0, at + 2, "hour", approx=True)
    if word in ("het", "de") and toks.low(at + 1) in _NAMED:
        at, word = at + 1, toks.low(at + 1)
    if word in _NAMED:
        hour, minute = _NAMED[word]
        return Clock(hour, minute, at + 1, "hour")
    if word in _PLURAL_HOURS and toks.low(at - 1) in ("tegen", "rond", "na", "voor", "over", "bij"):
        return Clock(_PLURAL_HOURS[word], 0, at + 1, "hour", spoken=True, approx=True)
    return _spoken(toks, at)


def _in_compound(toks: Tokens, end: int) -> bool:
    """ "onze 24u-wacht": the time is the first half of a noun."""
    noun = toks[end + 1]
    return toks[end].text == "-" and not toks[end].gap and not noun.gap and noun.kind == "w" and len(noun.text) > 1


def _minute(toks: Tokens, at: int) -> Optional[int]:
    text = toks[at].text
    return int(text) if toks[at].kind == "d" and len(text) == 2 and int(text) < 60 else None


def _small_int(toks: Tokens, at: int, most: int) -> Optional[tuple[int, int]]:
    number = read_number(toks, at)
    if number is None or number.scaled or number.vague or number.value != int(number.value) or not 0 <= number.value <= most:
        return None
    return (int(number.value), number.end) if "," not in number.raw and "." not in number.raw else None


def _digital(toks: Tokens, at: int) -> Optional[Clock]:
    text = toks[at].text
    if (
        len(text) > 2
        or int(text) > 24
        or (toks[at - 1].text in (",", ".", ":") and not toks[at].gap and toks[at - 2].kind == "d" and len(toks[at - 2].text) < 3)
    ):
        return None
    hour, sign = int(text), toks.low(at + 1)
    adjacent = not toks[at + 1].gap
    if sign in (":", ";") and adjacent and not toks[at + 2].gap:
        minute = _minute(toks, at + 2)
        if minute is None:
            return None
        return _to_the_second(toks, hour, minute, at + 3)
    if sign == "." and adjacent and not toks[at + 2].gap and _minute(toks, at + 2) is not None:
        if toks.low(at + 3) in _HOUR_WORDS:
            return Clock(hour, _minute(toks, at + 2) or 0, at + 4)
        if toks.low(at - 1) in ("om", "rond", "omstreeks") and toks.low(at + 3) != "." and toks.low(at + 3) not in ("euro", "eur", "€"):
            return Clock(hour, _minute(toks, at + 2) or 0, at + 3)
        return None
    if sign in _HOUR_WORDS and sign != "uren":
        minute = _minute(toks, at + 2)
        if minute is not None and not (
            toks[at + 2].gap and (toks[at + 3].text in (",", ".") and not toks[at + 3].gap and toks[at + 4].kind == "d")
        ):
            end = at + 3
            if toks.low(end) in ("min", "minuten"):
                end += 1
            return _end_of(toks, Clock(hour, minute, end))
        return Clock(hour, 0, at + 2, "hour", weak=True)
    if sign in ("am", "pm") or (sign in ("a", "p") and toks.low(at + 2) == "." and toks.low(at + 3) == "m"):
        shift = 12 if sign[0] == "p" and hour < 12 else -12 if sign[0] == "a" and hour == 12 else 0
        return Clock(hour + shift, 0, at + (2 if len(sign) == 2 else 5), "hour")
    return None


def _to_the_second(toks: Tokens, hour: int, minute: int, end: int) -> Clock:
    """The rest of "22:41", "22:41:03", "22:41:03.123Z", "22:41:03+01:00" from the token at `end`."""
    if toks.low(end) != ":" or toks[end].gap or toks[end + 1].gap or _minute(toks, end + 1) is None:
        return _end_of(toks, Clock(hour, minute, end))
    second, end = _minute(toks, end + 1) or 0, end + 2
    if toks[end].text in (".", ",") and toks[end + 1].kind == "d" and not toks[end].gap and not toks[end + 1].gap:
        end += 2
    offset: Optional[int] = None
    if (toks.low(end) == "z" and not toks[end].gap) or toks.low(end) in ("utc", "gmt"):
        offset, end = 0, end + 1
    elif (
        toks[end].text in ("+", "-")
        and (not toks[end].gap or len(toks[end + 1].text) == 4)
        and toks[end + 1].kind == "d"
        and not toks[end + 1].gap
    ):
        sign, digits = (1 if toks[end].text == "+" else -1), toks[end + 1].text
        if len(digits) == 4 and int(digits) <= 1400:
            offset, end = sign * (int(digits[:2]) * 60 + int(digits[2:])), end + 2
        elif len(digits) == 2 and int(digits) <= 14 and toks[end + 2].text == ":" and _minute(toks, end + 3) is not None:
            offset, end = sign * (int(digits) * 60 + (_minute(toks, end + 3) or 0)), end + 4
    done = _end_of(toks, Clock(hour, minute, end))
    return replace(done, second=second, offset=offset)


def _end_of(toks: Tokens, clock: Clock) -> Clock:
    end = clock.end
    if toks.low(end) in ("uur", "u", "h", "hr"):
        end += 1
    if toks.low(end) in ("am", "pm") and clock.hour <= 12:
        hour = clock.hour % 12 + (12 if toks.low(end) == "pm" else 0)
        return Clock(hour, clock.minute, end + 1)
    return Clock(clock.hour, clock.minute, end)


def _spoken(toks: Tokens, at: int) -> Optional[Clock]:
    word = toks.low(at)
    if word == "een" and toks.low(at + 1) == "uur" and toks.low(at + 2) == "of":  # "een uur of drie"
        hour = _small_int(toks, at + 3, 24)
        if hour and toks.low(hour[1]) not in _NOT_AFTER_HOUR:
            return Clock(hour[0], 0, hour[1], "hour", weak=True, spoken=True, approx=True)
    if word == "half":
        hour = _small_int(toks, at + 1, 12)
        if hour and hour[0] and toks.low(hour[1]) not in _NOT_AFTER_HOUR:
            return _spoken_at(toks, hour[0] * 60 - 30, hour[1])
        return None
    if word == "kwart":
        shift, end = 15, at + 1
    else:
        minutes = _small_int(toks, at, 29)
        if minutes is None or not minutes[0]:
            return _bare_hour(toks, at)
        shift, end = minutes
        if toks.low(end) in ("minuten", "min", "minuutjes", "minuut"):
            end += 1
    if word == "een" and toks.low(end) == "voor" and toks.low(end + 1) == "een":
        return None  # "een voor een"
    sign = -1 if toks.low(end) == "voor" else 1 if toks.low(end) in ("over", "na") else 0
    if not sign:
        return _bare_hour(toks, at)
    if toks.low(end + 1) == "half":
        hour = _small_int(toks, end + 2, 12)
        base = -30
    elif toks.low(end + 1) in ("middernacht", "twaalven"):
        return _spoken_at(toks, 12 * 60 + sign * shift, end + 2)
    else:
        hour = _small_int(toks, end + 1, 24)
        base = 0
    if hour and toks.low(hour[1]) not in _NOT_AFTER_HOUR:
        return _spoken_at(toks, hour[0] * 60 + base + sign * shift, hour[1])
    if toks.low(end + 1) == "half" and not hour:
        return None
    return _bare_hour(toks, at)


_NOT_AFTER_HOUR = frozenset(words("dagen weken maanden dag week maand minuten jaar jaren euro bitcoin bitcoins keer procent miljoen"))


def _spoken_at(toks: Tokens, minutes: int, end: int) -> Clock:
    if toks.low(end) in ("uur", "u"):
        end += 1
    minutes %= 24 * 60
    return Clock(minutes // 60, minutes % 60, end, spoken=minutes <= 13 * 60)


def _bare_hour(toks: Tokens, at: int) -> Optional[Clock]:
    """ "drie uur", "drie uur dertig", or only "drie": weak."""
    hour = _small_int(toks, at, 24)
    if hour is None:
        return None
    value, end = hour
    if toks.low(end) in _HOUR_WORDS:
        minute = _small_int(toks, end + 1, 59)
        if (
            minute
            and minute[0] >= 5
            and toks[at].kind == "w"
            and toks[end + 1].kind == "w"
            and toks.low(end + 1) not in ("half", "een")
            and toks.low(minute[1]) not in _NOT_AFTER_HOUR | {"servers"}
        ):
            return Clock(value, minute[0], minute[1], weak=True)
        return Clock(value, 0, end + 1, "hour", weak=True, spoken=toks[at].kind == "w")
    return Clock(value, 0, end, "hour", weak=True, spoken=True, bare=True)


def place(day: datetime, clock: Clock, part: Optional[str], *, tonight: bool = False) -> datetime:
    """The moment `clock` means on `day` (a midnight) in a part of that day.

    `tonight`: the part is "vannacht", whose late hours fell on the evening before.
    """
    hour = clock.hour
    if part == "nacht":
        if hour == 12:
            hour = 0
        elif 8 < hour < 12:
            hour += 12
        if tonight and hour >= 18:
            hour -= 24
    elif part == "middag" and hour < 7:
        hour += 12
    elif part == "avond":
        hour += 12 if 4 < hour <= 12 else 24 if hour < 5 else 0
    elif part is None and clock.spoken and hour == 0 and clock.minute:
        hour = 12  # "half een" with nothing else said is after noon
    moment = day + timedelta(hours=hour, minutes=clock.minute, seconds=clock.second)
    return moment if clock.offset is None else wall_time(moment - timedelta(minutes=clock.offset))
