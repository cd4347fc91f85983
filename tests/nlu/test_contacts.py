"""Contact details and account numbers, and that none of them leaks into the numbers."""

import json
import pathlib
import time

import pytest

from bot.nlu.contacts import find_contacts
from bot.nlu.extract import extract
from bot.nlu.registrations import is_kbo
from bot.nlu.wallets import is_base58check, is_bech32, is_ethereum, is_monero, is_wallet

from .reading import MONDAY

CASES = [
    ("mail naar Jan.Peeters+it@example.com graag", "email", "jan.peeters+it@example.com"),
    ("bel 0475 12 34 56", "phone", "+32475123456"),
    ("bel 0475/12.34.56", "phone", "+32475123456"),
    ("tel: +32 (0)3 123 45 67", "phone", "+3231234567"),
    ("03 123 45 67", "phone", "+3231234567"),
    ("02/555.12.12", "phone", "+3225551212"),
    ("06-12345678", "phone", "+31612345678"),
    ("020 123 45 67", "phone", "+31201234567"),
    ("0031 6 12345678", "phone", "+31612345678"),
    ("polisnummer: CY-2024/00123.", "policy_number", "CY-2024/00123"),
    ("mijn polisnr is 45.678.912", "policy_number", "45.678.912"),
    ("ons nummer is BE 0403.170.701", "kbo", "0403170701"),
    ("ondernemingsnummer 0403170701", "kbo", "0403170701"),
    ("KvK-nummer 12345678", "kvk", "12345678"),
    ("IBAN NL91 ABNA 0417 1643 00", "iban", "NL91ABNA0417164300"),
    ("BE68 5390 0754 7034", "iban", "BE68539007547034"),
    ("naar 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa gestort", "wallet", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "wallet", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
]


@pytest.mark.parametrize(("text", "kind", "value"), CASES)
def test_finds(text: str, kind: str, value: str) -> None:
    assert [(item["kind"], item["value"]) for item in find_contacts(text)] == [(kind, value)]


@pytest.mark.parametrize("text", [case[0] for case in CASES])
def test_is_never_a_number(text: str) -> None:
    assert extract(text, MONDAY) == []


@pytest.mark.parametrize(
    "text",
    [
        "op 12.11.2026",
        "€ 39.746,41",
        "ondernemingsnummer 0999.888.777",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
        "10.0.12.11",
        "er zijn 1.200.000 records",
        "in 2026",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert find_contacts(text) == []


def test_check_digits() -> None:
    assert is_kbo("0403170701")
    assert not is_kbo("0403170702")
    assert is_base58check("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy")
    assert not is_base58check("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLx")
    assert is_bech32("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4")
    assert not is_bech32("bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")
    assert is_bech32("bc1p5cyxnuxmeuwuvkwfem96lqzszd02n6xdcjrs20cac6yqjjwudpxqkedrcr")  # bech32m, BIP-350
    assert is_ethereum("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")  # the example of EIP-55
    assert not is_ethereum("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD")
    assert is_monero(MONERO)
    assert not is_monero(MONERO[:-1] + "B")
    assert is_wallet("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t")


MONERO = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
DEV = [json.loads(line) for line in (pathlib.Path(__file__).parents[1] / "cases/dev/contacts_dev.jsonl").read_text("utf-8").splitlines()]
NAMED = {"kbo": "registration_number", "kvk": "registration_number", "vat": "registration_number", "wallet": "wallet_address"}


@pytest.mark.parametrize("row", DEV, ids=lambda row: row["id"])
def test_reads_the_development_set(row: dict) -> None:
    found = [(NAMED.get(item["kind"], item["kind"]), item["value"].replace(" ", "")) for item in find_contacts(row["text"])]
    assert found == [(gold["kind"], gold["value"].replace(" ", "")) for gold in row["gold"]]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("bel 0495-123456", "nl-NL", "+31495123456"),  # Weert
        ("bel 0495-123456", "nl-BE", "+32495123456"),
        ("bel 0495 12 34 56", "nl-NL", "+32495123456"),
        ("gsm 0495-123456", "nl-NL", "+32495123456"),
        ("bel 020 123 45 67", "nl-BE", "+31201234567"),
    ],
)
def test_who_writes_settles_a_number_of_two_countries(text: str, language: str, value: str) -> None:
    assert [item["value"] for item in find_contacts(text, language)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("polisnummer 12345678 06 12345678", ["12345678", "+31612345678"]),
        ("polisnummer 12345678 - 0475 12 34 56", ["12345678", "+32475123456"]),
        ("polisnr CY / 2024 / 118", ["CY / 2024 / 118"]),
        ("polisnr 778812 12 servers", ["778812"]),
        ("polis loopt sinds 2019, nummer AB-552211", ["AB-552211"]),
        ("de polis heet CyberSafe 2024 en het nummer weet ik niet", []),
        ("contractnummer 2024-118 met de klant, onderhoud", []),
    ],
)
def test_where_a_policy_number_ends(text: str, values: list[str]) -> None:
    assert [item["value"] for item in find_contacts(text)] == values


def test_an_extension_goes_with_its_number() -> None:
    (item,) = find_contacts("bel 02 213 00 50 toestel 12")
    assert (item["value"], item["extension"]) == ("+3222130050", "12")
    assert extract("bel 02 213 00 50 toestel 12", MONDAY) == []


def test_reading_is_linear() -> None:
    """Twice the text costs about twice the time, for texts made of what the patterns like best."""

    def cost(text: str) -> float:
        start = time.process_time()
        find_contacts(text)
        return time.process_time() - start

    for piece in ("0475 12 34 ", "a.b.", "polis nr ", "12.345-", "BE68 5390 ", "kvk is ", "+", "(0)", "0x1f", "de polis van de "):
        short, long = (piece * n for n in (4000 // len(piece), 32000 // len(piece)))
        assert cost(long) < 40 * max(cost(short), 0.004), piece
