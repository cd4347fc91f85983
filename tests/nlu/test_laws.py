"""What must hold for every text: amounts survive being written, offsets stay inside, nothing raises, neighbours do not meddle."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.contacts import find_contacts
from bot.nlu.extract import extract, extract_both
from bot.nlu.tokens import Tokens

from .reading import BRUSSELS, MONDAY

settings.register_profile("nlu", deadline=None, max_examples=150)
settings.load_profile("nlu")

MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]
DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
PIECES = st.sampled_from(
    [
        "gisteren",
        "om",
        "14u30",
        "half",
        "elf",
        "'s",
        "avonds",
        "van",
        "tot",
        "t/m",
        "tussen",
        "en",
        "de",
        "nacht",
        "op",
        "5",
        "november",
        "2026",
        "€",
        "1.200,50",
        "euro",
        "ex",
        "btw",
        "7",
        "bitcoin",
        "-",
        "/",
        ".",
        ",",
        ":",
        "(",
        ")",
        "een",
        "anderhalve",
        "ton",
        "week",
        "geleden",
        "sinds",
        "Pasen",
        "%",
        "31",
        "30",
        "februari",
        "maandag",
        "99",
        "0",
        "12/11",
        "week",
        "53",
        "kwartaal",
        "derde",
        "eind",
        "begin",
        "weekend",
        "morgen",
        "over",
        "laatste",
        "drie",
        "dagen",
        "uur",
        "k",
        "miljoen",
        "polis",
        "0475",
        "12",
        "34",
        "56",
        "\n",
        "é",
        "½",
        "²",
        "٣",
        "🙂",
        "̈",
        "█",
    ]
)
ANY_TEXT = st.text(max_size=120) | st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join)


def dutch(cents: int, *, separator: str = ".") -> str:
    whole, rest = divmod(cents, 100)
    digits = f"{whole:,}".replace(",", separator)
    return f"{digits},{rest:02d}" if rest else digits


@given(
    st.integers(min_value=1, max_value=10**11),
    st.sampled_from([".", " ", "\u00a0"]),
    st.sampled_from(["€ {}", "€{}", "{} euro", "{} EUR", "EUR {}", "{}€"]),
)
def test_an_amount_in_euros_is_read_back(cents: int, separator: str, notation: str) -> None:
    (item,) = extract(f"De schade is {notation.format(dutch(cents, separator=separator))}.", MONDAY)
    assert item["kind"] == "money"
    assert Decimal(item["value"]["amount"]) == Decimal(cents) / 100


WORDS = [
    "",
    *[
        "een",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "zestien",
        "zeventien",
        "achttien",
        "negentien",
    ],
]
TENS = ["", "", *["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]]


def in_words(number: int) -> str:
    if number < 20:
        return WORDS[number]
    if number < 100:
        one = WORDS[number % 10]
        link = "ën" if one.endswith("e") else "en"
        return (one + link if one else "") + TENS[number // 10]
    if number < 1000:
        return (WORDS[number // 100] if number >= 200 else "") + "honderd" + in_words(number % 100)
    head, rest = divmod(number, 1000)
    return ("" if head == 1 else in_words(head)) + "duizend" + (" " + in_words(rest) if rest else "")


@given(st.integers(min_value=2, max_value=999_999))
def test_a_number_in_words_is_read_back(number: int) -> None:
    (item,) = extract(f"Er zijn {in_words(number)} klanten", MONDAY)
    assert (item["kind"], item["value"]) == ("number", str(number))


@given(
    st.dates(date(2001, 1, 1), date(2026, 11, 23)),
    st.sampled_from(["{d}/{m}/{y}", "{d:02d}-{m:02d}-{y}", "{y}-{m:02d}-{d:02d}", "{d} {name} {y}", "{d}.{m:02d}.{y}"]),
)
def test_a_full_date_is_read_back(day: date, notation: str) -> None:
    text = notation.format(d=day.day, m=day.month, y=day.year, name=MONTHS[day.month - 1])
    assert [(item["kind"], item["value"]) for item in extract(f"Ontdekt op {text}", MONDAY)] == [("date", day.isoformat())]


@given(st.integers(0, 6), st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))
def test_a_bare_weekday_lies_in_the_last_seven_days_or_the_next(number: int, now: datetime) -> None:
    (item,) = extract_both(f"{DAYS[number]} viel alles uit", now.replace(tzinfo=BRUSSELS))
    past, future = date.fromisoformat(item["past"]), date.fromisoformat(item["future"])
    assert past.weekday() == future.weekday() == number
    assert timedelta(1) <= now.date() - past <= timedelta(7)
    assert timedelta(1) <= future - now.date() <= timedelta(7)


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["{}u{:02d}", "{}:{:02d}", "{}.{:02d} uur", "{} u {:02d}", "{}h{:02d}"]))
def test_a_time_today_is_read_back(hour: int, minute: int, notation: str) -> None:
    (item,) = extract(f"vandaag om {notation.format(hour, minute)} gezien", MONDAY)
    assert item["value"][:16] == f"2026-11-23T{hour:02d}:{minute:02d}"


@given(ANY_TEXT, st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))
def test_any_text_gives_ordered_spans_inside_it(text: str, now: datetime) -> None:
    last = 0
    for item in extract(text, now):
        assert last <= item["start"] < item["end"] <= len(text)
        last = item["end"]
    for item in extract_both(text, now):
        assert item["value"]
    last = 0
    for item in find_contacts(text):
        assert last <= item["start"] < item["end"] <= len(text)
        last = item["end"]


@given(ANY_TEXT)
def test_tokens_stand_where_they_say(text: str) -> None:
    assert all(text[token.start : token.end] == token.text for token in Tokens(text).items)


@given(ANY_TEXT)
def test_reading_twice_is_reading_once(text: str) -> None:
    assert extract(text, MONDAY) == extract(text, MONDAY)


@given(ANY_TEXT)
def test_a_paragraph_does_not_change_another(text: str) -> None:
    stranger = "De collega belde terug en legde het uit."
    alone = extract(text, MONDAY)
    moved = [{**item, "start": item["start"] + len(stranger) + 2, "end": item["end"] + len(stranger) + 2} for item in alone]
    assert extract(f"{text}\n\n{stranger}", MONDAY) == alone
    assert extract(f"{stranger}\n\n{text}", MONDAY) == moved
