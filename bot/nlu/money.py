"""Amounts of money and coins: "€ 39.746,41 ex btw", "40k euro", "anderhalve ton", "7 bitcoins", "XMR 85"."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Optional

from .numbers import Number, read_number
from .tokens import Tokens, words
from .vat import VAT_WORDS, vat_after, vat_before

CURRENCIES = {
    **dict.fromkeys(
        ("€", "eur", "euro", "euros", "eurootjes", "eurotjes", "eurs", "euroos", "uero", "eruo", "eurp", "erus", "euri"), "EUR"
    ),
    **dict.fromkeys(("$", "usd", "dollar", "dollars", "dolar", "dollers"), "USD"),
    **dict.fromkeys(("£", "gbp", "pond", "ponden", "pounds", "pound"), "GBP"),
    **dict.fromkeys(("chf", "frank", "franken"), "CHF"),
    **dict.fromkeys(("¥", "jpy", "yen"), "JPY"),
}
_SYMBOLS = frozenset("€$£¥")
_PREFIX_CODES = frozenset(("eur", "usd", "gbp", "chf", "jpy", "euro"))
COINS = {
    **dict.fromkeys(
        (
            "btc",
            "bitcoin",
            "bitcoins",
            "bitcoint",
            "bitcion",
            "bitcions",
            "bitcon",
            "bitcons",
            "btcs",
            "bitkoin",
            "bitkoins",
            "xbt",
            "₿",
            "bitcoinen",
            "bitcoinnen",
        ),
        "BTC",
    ),
    **dict.fromkeys(("xmr", "monero", "moneros"), "XMR"),
    **dict.fromkeys(("eth", "ether", "ethereum", "ethers"), "ETH"),
    **dict.fromkeys(("usdt", "tether", "tethers"), "USDT"),
    **dict.fromkeys(("usdc",), "USDC"),
    **dict.fromkeys(("ltc", "litecoin", "litecoins"), "LTC"),
    **dict.fromkeys(("xrp", "ripple"), "XRP"),
    **dict.fromkeys(("bch",), "BCH"),
    **dict.fromkeys(("doge", "dogecoin", "dogecoins"), "DOGE"),
    **dict.fromkeys(("sol", "solana"), "SOL"),
    **dict.fromkeys(("zec", "zcash"), "ZEC"),
    **dict.fromkeys(("dash",), "DASH"),
    **dict.fromkeys(("bnb",), "BNB"),
    **dict.fromkeys(("trx", "tron"), "TRX"),
    **dict.fromkeys(("ada", "cardano"), "ADA"),
}
_COUNTRY = frozenset(["amerikaanse", "us", "britse", "engelse", "zwitserse", "japanse", "canadese"])
_TON = frozenset(("ton", "tonnen"))
_SLANG_THOUSAND = frozenset(("mille", "rug", "ruggen", "kilo"))


@dataclass(frozen=True)
class Amount:
    """An amount between tokens `begin` and `end`: exactly one of `currency` and `asset` is set."""

    begin: int
    end: int
    value: Decimal
    currency: Optional[str] = None
    asset: Optional[str] = None
    vat: Optional[str] = None
    elliptical: bool = False


def read_amount(toks: Tokens, at: int) -> Optional[Amount]:
    """The amount that starts at token `at`, with its VAT basis; None when there is none."""
    return _sign_first(toks, at) or _number_first(toks, at)


def _sign_first(toks: Tokens, at: int) -> Optional[Amount]:
    word = toks.low(at)
    unit_end = at + 1
    if word in ("us", "m", "k") and toks.low(at + 1) in ("$", "€") and not toks[at + 1].gap:
        word, unit_end = toks.low(at + 1), at + 2
    if word in _SYMBOLS or word in _PREFIX_CODES:
        currency = CURRENCIES[word]
        if word in _PREFIX_CODES and (toks[at - 1].kind == "d" or read_number_before(toks, at)):
            return None
        if toks.low(unit_end) in (":", "+", "-", "–") and word in _SYMBOLS:
            unit_end += 1
        number = _english_if(currency, toks, read_number(toks, unit_end), unit_end)
        if number is None or number.vague:
            return None
        scale, end = _more_scale(toks, number)
        return _with_vat(toks, at, _dash_end(toks, end), number.value * scale, currency)
    if (word in COINS and len(word) <= 8 and toks[at + 1].kind in ("d",)) or word == "₿":
        number = read_number(toks, at + 1)
        if number is None or _unit_follows(toks, number.end) or (toks[at - 1].kind == "d" and word != "₿"):
            return None
        if word not in ("btc", "xmr", "eth", "usdt", "usdc", "ltc", "xrp", "₿"):
            return None
        return Amount(at, number.end, number.value, asset=COINS[word])
    return None


def read_number_before(toks: Tokens, at: int) -> bool:
    """Whether the word before `at` is a number or its multiplier, so that the unit at `at` belongs to it."""
    before = toks.low(at - 1)
    return before in ("k", "mln", "miljoen", "duizend", "mio", "miljard", "honderd") or bool(
        before and read_number(toks, at - 1) and before != "een"
    )


def _english_if(currency: str, toks: Tokens, number: Optional[Number], at: int) -> Optional[Number]:
    """ "$20,000" is twenty thousand: after a dollar or pound sign a comma with three digits groups."""
    if (
        number
        and currency in ("USD", "GBP")
        and "," in number.raw
        and "." not in number.raw
        and len(number.raw.split(",")[-1]) == 3
        and not number.raw.startswith("0")
    ):
        return Number(Decimal(number.raw.replace(",", "")), number.end, number.raw)
    return number


def _more_scale(toks: Tokens, number: Number) -> tuple[int, int]:
    """ "€ 2M", "€ 3 ton": scales that only count beside a currency."""
    word = toks.low(number.end)
    if word == "m" and not toks[number.end].gap and not number.scaled:
        return 10**6, number.end + 1
    if word == "k" and not number.scaled and toks.low(number.end + 1) not in _SYMBOLS:
        return 1000, number.end + 1
    if word in _TON:
        return 100000, number.end + 1
    return 1, number.end


def _dash_end(toks: Tokens, end: int) -> int:
    """The token after ",-", ",--", ".-" or ",=" behind a round amount."""
    if toks[end].text in (",", ".") and not toks[end].gap and toks[end + 1].text in ("-", "–", "—", "=") and not toks[end + 1].gap:
        end += 2
        while toks[end].text in ("-", "–") and not toks[end].gap:
            end += 1
    return end


def _number_first(toks: Tokens, at: int) -> Optional[Amount]:
    word = toks.low(at)
    number: Optional[Number]
    if word in ("een", "1") and toks.low(at + 1) in _TON | {"half", "halve", "miljoen", "miljard"} | _COINS_AND_MONEY:
        number = Number(Decimal(1), at + 1)
        if toks.low(at + 1) in ("half", "halve"):
            number = read_number(toks, at + 1)
        elif toks.low(at + 1) in ("miljoen", "miljard"):
            number = read_number(toks, at)
    elif word == "een" and toks.low(at + 1) == "kwart" and toks.low(at + 2) in ("miljoen", "mln"):
        number = Number(Decimal(250000), at + 3, scaled=True)
    elif word == "een" and toks.low(at + 1) == "kwart" and toks.low(at + 2) in COINS:
        number = Number(Decimal("0.25"), at + 2)
    elif word == "een" and toks.low(at + 1) in ("kleine", "goede", "dikke", "slordige", "krappe") and toks.low(at + 2) in _TON:
        number = Number(Decimal(1), at + 2)
    else:
        number = read_number(toks, at)
    if number is None or (
        number.raw == "" and word in ("een",) and number.end == at + 1 and toks.low(number.end) not in _TON | _COINS_AND_MONEY
    ):
        return None
    end = _dash_end(toks, number.end)
    for skip in (end, end + 1):
        if skip > end and toks.low(end) not in _COUNTRY | {"volle", "-", "hele"}:
            break
        unit = toks.low(skip)
        if unit in COINS and not (unit in ("sol", "dash", "ada", "ripple", "tron") and toks[skip].text.islower() and unit == "dash"):
            return Amount(at, skip + 1, number.value, asset=COINS[unit])
        found = _unit_at(toks, skip)
        if found and not (unit in ("pond", "ponden", "frank") and number.value < 1):
            return _with_cents(toks, at, number, found)
    return _ton_or_slang(toks, at, number)


def _unit_at(toks: Tokens, at: int) -> Optional[tuple[str, int, int]]:
    """(currency, scale, token after) for "euro", "€", "k€", "kEUR", "euro's"."""
    word = toks.low(at)
    if (
        word in ("k", "m")
        and toks.low(at + 1) in ("€", "$", "euro", "eur")
        and (not toks[at + 1].gap or toks.low(at + 1) in ("euro", "eur"))
    ):
        return CURRENCIES[toks.low(at + 1)], 1000 if word == "k" else 10**6, at + 2
    if word in ("keur", "keuro"):
        return "EUR", 1000, at + 1
    if word in ("meur",):
        return "EUR", 10**6, at + 1
    if word in ("cent", "centen", "eurocent"):
        return "EUR", 0, at + 1
    if word in CURRENCIES:
        end = at + 1
        if toks[end].text in ("'", "’") and toks.low(end + 1) == "s":
            end += 2
        return CURRENCIES[word], 1, end
    return None


def _with_cents(toks: Tokens, at: int, number: Number, unit: tuple[str, int, int]) -> Optional[Amount]:
    currency, scale, end = unit
    value = number.value * scale if scale else number.value / 100
    english = _english_if(currency, toks, number, at)
    if english is not number and english is not None and scale == 1:
        value = english.value
    if scale == 1 and number.value == int(number.value) and not number.scaled:
        token, skip = toks[end], end
        if toks.low(end) == "en" and read_number(toks, end + 1):
            skip = end + 1
            token = toks[skip]
        cents = read_number(toks, skip)
        if cents and cents.value == int(cents.value) and 0 < cents.value < 100:
            said = toks.low(cents.end) in ("cent", "centen", "eurocent")
            if said or (
                skip == end and token.kind == "d" and len(token.text) == 2 and cents.end == end + 1 and _ends_amount(toks, cents.end)
            ):
                value, end = value + cents.value / 100, cents.end + said
    return _with_vat(toks, at, _dash_end(toks, end), value, currency)


def _ends_amount(toks: Tokens, at: int) -> bool:
    return toks[at].kind == "p" or not toks.low(at) or toks.low(at) in VAT_WORDS | {"betaald", "per", "aan", "voor", "gekost", "en"}


def _ton_or_slang(toks: Tokens, at: int, number: Number) -> Optional[Amount]:
    word = toks.low(number.end)
    if number.vague and word in _TON:
        return _with_vat(toks, at, number.end + 1, number.value * 100000, "EUR")
    if word in _TON and not number.scaled and number.value <= 1000:
        if toks.low(number.end + 1) in _WEIGHED or (toks.low(number.end + 1) == "aan" and toks.low(number.end + 2) in _WEIGHED):
            return None
        end = number.end + 1
        if toks.low(end) in CURRENCIES:
            end += 1
        return _with_vat(toks, at, end, number.value * 100000, "EUR")
    if word in ("mille", "ruggen", "rug") and not number.scaled:
        return _with_vat(toks, at, number.end + 1, number.value * 1000, "EUR")
    return None


_WEIGHED = frozenset(words("afval staal papier materiaal graan schroot goederen co zand beton kg"))
_COINS_AND_MONEY = frozenset(("bitcoin", "btc", "ether", "euro", "monero", "dollar"))


def _unit_follows(toks: Tokens, at: int) -> bool:
    return toks.low(at) in COINS or toks.low(at) in CURRENCIES


def _with_vat(toks: Tokens, begin: int, end: int, value: Decimal, currency: str) -> Amount:
    after = vat_after(toks, end)
    if after:
        return Amount(begin, after[1], value, currency, vat=after[0])
    return Amount(begin, end, value, currency, vat=vat_before(toks, begin))
