"""Turns of phrase with a number word in them that count nothing: "in één klap", "twee keer nadenken", "onder vier ogen"."""

from .numbers import Number, read_number
from .tokens import Tokens, words

_PERCENT = frozenset(words("procent percent pct promille % ‰"))
_AFTER_ONE = frozenset(
    words(
        "klap keer lijn been adem ruk oogopslag oog oor hand kant pot nat hoop zucht woord zin moment dag plek geheel stuk na "
        "ding vinger stem pijp kam noemer tel stap vlak front zijde oogwenk beweging moeite slag druk knop muisklik klik man "
        "blik zaak wens vraag iets en of van voor der die dat is was"
    )
)
_ONE_MESS = frozenset(words("puinhoop chaos ramp ellende bende warboel rotzooi soep nachtmerrie leugen knoeiboel boel feest hel"))
# What there can truly be one of after "in": elsewhere "in één doos" is a way of speaking.
_ONE_THINGS = frozenset(
    words(
        "server klant vestiging kantoor systeem dossier pc laptop mailbox postvak bestand account toestel map database afdeling "
        "bedrijf gebouw winkel filiaal datacenter omgeving netwerk domein tenant backup"
    )
)
_FEW_NOUNS = frozenset(
    words(
        "maten vliegen kanten ogen vuren walletjes handen benen oren gezichten klappen tellen sterren sloten musketiers poten "
        "gedachten muren winden koppen zielen stoelen petten monden woorden zijden linkerhanden seizoenen plagen levens hemelen "
        "lagen gedaanten linkervoeten tongen fronten"
    )
)
_HUNDREDS = frozenset(
    words("excuses excuus dank bedankt bommen angsten doden keer maal vragen redenen sorry uit dingen manieren maanden en kansen wensen")
)
_TIMES = frozenset(words("keer maal keren"))
_AFTER_TIMES = frozenset(
    words(
        "nadenken denken raden bedenken zo zoveel meer minder erger groter kleiner langer trager sneller duurder slechter beter "
        "sorry niks niets hetzelfde slikken tellen over bedankt omdraaien uitleggen gezegd vragen niet liever"
    )
)
_GROUPED_AS = frozenset(words("z'n zijn hun ons haar"))


def is_idiom(toks: Tokens, at: int, number: Number) -> bool:
    """Whether the number at token `at` stands in a fixed phrase. Digits are read in few of them ("5 sterren", "90 procent")."""
    follow = toks.low(number.end)
    if follow in _PERCENT or (follow == "k" and number.raw and toks.low(number.end + 1) in ("scherm", "monitor", "tv")):
        return True
    if number.scaled and number.raw and number.value <= 16000 and follow in ("scherm", "schermen", "monitor", "tv", "beeld", "video"):
        return True  # "een 4K scherm"
    if follow in ("sterren", "sterrenservice") and number.value <= 10:
        return True
    if number.raw and number.raw != "1":
        return False
    if follow in _TIMES and not number.raw and _idle_times(toks, number):
        return True
    if number.value == 1 and _one_idiom(toks, at, number.end):
        return True
    if number.value <= 10 and follow in _FEW_NOUNS:
        return True
    if number.value in (100, 1000, 10**6) and follow in _HUNDREDS:
        return True
    if toks.low(at - 1) == "en" and toks.low(at - 2) == "duizend":
        return True
    if number.value == 0 and toks.low(at + 1) == "komma":
        return True
    if number.value in (12, 13) and "dozijn" in (follow, toks.low(number.end - 1), toks.low(number.end + 2)) and _thirteen(toks, at):
        return True
    if toks.low(at - 1) in ("tegen", "voor", "aan") and number.value <= 12 and toks.low(at - 2) == toks.low(at):
        return True  # "één voor één"
    if toks.low(at - 1) == "tegen" and read_number(toks, at - 2) is not None:
        return True
    return follow == "aan" and read_number(toks, number.end + 1) is not None  # "twee aan twee"


def _idle_times(toks: Tokens, number: Number) -> bool:
    """ "twee keer nadenken", "honderd keer gezegd", "tien keer erger": no times that anything happened."""
    if number.value >= 100:
        return True
    return any(toks.low(number.end + step) in _AFTER_TIMES for step in (1, 2, 3, 4))


def _one_idiom(toks: Tokens, at: int, end: int) -> bool:
    """ "één lijn", "als één man", "in één doos", "één grote puinhoop"."""
    follow, before = toks.low(end), toks.low(at - 1)
    if follow in _AFTER_ONE or before in ("nummer", "als"):
        return True
    return (before == "in" and follow not in _ONE_THINGS) or toks.low(end + 1) in _ONE_MESS or follow in _ONE_MESS


def _thirteen(toks: Tokens, at: int) -> bool:
    return "dertien" in (toks.low(at), toks.low(at - 2), toks.low(at - 3))
