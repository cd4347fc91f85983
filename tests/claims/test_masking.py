"""Secrets are blotted out sign by sign, and nothing else is."""

import json
import pathlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.masking import BLOT, is_bsn, is_card, is_rrn, mask

CASES = pathlib.Path(__file__).resolve().parents[1] / "cases"

SECRETS = [
    ("mijn wachtwoord is Welkom01!", "Welkom01!"),
    ("wachtwoord: hond", "hond"),
    ("Wachtwoord = 'twee woorden'?", "twee woorden"),
    ("het ww van de server is: Zomer2024, denk ik", "Zomer2024"),
    ("paswoord Azerty123 werkt niet meer", "Azerty123"),
    ("password for the admin account: correcthorse.", "correcthorse"),
    ("pincode 4821", "4821"),
    ("pin: 0000", "0000"),
    ('wachtwoord was "zonnebloem" tot vorige week', "zonnebloem"),
    ("api key: 9f8e7d6c5b4a", "9f8e7d6c5b4a"),
    ("de sleutel ghp_abcdefghijklmnopqrstuvwxyz0123456789 stond in de code", "ghp_abcdefghijklmnopqrstuvwxyz0123456789"),
    ("AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"),
    ("token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123456", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123456"),
    (
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----",
    ),
    ("postgres://admin:S3cret@db.intern/klanten", "S3cret"),
    ("kaart 4111 1111 1111 1111 vervalt 12/27", "4111 1111 1111 1111"),
    ("5500-0000-0000-0004", "5500-0000-0000-0004"),
    ("visa 4111 1111 1111 1111 123 12/27", "4111 1111 1111 1111"),
    ("3782 822463 10005", "3782 822463 10005"),
    ("4111111111111111.", "4111111111111111"),
    ("Mijn burgerservicenummer is 111222333", "111222333"),
    ("rijksregisternr. 85.07.30-033 28", "85.07.30-033 28"),
    ("bel +31 (0)612345678 of BSN 1112.22.333", "1112.22.333"),
    ("rijksregisternummer 85.07.30-033.28", "85.07.30-033.28"),
    ("zijn nummer: 85073003328.", "85073003328"),
    ("BSN 111222333", "111222333"),
    ("bsn is 123456789 (met een tikfout)", "123456789"),
    ("rekening BE68 5390 0754 7034 graag", "BE68 5390 0754 7034"),
    ("NL91ABNA0417164300", "NL91ABNA0417164300"),
    ("nl91 abna 0417 1643 00", "nl91 abna 0417 1643 00"),
]
PLAIN = [
    "het wachtwoord was te zwak",
    "wachtwoorden waren hetzelfde op elke server",
    "de wachtwoorden zijn gewijzigd",
    "wachtwoord: onbekend",
    "we hebben het wachtwoord gereset op 12 maart 2026",
    "de hackers hebben het wachtwoord gestolen",
    "Polisnummer 111222333",
    "polis BE-123456789, dossier 2024/112233",
    "KvK 12345678 en btw NL001234567B01",
    "ondernemingsnummer 0403.170.701",
    "bel 0475 12 34 56 of +32 475 12 34 56",
    "tel. 0032475123456",
    "39.746,41 euro exclusief btw, dat is 7 bitcoin",
    "wallet bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
    "tussen 12-03-2026 en 15-03-2026",
    *(f"van {d}-03-2026 {d + 1}-03-2026 tot nu" for d in range(20, 31)),
    *(f"+31 6123456{n:02d} en +31 (0)6123456{n:02d}" for n in range(11)),
    *(f"de bedragen {a} 3500 4500 waren" for a in range(2500, 2511)),
    "omzet 39.000.000 euro, 241 medewerkers",
    "pin betalen ging niet meer",
    "token ring netwerk",
    "https://voorbeeld.be:8443/pad@iets",
]


@pytest.mark.parametrize(("text", "secret"), SECRETS)
def test_a_secret_is_blotted_out_and_nothing_else(text: str, secret: str) -> None:
    assert mask(text) == text.replace(secret, BLOT * len(secret))


@pytest.mark.parametrize("text", PLAIN)
def test_what_a_claim_needs_stays(text: str) -> None:
    assert mask(text) == text


@given(st.text(max_size=200))
def test_masking_keeps_the_length_and_every_other_sign(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(new in (old, BLOT) for old, new in zip(text, masked, strict=True))


@given(st.text(alphabet="wachtwoord is:= aB1!\n█", max_size=80))
def test_masking_twice_is_masking_once(text: str) -> None:
    assert mask(mask(text)) == mask(text)


def test_check_digits() -> None:
    assert is_card("4111111111111111")
    assert not is_card("4111111111111112")
    assert is_rrn("85073003328")
    assert not is_rrn("85073003327")
    assert is_rrn("00012556777")  # born in 2000: a 2 stands before the nine digits
    assert is_bsn("111222333")
    assert not is_bsn("111222334")


def developed() -> list[str]:
    """Every text of the development sets: tellings, answers, single messages."""
    cases = [json.loads(line) for line in (CASES / "dev" / "cases_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    single = [json.loads(line)["text"] for line in (CASES / "dev" / "utterances_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    return (
        [case["opening"] for case in cases]
        + [turn if isinstance(turn, str) else turn["text"] for case in cases for turn in case["turns"]]
        + single
    )


def test_no_text_of_the_development_sets_is_touched() -> None:
    assert len(developed()) > 400
    assert [text for text in developed() if BLOT in mask(text)] == []


@pytest.mark.parametrize(
    "unit",
    [
        "wachtwoord van de ",
        "1234 5678 ",
        "eyJaaaaaaaaa",
        "-----BEGIN PRIVATE KEY-----",
        "BE68 5390 ",
        "wachtwoord",
        "a" * 50 + "://x:",
        "x" * 100,
    ],
)
def test_a_text_of_the_greatest_length_takes_less_than_three_seconds(unit: str) -> None:
    text = (unit * (200_000 // len(unit) + 1))[:200_000]
    start = time.perf_counter()
    mask(text)
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(("text", "secret"), SECRETS)
def test_a_long_text_hides_no_secret_where_its_parts_meet(text: str, secret: str) -> None:
    line = "De back-up liep elke nacht en niemand keek er naar om.\n"
    for before in range(3_900, 4_700, 90):
        start = (line * (before // len(line) + 1))[-before:]
        hidden = mask(start + "\n" + text + "\n" + line * 100)[before + 1 :][: len(text)]
        assert hidden == mask(text)
        assert secret not in hidden
