"""Secrets that must never be stored: found by their word, their shape or their check digits, and blotted out.

What it cannot do: a password without its word beside it, or one that is an ordinary word after "is" ("mijn wachtwoord is hond").
Wallet addresses, policy, company and phone numbers are facts of a claim and stay.
"""

import re
from collections.abc import Iterator

from bot.claims import secret_shapes

BLOT = "\u2588"

# 1. Passwords, codes and keys after their word.
# The long words also count at the end of a longer one ("adminwachtwoord", "DB_PASSWORD"); the short ones only by themselves.
SECRET_WORD = (
    r"(?:(?:wacht?woord(?:en)?|pas(?:s)?woord(?:en)?|password|passwd|passphrase|passcode|pin[- ]?codes?|puk[- ]?code|toegangscodes?|"
    r"herstelsleutels?|recovery[- ]?keys?|api[-_ ]?(?:key|sleutel|token)s?|"
    r"secret(?:[-_ ]?(?:access[-_ ]?)?key)?|access[-_ ]?(?:key|token)|"
    r"auth[-_ ]?token|private[-_ ]?key|encryption[-_ ]?key|decryptiesleutel)|"
    r"(?<![^\W_])(?<!-)(?:wwoord|ww|w8woord|passe?s?|pwd|pw|pin|puk|token|cvc|cvv))"
)
# Between the word and the secret: "wachtwoord van de server (admin) is: ...", "ww=...".
OWNER = (
    r"(?:[ \t]+(?:van|voor|op|of|for|the|de|het|een|mijn|onze|ons|zijn|haar|hun|server|admin|beheerder|account|router|nas|vpn|laptop|pc|"
    r"backup|back-up|mailbox)){0,5}(?:[ \t]+(?:van|voor|op|of|for)(?:[ \t]+(?:de|het|een|onze|mijn|the))?[ \t]+[\w-]{1,30})?"
)
SIGN = (
    r"(?P<sign>[:=]|->|(?:is|was|waren|luidt|luidde|wordt|werd|bleef|blijft)\b"
    r"(?:[ \t]+(?:blijkbaar|toen|nog|nu|steeds|altijd|gewoon|waarschijnlijk|vroeger|eigenlijk|dus|helaas|intussen|"
    r"ondertussen|overal)){0,3}[ \t]*:?)"
)
MARKED = re.compile(
    rf"{SECRET_WORD}(?![\w-])[\"']?{OWNER}[ \t]*{SIGN}[ \t]*(?P<open>[\"'`“‘«]?)(?P<secret>\S+)",
    re.IGNORECASE,
)
BARE = re.compile(rf"{SECRET_WORD}(?![\w-])(?:[ \t]+|[ \t]*\n[ \t]*)(?P<open>[\"'`“‘«]?)(?P<secret>\S{{3,200}})", re.IGNORECASE)
# "het wachtwoord, namelijk ...", "als wachtwoord hadden we ...": what follows counts when no ordinary word looks like it.
TOLD = re.compile(
    rf"{SECRET_WORD}(?![\w-])[^.!?\n]{{0,30}}?[ \t](?:namelijk|nl\.?|hadden[ \t]we|hadden[ \t]wij|gebruikten[ \t]we|toen|gezet[ \t]op|"
    r"ingesteld[ \t]op|veranderd[ \t]in|gewijzigd[ \t]in|naar)[ \t]+(?P<open>[\"'`“‘«]?)(?P<secret>\S{3,200})",
    re.IGNORECASE,
)
# "ww Office: ...", "het wachtwoord staat op een post-it: ...": any words before the sign, so only what no ordinary word looks like.
LOOSE = re.compile(rf"{SECRET_WORD}(?![\w-])[^.,;!?\n:=]{{1,40}}[ \t]?[:=][ \t]*(?P<open>[\"'`“‘«]?)(?P<secret>\S{{4,200}})", re.IGNORECASE)
# Far from its word, or where somebody logs in: only what has letters, digits and a sign that no name or date has.
NEAR = re.compile(
    rf"(?:{SECRET_WORD}|\b(?:inlog\w*|login|logins?|ingelogd|aangemeld|log(?:de|den|gen|t)[ \t]+in|rdp|vpn)\b)"
    r"(?P<between>[^.!?\n]{1,80})",
    re.IGNORECASE,
)
ANY_WORD = re.compile(rf"{SECRET_WORD}|inlog|login|ingelogd|aangemeld|\blog(?:de|gen|t)|\b(?:rdp|vpn)\b", re.IGNORECASE)
STRONG = re.compile(r"(?<!\S)(?=\S*[a-z])(?=\S*\d)(?=\S*[!@#$%^&*?~+])[^\s@]\S{5,60}(?!\S)", re.IGNORECASE)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W*|[a-z][a-z0-9+.-]*://\S*|www\.\S*", re.IGNORECASE)
# Codes that open something; "foutcode", "postcode" and "broncode" do not. Also in groups: "448 102".
CODE = re.compile(
    r"(?:(?:alarm|deur|kluis|toegangs|inlog|login|sms|2fa|mfa|otp|totp|verificatie|bevestigings|authenticatie|authenticator|itsme|digid|herstel|"
    r"recovery|back-?up|reset|activatie|security|beveiligings|veiligheids|tan|cvc|cvv|bank|eenmalige|one-?time)[- ]?codes?|\botp|"
    r"\bcode[ \t]+(?:van|voor|op)[ \t]+(?:het|de|mijn|onze|zijn|haar)[ \t]+"
    r"(?:alarm|deur|kluis|bank\w*|kaart|gsm|telefoon|laptop|tablet|simkaart|app)|"
    r"(?:wifi|wi-fi|netwerk|licentie|product|beveiligings|encryptie|decryptie)?[- ]?sleutel|"
    r"(?:wifi|wi-fi|netwerk|wpa2?|licen[cs]e|product)[- ]?key)"
    r"(?![\w-])(?:[ \t]+(?:is|was|luidt|van|de|het|mijn|blijkbaar|toen|dus)){0,3}[ \t]*[:=]?[ \t]*[\"'`“‘«]?"
    r"(?P<secret>\d{3,8}(?:[ -]\d{2,8}){0,8}(?![\w.,/-]*\d)|(?=\S*\d)(?=\S*[a-z])[a-z0-9][\w.+/=#!@$%&*-]{5,200})",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\d{1,2}[u:h.]\d{0,2}u?|\d{1,4}(?:e|de|ste|x|u|uur|jaar|dagen|euro|eur|btc|gb|mb|tb|kb)", re.IGNORECASE)
MORE = re.compile(r"[\"'”’]?(?:[ \t]*[,/][ \t]*|[ \t]+(?:en|of|and)[ \t]+)(?P<open>[\"'`“‘«]?)(?P<secret>\S{3,200})", re.IGNORECASE)
PAIR = re.compile(
    r"(?<![\w/])(?:admin|administrator|root|sa|beheerder|gebruiker|guest|user)[ \t]*[/|][ \t]*(?P<open>[\"']?)(?P<secret>[^\s/|@]{5,200})",
    re.IGNORECASE,
)
PHRASE = re.compile(r"(?:wachtwoordzin|pass[- ]?phrase)[ \t]*(?:[:=]|is|was)[ \t]*(?P<secret>[^\n.;]{3,200})", re.IGNORECASE)
MOST_QUOTED = 80
CLOSING = "\"'`”’»"
GROUPS = re.compile(r"\d{3,6}(?:-\d{3,6})+")
AFTER_SECRET = ".,;:!?)]}>" + CLOSING
# After ":" these are remarks, not passwords.
ORDINARY = frozenset((
    "geen", "nee", "neen", "ja", "onbekend", "vergeten", "kwijt", "zwak", "sterk", "gewijzigd", "veranderd", "gereset",
    "gestolen", "gelekt", "hetzelfde", "niet", "nog", "onveilig", "standaard", "idem", "nvt", "zie", "weet", "ik", "we", "wij",
    "de", "het", "een", "dat", "die", "dit", "was", "is", "te", "al", "niets", "leeg", "none", "unknown", "weak", "changed",
    "reset", "stolen", "leaked", "yes", "no", "the", "a", "not", "my", "our", "admin", "gebruiker", "user", "en", "of",
))  # fmt: skip
# 2. Numbers with check digits.
# Written in one piece or in the groups people use; looser grouping would make two dates in a row a card number.
CARDS = tuple(
    re.compile(rf"(?<![\w.,+-]){form}(?![\d])")
    for form in (r"\d{13,19}", r"\d{4}([ -])\d{4}\1\d{4}\1\d{4}", r"\d{4}([ -])\d{4}\1\d{4}\1\d{4}\1\d{3}", r"\d{4}([ -])\d{6}\1\d{5}")
)
RRN = re.compile(r"(?<![\w.,+/-])\d{2}[. -]?\d{2}[. -]?\d{2}[ .-]?\d{3}[ .-]?\d{2}(?![\w])(?![.,/-]\d)")
BSN = re.compile(r"(?<![\w.,+/-])(?:\d{9}|\d{4}([. ])\d{2}\1\d{3})(?![\w])(?![.,/-]\d)")
IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}(?![A-Za-z0-9])", re.IGNORECASE)
IBAN_LENGTHS = {
    "BE": 16, "NL": 18, "DE": 22, "FR": 27, "LU": 20, "GB": 22, "IE": 22, "ES": 24, "IT": 27, "PT": 25, "AT": 20, "CH": 21,
    "PL": 28, "DK": 18, "SE": 24, "NO": 15, "FI": 18, "LT": 20, "LV": 21, "EE": 20, "CZ": 24, "SK": 24, "HU": 28, "RO": 24,
    "BG": 22, "HR": 21, "SI": 19, "GR": 27, "CY": 28, "MT": 31, "LI": 21, "MC": 27, "TR": 26,
}  # fmt: skip
# A number right after one of these is a fact of the claim, whatever its check digits say.
OTHER_NUMBER = re.compile(
    r"(?:polis|dossier|schade|claim|factuur|kvk|kbo|rsin|btw|onderneming|klant|order|offerte|ticket|serie|contract|referentie|invoice|ref|tel|telefoon|gsm|mobiel|bel|nr)"
    r"[\w.-]*[ \t]*(?:nummer|nr|no)?[ \t]*(?:is|was)?[ \t]*[.:#=]*[ \t]*$|\+\d{1,3}[ \t]*(?:\(0\))?[ \t]*$",
    re.IGNORECASE,
)  # fmt: skip
# Said to be a national number: blotted out even when the check digits are wrong.
OWN_WORD = re.compile(
    r"(?:\b(?:bsn|rrn|rr|insz|niss)|\b(?:burgerservice|sofi|rijksregister|nationaal[ \t]+)(?:nummer|nr)?)[- \t]*(?:nummer|nr)?\.?[ \t]*"
    r"(?:is|was)?[ \t]*[:#=]?[ \t]*(?P<secret>\d(?:[ .-]?\d){7,10})(?!\w)",
    re.IGNORECASE,
)
BEFORE = 40
PART, OVERLAP = 4_000, 600


def mask(text: str) -> str:
    """Return `text` with every secret replaced by as many U+2588 as it has code points."""
    signs = list(text)
    for start, end in secrets_in(text):
        signs[start:end] = BLOT * (end - start)
    return "".join(signs)


def secrets_in(text: str) -> Iterator[tuple[int, int]]:
    """Spans of secrets, end exclusive; they may overlap.

    A long text is looked through some lines at a time: while a pattern runs nobody else's message moves. Each part goes on into the
    next, further than any pattern but those of whole blocks looks beyond the end of a line.
    """
    yield from secret_shapes.in_blocks(text)
    start = 0
    while start < len(text):
        border = _line_end(text, start + PART)
        for first, last in _secrets_near(text[start : _line_end(text, border + OVERLAP)]):
            yield start + first, start + last
        start = border


def _line_end(text: str, at: int) -> int:
    """Behind the first end of a line from `at` on."""
    return text.find("\n", at) + 1 or len(text) if at < len(text) else len(text)


def _secrets_near(text: str) -> Iterator[tuple[int, int]]:
    yield from secret_shapes.in_lines(text)
    for match in PHRASE.finditer(text):
        yield match.span("secret")
    yield from after_their_word(text)
    yield from after_a_code_word(text)
    yield from ibans(text)
    yield from checked_numbers(text)


def after_their_word(text: str) -> Iterator[tuple[int, int]]:
    for match in PAIR.finditer(text):
        start, end = trimmed(text, *match.span("secret"), opened=bool(match["open"]))
        if looks_secret(text[start:end]):
            yield start, end
    if not ANY_WORD.search(text):  # most texts: one look in place of five
        return
    for match in MARKED.finditer(text):
        start, end = trimmed(text, *match.span("secret"), opened=bool(match["open"]))
        word = text[start:end]
        certain = match["sign"].rstrip() in (":", "=", "->") or match["sign"].rstrip().endswith(":") or match["open"]
        if word and ((certain and word.lower() not in ORDINARY and len(word) > 2) or looks_secret(word)):
            yield start, end
            yield from listed(text, end)
    for match in NEAR.finditer(text):
        for strong in STRONG.finditer(match["between"]):
            if not ADDRESS.fullmatch(strong[0]):
                yield trimmed(text, match.start("between") + strong.start(), match.start("between") + strong.end(), opened=False)
    for pattern in (BARE, TOLD, LOOSE):
        for match in pattern.finditer(text):
            start, end = trimmed(text, *match.span("secret"), opened=bool(match["open"]))
            if looks_secret(text[start:end]) and not ("\n" in match[0] and text[start:end].isdigit()):
                yield start, end
                yield from listed(text, end)


def after_a_code_word(text: str) -> Iterator[tuple[int, int]]:
    for match in CODE.finditer(text):
        start, end = trimmed(text, *match.span("secret"), opened=False)
        if text[start:end].replace(" ", "").isdigit() or looks_secret(text[start:end]):
            yield start, end


def listed(text: str, end: int) -> Iterator[tuple[int, int]]:
    """What follows a secret as one more of them: "Regen88 en Sneeuw99"."""
    while match := MORE.match(text, end):
        start, end = trimmed(text, *match.span("secret"), opened=bool(match["open"]))
        if not looks_secret(text[start:end]):
            return
        yield start, end


def trimmed(text: str, start: int, end: int, *, opened: bool) -> tuple[int, int]:
    """The span without the punctuation of the sentence; up to the closing quote when it was `opened`.

    An exclamation mark is kept: it is part of more passwords than it ends sentences after one.
    """
    if opened:
        # Within its quotes a secret may be several words.
        line = text.find("\n", start, start + MOST_QUOTED)
        last = line if line >= 0 else min(len(text), start + MOST_QUOTED)
        return start, next((i for i in range(start + 1, last) if text[i] in CLOSING and not text[i + 1 : i + 2].isalnum()), end)
    while end > start and text[end - 1] in AFTER_SECRET.replace("!", ""):
        end -= 1
    return start, end


def looks_secret(word: str) -> bool:
    """Whether no ordinary word looks like this: letters with digits, capitals inside, signs inside, or 4 to 8 digits."""
    if CLOCK.fullmatch(word):
        return False
    if word.isdigit():
        return 4 <= len(word) <= 8
    if GROUPS.fullmatch(word):
        return True
    letters, digits = any(c.isalpha() for c in word), any(c.isdigit() for c in word)
    signs = any(not c.isalnum() and c not in "-'’.,/()\u2588" for c in word)
    inner_capital = any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)
    return len(word) >= 4 and ((letters and digits) or (signs and (letters or digits)) or (inner_capital and not word.endswith("s")))


def ibans(text: str) -> Iterator[tuple[int, int]]:
    for match in IBAN.finditer(text):
        start = match.start()
        # A blank may join the number to the word after it: try the length of its country, and only that.
        wanted = IBAN_LENGTHS.get(match[0][:2].upper())
        if wanted is None:
            continue
        end, seen = start, 0
        while seen < wanted and end < match.end():
            seen += text[end].isalnum()
            end += 1
        compact = "".join(c for c in text[start:end].upper() if c.isalnum())
        if seen == wanted and compact.isascii() and iban_ok(compact) and not (end < len(text) and text[end].isalnum()):
            yield start, end


def iban_ok(compact: str) -> bool:
    """ISO 7064 mod 97."""
    turned = compact[4:] + compact[:4]
    return int("".join(str(int(c, 36)) for c in turned)) % 97 == 1


def checked_numbers(text: str) -> Iterator[tuple[int, int]]:
    for match in OWN_WORD.finditer(text):
        yield match.span("secret")
    for pattern in CARDS:
        for match in pattern.finditer(text):
            if is_card(digits_of(match[0])):
                yield match.span()
    for pattern, right in ((RRN, is_rrn), (BSN, is_bsn)):
        for match in pattern.finditer(text):
            if right(digits_of(match[0])) and not OTHER_NUMBER.search(text[max(0, match.start() - BEFORE) : match.start()]):
                yield match.span()


def digits_of(written: str) -> str:
    return "".join(letter for letter in written if letter in "0123456789")


def is_card(digits: str) -> bool:
    """A payment card: 13 to 19 digits, begins with 2 to 6, Luhn's sum is right."""
    if not (13 <= len(digits) <= 19 and digits[0] in "23456"):
        return False
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def is_rrn(digits: str) -> bool:
    """A Belgian rijksregisternummer (or BIS number, month + 20 or + 40): date, serial, 97 minus the remainder."""
    if len(digits) != 11:
        return False
    month, day = int(digits[2:4]) % 20, int(digits[4:6])
    if int(digits[2:4]) > 52 or month > 12 or day > 31:
        return False
    return int(digits[9:]) in (97 - int(digits[:9]) % 97, 97 - int("2" + digits[:9]) % 97)


def is_bsn(digits: str) -> bool:
    """A Dutch BSN: nine digits whose weighted sum divides by 11."""
    if len(digits) != 9 or digits == "000000000":
        return False
    return (sum(int(d) * w for d, w in zip(digits, range(9, 1, -1), strict=False)) - int(digits[8])) % 11 == 0
