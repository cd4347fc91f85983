"""Money, coins and counts in the notations of the Netherlands and Flanders."""

import pytest

from bot.nlu.extract import extract

from .reading import MONDAY, read

MONEY = [
    ("€ 7 500", "money 7500 EUR"),
    ("7 500 euro", "money 7500 EUR"),
    ("€7.500", "money 7500 EUR"),
    ("7500€", "money 7500 EUR"),
    ("7.500,00 EUR", "money 7500 EUR"),
    ("EUR 7.500,50", "money 7500.5 EUR"),
    ("€ 1.250.000", "money 1250000 EUR"),
    ("een kleine veertigduizend euro", "money 40000 EUR"),
    ("40k", "money 40000 EUR"),
    ("€40k", "money 40000 EUR"),
    ("12,5k euro", "money 12500 EUR"),
    ("15 k€", "money 15000 EUR"),
    ("1,2 mln euro", "money 1200000 EUR"),
    ("€ 1,2 mln", "money 1200000 EUR"),
    ("een half miljoen euro", "money 500000 EUR"),
    ("anderhalf miljoen euro", "money 1500000 EUR"),
    ("drie ton", "money 300000 EUR"),
    ("een ton", "money 100000 EUR"),
    ("een halve ton", "money 50000 EUR"),
    ("2,5 ton", "money 250000 EUR"),
    ("twaalfduizend vijfhonderd euro", "money 12500 EUR"),
    ("tweeduizend driehonderdvijftig euro", "money 2350 EUR"),
    ("vijfentwintighonderd euro", "money 2500 EUR"),
    ("duizend euro", "money 1000 EUR"),
    ("5.000 dollar", "money 5000 USD"),
    ("$20,000", "money 20000 USD"),
    ("USD 15.000", "money 15000 USD"),
    ("vijfduizend pond", "money 5000 GBP"),
    ("€ 500 excl. btw", "money 500 EUR excl"),
    ("500 euro (excl. btw)", "money 500 EUR excl"),
    ("500 euro, exclusief btw", "money 500 EUR excl"),
    ("500 euro + btw", "money 500 EUR excl"),
    ("500 euro plus btw", "money 500 EUR excl"),
    ("500 euro zonder BTW", "money 500 EUR excl"),
    ("500 euro btw niet inbegrepen", "money 500 EUR excl"),
    ("500 euro incl. 21% btw", "money 500 EUR incl"),
    ("500 euro btw incl.", "money 500 EUR incl"),
    ("500 euro inclusief", "money 500 EUR incl"),
    ("600 euro per jaar zonder btw", "money 600 EUR excl"),
    ("€ 7.731,90, eveneens incl. btw", "money 7731.9 EUR incl"),
    ("exclusief btw is het € 500", "money 500 EUR excl"),
    ("500 euro, met of zonder btw weet ik niet", "money 500 EUR"),
    ("5 euro 50", "money 5.5 EUR"),
    ("vijftig cent", "money 0.5 EUR"),
    ("€ 12,-", "money 12 EUR"),
    ("2 miljoen euro", "money 2000000 EUR"),
    ("een miljoen euro", "money 1000000 EUR"),
    ("750 eur", "money 750 EUR"),
    ("tussen 40.000 en 50.000 euro", "money 40000 EUR; money 50000 EUR"),
    ("10 à 15.000 euro", "money 10000 EUR; money 15000 EUR"),
    ("ze vroegen 5000 euro, wij betaalden er 3000", "money 5000 EUR; money 3000 EUR"),
    ("39 miljoen omzet", "money 39000000 EUR"),
    ("een voorschot van een half miljoen", "money 500000 EUR"),
    ("de rekening is 950,73", "money 950.73 EUR"),
    ("25.000 euro per dag", "money 25000 EUR"),
    ("honderd euro", "money 100 EUR"),
    ("300 duizend euro", "money 300000 EUR"),
    ("6.000,- ex btw", "money 6000 EUR excl"),
]

COINS = [
    ("10 bitcoin", "crypto 10 BTC"),
    ("één bitcoin", "crypto 1 BTC"),
    ("een bitcoin", "crypto 1 BTC"),
    ("anderhalve bitcoin", "crypto 1.5 BTC"),
    ("een halve bitcoin", "crypto 0.5 BTC"),
    ("BTC 0,75", "crypto 0.75 BTC"),
    ("0.75BTC", "crypto 0.75 BTC"),
    ("3 monero", "crypto 3 XMR"),
    ("120 XMR", "crypto 120 XMR"),
    ("2,5 ETH", "crypto 2.5 ETH"),
    ("ze vroegen 10 bitcoin, het zijn er 7 geworden", "crypto 10 BTC; crypto 7 BTC"),
    ("Bitcoin: 10 geëist, 7 betaald", "crypto 10 BTC; crypto 7 BTC"),
    ("Ze eisten 10 BTC. Uiteindelijk 7 betaald.", "crypto 10 BTC; crypto 7 BTC"),
    ("10 bitcoin gevraagd en 7 betaald", "crypto 10 BTC; crypto 7 BTC"),
    ("van 10 naar 7 bitcoin", "crypto 10 BTC; crypto 7 BTC"),
    ("7 van de 10 bitcoins", "crypto 7 BTC; crypto 10 BTC"),
    ("zeven (7) bitcoins", "crypto 7 BTC"),
    ("tien bitcions", "crypto 10 BTC"),
]

COUNTS = [
    ("241 medewerkers", "number 241"),
    ("dertig klanten", "number 30"),
    ("een dertigtal klanten", "number 30"),
    ("1 200 dossiers", "number 1200"),
    ("12.000 records", "number 12000"),
    ("twee servers en drie pc's", "number 2; number 3"),
    ("honderdtwintig postbussen", "number 120"),
    ("tweeëntwintig gebruikers", "number 22"),
    ("2 miljoen personen", "number 2000000"),
    ("een twintigtal laptops", "number 20"),
    ("ongeveer 300 klanten", "number 300"),
    ("15k records", "number 15000"),
    ("800 GB", "number 800"),
    ("40TB aan data", "number 40"),
    ("acht servers", "number 8"),
    ("150 keer gebeld", "number 150"),
    ("de 7 servers", "number 7"),
    ("één server", "number 1"),
    ("10 tot 12 servers", "number 10; number 12"),
    ("vijf à zes computers", "number 5; number 6"),
    ("3 man", "number 3"),
    ("twee dozijn laptops", "number 24"),
]


@pytest.mark.parametrize(("text", "expected"), MONEY + COINS + COUNTS)
def test_reads(text: str, expected: str) -> None:
    assert read(text) == expected


VAT = {
    "500 euro btw 21% inbegrepen": "incl",
    "500 euro excl. 21%": "excl",
    "500 euro + 21% btw": "excl",
    "500 euro + 21%": "excl",
    "500 euro plus 21% btw": "excl",
    "500 euro, btw inclusief": "incl",
    "500 euro inclusief de btw": "incl",
    "500 euro met de btw erbij": "incl",
    "500 euro btw incluis": "incl",
    "500 euro btw excluis": "excl",
    "500 euro btwi": "incl",
    "500 euro per uur excl. btw": "excl",
    "500 euro (ex btw)": "excl",
    "500 euro ex. btw": "excl",
    "500 euro excl": "excl",
    "500 euro incl": "incl",
    "500 EUR btw excl.": "excl",
    "500 euro (btw niet inbegrepen)": "excl",
    "500 euro btw komt daar nog bij": "excl",
    "500 euro, daar komt nog btw bij": "excl",
    "500 euro zonder de btw": "excl",
    "500 euro btw inclusief": "incl",
    "500 euro inclusief btw van 21%": "incl",
    "500 euro inclusief 21% BTW": "incl",
    "500 euro vrij van btw": None,
    "500 euro inbegrepen btw": "incl",
    "btw niet meegerekend 500 euro": "excl",
    "inclusief btw kost dat 500 euro": "incl",
    "exclusief btw: € 500": "excl",
    "excl. btw is dat 500 euro": "excl",
    "500 euro exclusief": "excl",
    "500 euro buiten btw": "excl",
    "500 euro vóór btw": "excl",
    "500 euro na btw": "incl",
    "500 euro netto, excl. btw": "excl",
    "500,00 (btw incl.)": "incl",
    "500 euro EXCL BTW": "excl",
    "500 euro ex-btw": "excl",
    "500 euro te vermeerderen met btw": "excl",
    "500 euro btw exclusief": "excl",
    "500 euro alles incl.": "incl",
    "500 euro all-in, incl btw": "incl",
    "500 euro tvac": "incl",
    "500 euro htva": "excl",
    "500 euro inkl btw": "incl",
    "500 euro exl btw": "excl",
    "500 euro exlcusief btw": "excl",
    "500 euro incl. alle btw": "incl",
    "500 euro met btw": "incl",
    "€ 500 m.b. btw": None,
    "500 euro btw inbegrepen": "incl",
    "500 euro excl. btw en incl. verzending": "excl",
    "500 euro zonder btw gerekend": "excl",
    "500 euro btw nog niet bijgerekend": "excl",
    "500 euro, btw erbij inbegrepen": "incl",
    "500 euro incl. BTW (21%)": "incl",
    "500 euro exclusief belasting": "excl",
    "500 euro btw erin": "incl",
    "500 euro btw eraf": "excl",
    "500 euro + BTW 21 %": "excl",
    "500 euro na btw-controle betaald": None,
    "de btw niet betaald, wel 500 euro": None,
    "500 euro, daar komt nog de koerier bij": None,
}


@pytest.mark.parametrize(("text", "basis"), VAT.items())
def test_tells_with_or_without_vat(text: str, basis: str | None) -> None:
    assert [(item["value"]["amount"], item["value"]["vat"]) for item in extract(text, MONDAY)] == [("500", basis)]


def test_marks_what_was_left_unsaid() -> None:
    first, second = extract("ze vroegen 10 bitcoin, het zijn er 7 geworden", MONDAY)
    assert "elliptical" not in first
    assert second["elliptical"] is True


@pytest.mark.parametrize("text", ["zo'n 40.000 euro", "ongeveer € 500", "een kleine dertig klanten", "een twintigtal pc's", "± 500 euro"])
def test_an_estimate_stays_an_estimate(text: str) -> None:
    assert extract(text, MONDAY)[0]["approx"] is True
