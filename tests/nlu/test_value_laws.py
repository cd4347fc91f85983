"""What must hold for every date, time and amount, in every notation: it survives being written and read."""

import time
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.extract import extract, extract_both

from .reading import BRUSSELS, MONDAY
from .test_laws import DAYS, MONTHS, dutch, in_words

SHORT = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sept", "okt", "nov", "dec"]
FULL_DATES = [
    "{d}/{m}/{y}",
    "{d:02d}/{m:02d}/{yy:02d}",
    "{d}-{m}-{y}",
    "{d}-{m}-'{yy:02d}",
    "{d:02d}.{m:02d}.{y}",
    "{d} {m} {y}",
    "{y}-{m:02d}-{d:02d}",
    "{y}/{m:02d}/{d:02d}",
    "{d} {name} {y}",
    "{d} {short} {y}",
    "{d} {short}. {y}",
    "{d}e {name} {y}",
    "{weekday} {d} {name} {y}",
    "{weekday} {d}/{m}/{y}",
    "de {d}e {name} {y}",
    "{d} {name} '{yy:02d}",
    "{d:02d}-{short}-{y}",
]
YEARLESS = ["{d}/{m}", "{d} {name}", "{d} {short}.", "de {d}e {name}", "{d}e {name}", "{d:02d}-{m:02d}"]


def written(day: date, notation: str) -> str:
    if day.month == 5:
        notation = notation.replace("{short}.", "{short}")  # no one shortens "mei"
    parts = {
        "d": day.day,
        "m": day.month,
        "y": day.year,
        "yy": day.year % 100,
        "name": MONTHS[day.month - 1],
        "short": SHORT[day.month - 1],
    }
    return notation.format(weekday=DAYS[day.weekday()], **parts)


@given(st.dates(date(2001, 1, 1), date(2035, 12, 31)), st.sampled_from(FULL_DATES))
def test_a_date_with_its_year_is_read_back(day: date, notation: str) -> None:
    found = extract(f"Het is ontdekt op {written(day, notation)} door ons.", MONDAY)
    assert [(item["kind"], item["value"]) for item in found] == [("date", day.isoformat())]


@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)), st.integers(0, 364), st.sampled_from(YEARLESS))
def test_a_date_without_a_year_is_the_last_one_or_the_coming_one(now: date, days_back: int, notation: str) -> None:
    """Over New Year and leap days too: the date that lies less than a year back is the past reading."""
    day = now - timedelta(days_back)
    if (day.month, day.day) == (2, 29) or (now.month, now.day) == (2, 29):
        return  # the law of the leap day has its own test
    (item,) = extract_both(f"op {written(day, notation)} gezien", datetime(now.year, now.month, now.day, 12, tzinfo=BRUSSELS))
    past, future = date.fromisoformat(item["past"]), date.fromisoformat(item["future"])
    assert past == day
    assert (future.month, future.day) == (day.month, day.day)
    assert future >= now


@given(st.dates(date(2013, 1, 1), date(2035, 12, 31)))
def test_the_leap_day_falls_in_a_leap_year(now: date) -> None:
    (item,) = extract_both("op 29 februari gezien", datetime(now.year, now.month, now.day, 12, tzinfo=BRUSSELS))
    past, future = date.fromisoformat(item["past"]), date.fromisoformat(item["future"])
    assert (past.month, past.day, future.month, future.day) == (2, 29, 2, 29)
    assert past <= now <= future
    assert future.year - past.year <= 4


HOUR_WORDS = ["twaalf", *[in_words(n) for n in range(1, 12)]]
PAST_THE_HOUR = {
    **{5: "vijf {over} {h}", 10: "tien {over} {h}", 15: "kwart {over} {h}", 20: "tien voor half {n}", 25: "vijf voor half {n}"},
    **{30: "half {n}", 35: "vijf over half {n}", 40: "tien over half {n}", 45: "kwart voor {n}", 50: "tien voor {n}", 55: "vijf voor {n}"},
}
PARTS = ["'s nachts", "'s morgens", "'s middags", "'s avonds"]


@given(st.integers(0, 23), st.sampled_from(sorted(PAST_THE_HOUR)), st.sampled_from(["over", "na"]), st.booleans())
def test_a_spoken_time_is_read_back(hour: int, minute: int, over: str, first: bool) -> None:
    spoken = PAST_THE_HOUR[minute].format(over=over, h=HOUR_WORDS[hour % 12], n=HOUR_WORDS[(hour + 1) % 12])
    part = PARTS[hour // 6]
    text = f"gisteren {part} om {spoken} kwam de melding" if first else f"gisteren om {spoken} {part} kwam de melding"
    (item,) = extract(text, MONDAY)
    assert item["value"][:16] == f"2026-11-22T{hour:02d}:{minute:02d}", text


DIGITAL = ["{h}u{m:02d}", "{h}:{m:02d}", "{h}h{m:02d}", "{h}.{m:02d} uur", "{h}u {m:02d}", "{h:02d}:{m:02d} uur", "{h:02d}:{m:02d}:{s:02d}"]


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2026, 11, 22)), st.sampled_from(DIGITAL), st.sampled_from(["{d}/{m}/{y}", "{d} {name} {y}"])
)
def test_a_date_with_a_time_is_read_back(moment: datetime, clock: str, day: str) -> None:
    text = f"op {written(moment.date(), day)} om {clock.format(h=moment.hour, m=moment.minute, s=moment.second)} gezien"
    (item,) = extract(text, MONDAY)
    assert item["kind"] == "datetime"
    assert item["value"][: len("2026-11-22T10:15")] == moment.isoformat()[:16]
    if "{s" in clock:
        assert item["value"][17:19] == f"{moment.second:02d}"


@given(st.datetimes(datetime(2019, 1, 1), datetime(2026, 11, 22)), st.sampled_from(["Z", "+00:00", " UTC", "+0000"]))
def test_a_log_line_of_utc_is_that_instant(moment: datetime, zone: str) -> None:
    """Also in the hour that comes twice in October: the offset tells which of the two it was."""
    written_as = moment.replace(microsecond=0)
    (item,) = extract(f"{written_as:%Y-%m-%dT%H:%M:%S}{zone} sshd failed login", MONDAY)
    assert datetime.fromisoformat(item["value"]).timestamp() == (written_as - datetime(1970, 1, 1)).total_seconds()


@pytest.mark.parametrize("year", range(2020, 2031))
def test_the_nights_of_the_clock_changes(year: int) -> None:
    for month, jump in ((3, 2), (10, 3)):
        last = date(year, month, 31)
        sunday = last - timedelta((last.weekday() + 1) % 7)
        for hour in range(24):
            (item,) = extract(f"op {sunday.day}/{month}/{year} om {hour}u30", MONDAY)
            value = datetime.fromisoformat(item["value"])
            assert value.replace(tzinfo=None) == datetime(year, month, sunday.day, hour, 30)
            if hour != jump - (month == 10):
                summer = hour >= jump if month == 3 else hour < jump
                assert value.utcoffset() == timedelta(hours=2 if summer else 1)


NOTATIONS = ["€ {}", "€{}", "{} euro", "{} EUR", "EUR {}", "{}€", "euro {}"]
VAT = {
    None: [""],
    "excl": [" excl. btw", " exclusief btw", " ex btw", " zonder btw", " plus btw", " + btw", " (excl. btw)", ", btw niet inbegrepen"],
    "incl": [" incl. btw", " inclusief btw", " btw inbegrepen", " incl. 21% btw", " (incl. btw)"],
}


@given(
    st.integers(1, 10**9), st.sampled_from(NOTATIONS), st.sampled_from([(basis, words) for basis, all_ in VAT.items() for words in all_])
)
def test_an_amount_keeps_its_vat_basis(cents: int, notation: str, vat: tuple[str | None, str]) -> None:
    (item,) = extract(f"De factuur was {notation.format(dutch(cents))}{vat[1]}", MONDAY)
    assert (item["kind"], Decimal(item["value"]["amount"]), item["value"]["vat"]) == ("money", Decimal(cents) / 100, vat[0])


SCALES = {"k euro": 1000, " duizend euro": 1000, " mln euro": 10**6, " miljoen euro": 10**6, " mio euro": 10**6, " ton": 100_000}


@given(st.integers(1, 9999), st.sampled_from(sorted(SCALES)))
def test_a_scaled_amount_is_read_back(tenths: int, scale: str) -> None:
    amount = Decimal(tenths) / 10
    (item,) = extract(f"de schade is {str(amount).replace('.', ',').removesuffix(',0')}{scale} denken we", MONDAY)
    assert (item["kind"], Decimal(item["value"]["amount"])) == ("money", amount * SCALES[scale])


@given(st.integers(2, 99_999), st.sampled_from(["servers", "klanten", "getroffen dossiers", "oude pc's", "mensen", "TB", "e-mailadressen"]))
def test_a_number_before_what_it_counts_is_a_count(number: int, noun: str) -> None:
    for text in (f"er zijn {number} {noun} weg", f"er zijn {dutch(number * 100)} {noun} weg"):
        assert [(item["kind"], item["value"]) for item in extract(text, MONDAY)] == [("number", str(number))]


NAMED = [
    "stap {}",
    "toestel {}",
    "ticket {}",
    "prioriteit {}",
    "foutcode {}",
    "artikel {} AVG",
    "poort {}",
    "poorten 80 en {}",
    "versie {}",
    "pagina {}",
    "kamer {}",
]


@given(st.integers(1, 99_999), st.sampled_from(NAMED))
def test_a_number_that_only_names_is_no_count(number: int, label: str) -> None:
    assert extract(f"het gaat om {label.format(number)}", MONDAY) == []


NEUTRAL = ["Goed.", "Dat is alles.", "De collega belde."]


@given(
    st.sampled_from(["op 3 november om 14u30", "12 servers", "€ 12,50 excl. btw", "anderhalf uur", "7 bitcoin", "sinds vrijdag"]),
    st.sampled_from(NEUTRAL),
)
def test_a_neighbouring_sentence_only_moves_it(text: str, other: str) -> None:
    (item,) = extract(text + ".", MONDAY)
    assert extract(f"{text}. {other}", MONDAY) == [item]
    shift = len(other) + 1
    assert extract(f"{other} {text}.", MONDAY) == [{**item, "start": item["start"] + shift, "end": item["end"] + shift}]


UNKIND = [
    "1 ",
    "een ",
    "12, ",
    "1-",
    "1.",
    "punt 1 en ",
    "12 windows ",
    "de 1e, ",
    "duizend ",
    "twee komma ",
    "5 à ",
    "om 3 uur ",
    "€ 1 ",
    "10:00:00 ",
    "12\n\n",
    "zo'n ",
]


@pytest.mark.parametrize("piece", UNKIND)
def test_twice_the_text_takes_twice_the_time(piece: str) -> None:
    """In CPU time, the best of three: a neighbour on the machine must not decide."""

    def seconds(size: int) -> float:
        text = (piece * size)[:size]
        took = []
        for _ in range(3):
            began = time.process_time()
            extract(text, MONDAY)
            took.append(time.process_time() - began)
        return min(took)

    for _attempt in range(3):
        small, large = seconds(6_000), seconds(24_000)
        if large < 4 * small * 1.4 + 0.02:
            return
    pytest.fail(f"{piece!r}: {small:.3f} s for 6,000 characters and {large:.3f} s for 24,000")
