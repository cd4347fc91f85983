"""Which words can be what a number counts: the small words that cannot, and the noun that follows a number."""

from .numbers import Number
from .tokens import Tokens, words

# Small words: none of them is a noun, so nothing is counted by them.
SMALL_WORDS = frozenset(
    words(
        "de het een 't t n die dat dit deze der den des er hier daar waar en of maar want dus als dan toen terwijl omdat zodat "
        "hoewel ik je jij u hij zij ze we wij jullie hun hen ons onze mijn jouw zijn haar uw men wie wat welke hoe in op aan "
        "van voor met zonder bij uit over onder door tegen tussen na naar om tot te ten ter per via sinds sedert vanaf binnen "
        "buiten tijdens volgens ongeveer circa ca ruim bijna zowat pakweg zeker minstens hooguit maximaal minimaal slechts "
        "enkel alleen al ook nog pas reeds weer terug toch wel niet geen nooit altijd vaak soms nu straks later is was waren "
        "ben bent wordt worden werd werden heb heeft hebben had hadden kan kunnen kon konden moet moeten moest wil willen wilde "
        "zal zullen zou zouden mag mogen ligt liggen lag lagen staat staan stond stonden zit zitten zat zaten gaat gaan ging "
        "gingen komt komen kwam kwamen doet doen deed deden plat kapot weg kwijt stuk goed dood samen totaal alles niks niets "
        "iets ja nee neen ok oke denk dacht schat gok meen geloof vermoed tel telt tellen telde telden blijkt bleek bleken "
        "ervan daarvan hiervan waarvan waaronder zie zien zag zagen ofzo wss mss geloofd eigenlijk echt heel zeer zo intussen "
        "ondertussen inmiddels momenteel sowieso precies exact vermoedelijk mogelijk misschien waarschijnlijk hoogstens krap "
        "dik goeie plusminus meer minder"
    )
)
QUANTITIES = frozenset(
    words("tb gb mb kb pb kw kwh m km kg fte stuks stuk man pc pcs st x personeel gigabyte terabyte megabyte gig euro eur meter terabytes")
)
# Words in the plural form that are no nouns.
_NOT_NOUNS = SMALL_WORDS | frozenset(
    words(
        "versleuteld getroffen besmet gestolen gelekt betrokken geweest gebleven gegeven vertrokken begonnen gevonden gekregen "
        "verloren verstuurd eens steeds telkens ergens nergens anders ineens opeens trouwens overigens immers vandaag gisteren "
        "morgen samen tegen beneden boven buiten binnen vragen naar geleden bovendien helaas dagelijks reageren werken kregen "
        "blijven beginnen krijgen zeggen gebruiken moesten gelden hangen lopen vallen vielen liepen bellen belden melden "
        "meldden"
    )
)


_PARTICIPLES = frozenset(words("versleuteld getroffen besmet gestolen gelekt betrokken gevonden verloren verstuurd"))


def noun_after(toks: Tokens, number: Number) -> bool:
    return noun_follows(toks, number.end, one=number.value == 1)


def noun_follows(toks: Tokens, at: int, *, one: bool = False) -> bool:
    """Whether a noun in the plural comes within a few words of token `at`, with only adjectives and names before it."""
    if toks.low(at) == "van" and toks.low(at + 1) in ("de", "die", "deze", "onze", "ons", "hun", "mijn", "jullie", "haar", "zijn", "het"):
        at += 2  # "drie van onze klanten"
    for step in range(4):
        token = toks[at + step]
        if step == 0 and token.text == "-" and toks.low(at + 1) == "tal":
            return True
        if (token.kind == "x" and step < 3) or (step and token.text == "-" and not token.gap):
            continue  # a product ("12 Windows 10 pc's"), or a noun in two ("e-mailadressen")
        if token.kind != "w" or token.low in SMALL_WORDS:
            return False
        if token.low in QUANTITIES or (one and token.low not in _NOT_NOUNS):
            return True
        if token.low in _PARTICIPLES:
            continue  # "12 getroffen dossiers"
        if token.low in _NOT_NOUNS:
            return False
        if len(token.low) > 2 and token.low.endswith(("en", "s", "ers", "mensen", "data")):
            return True
        if toks[at + step + 1].text in ("'", "’") and toks.low(at + step + 2) in ("s", "tje", "tjes"):
            return True
    return False
