"""Contact details and account numbers, and that none of them leaks into the numbers."""

import pytest

from bot.nlu.checksums import is_base58check, is_bech32, is_dutch_vat, is_iban, is_kbo
from bot.nlu.contacts import find_contacts
from bot.nlu.extract import extract

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
    assert is_iban("BE68539007547034")
    assert not is_iban("BE68539007547035")
    assert is_dutch_vat("NL004495445B01")
    assert not is_dutch_vat("NL004495446B01")
    assert is_base58check("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy")
    assert not is_base58check("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLx")
    assert is_bech32("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4")
    assert not is_bech32("bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")
