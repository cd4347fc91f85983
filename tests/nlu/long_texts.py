"""Texts of any length, ordinary and made to be slow to read: one word over and over, what looks like the start of something, no end."""

STORY = (
    "Vorige week dinsdag kregen we een brief van onze klant, bakkerij Zevenbergen. Door een fout van onze collega stond de back-up al "
    "drie weken uit, en op 12 februari is hun server versleuteld. De daders vroegen 10 bitcoin, de klant heeft er 7 betaald en eist nu "
    "39.746,41 euro van ons. Wij denken dat het klopt, maar zeker weten we het niet. "
)
LOG = "2026-02-12T03:14:{0:02d}.{1:03d}Z srv01 backup[{1}]: job daily-{1} failed with code 0x8007{1:04x}, retry in {0} s\n"
KINDS: dict[str, str] = {
    "story": STORY,
    "log": "".join(LOG.format(n % 60, n * 7 % 1000) for n in range(500)),
    "amounts, all different": "".join(f"We betaalden {n}.{n % 900 + 100},{n % 90 + 10} euro aan {n}. " for n in range(1, 3000)),
    "amounts of one bill": "".join(f"{n} euro, " for n in range(1, 9000)),
    "phone numbers": "".join(f"bel 0470 {n % 90 + 10} 22 {n % 80 + 11}. " for n in range(3000)),
    "e-mail addresses": "jan.peeters@voorbeeld.be; ",
    "digits": "1",
    "digits with blanks": "1 ",
    "groups of digits": "123 ",
    "digits with dots": "1.",
    "digits with commas": "1,234,",
    "digits with signs": "12-11/",
    "digits with colons": "14:30:",
    "letters and digits": "a1",
    "hexadecimal": "deadbeef01",
    "dots": ".",
    "question marks": "?",
    "parentheses": "(",
    "brackets with a number": "((7",
    "commas": ", ",
    "blanks": " ",
    "new lines": "\n",
    "tabs and new lines": "\t\n ",
    "quotes": "'",
    "hyphens": "-",
    "at signs": "a@",
    "domains": "a.b.",
    "one endless word": "a",
    "an endless word with accents": "é",
    "combining accents": "e\u0301",
    "van ... tot": "van 9 tot ",
    "van ... tot, with days": "van maandag 9 tot vrijdag ",
    "tussen ... en": "tussen 14 en 15 en ",
    "tot en met": "tot en met ",
    "t/m": "t/m ",
    "words of dates": "maandag januari vorige week gisteren om tien uur ",
    "weekdays": "maandag ",
    "months": "januari ",
    "the night": "de nacht van ",
    "half": "half ",
    "ordinals": "de derde ",
    "een": "een ",
    "en": "en ",
    "om": "om ",
    "number words": "tweeentwintig duizend ",
    "glued number words": "honderdduizend",
    "ago": "drie dagen geleden ",
    "fillers": "ongeveer rond circa ",
    "euro": "euro ",
    "claims": "de klant wil dat wij ",
    "denials": "niet geen nooit ",
    "questions": "mag dat? ",
    "policy numbers": "polisnummer: ",
    "labels": "server kamer poort ",
    "years": "2025 ",
    "times": "14u30 ",
    "masked secrets": "█",
    "emoji": "😀 ",
}


def long_text(kind: str, points: int) -> str:
    """`points` code points of a kind."""
    return (KINDS[kind] * (points // len(KINDS[kind]) + 1))[:points]
