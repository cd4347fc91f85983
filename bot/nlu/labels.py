"""Numbers that only name a thing: "stap één", "poorten 80 en 443", "mijn pincode is 4821"."""

from .nouns import noun_follows
from .tokens import Tokens, words

# Words that give a number to a thing: what follows them is its name, whatever comes after.
_LABELS = frozenset(
    words(
        "prioriteit prio niveau optie opties antwoord deel toestel doorkies kantoor lokaal zaal loods gate lijn wachtrij kanaal "
        "error errors fout foutmelding status event http cao artikel artikelen art clausule rubriek bijlage bijlagen hoofdstuk "
        "hoofdstukken paragraaf pagina bladzijde blz punt punten stap stappen fase fases nummer nummers nr nrs sev severity "
        "klasse categorie level tier poort poorten port ports vlan route map folder model type release build rev revisie update "
        "change bestelbon po wachtwoord bsn rijksregister cijfer cvss factor kamer bus rek rack slot schijf uid pid id sid rfc "
        "positie groep zone sectie alinea regel kolom tabel figuur scenario formulier perceel postbus ronde week kwartaal hal "
        "ingang verdieping tafel balie perron ernst plan kpi sla rto rpo channel radio studio wifi gen dag jaar team ploeg top "
        "parking extensie badge camera sleutel wave sprint milestone"
    )
)
_LABEL_ENDS = ("nummer", "nummers", "code", "codes", "score", "versie", "pin", "artikel", "poort", "niveau", "fase", "kenmerk")
# Those whose number may come after "is", ":" or "van".
_VALUE_LABELS = frozenset(
    words("code pin wachtwoord score cijfer nummer bsn versie model poort cvss ernst gateway factor rapportcijfer extensie toestel")
)
_TIES = frozenset(words("is was : = van luidt wordt met"))
_LINKS = frozenset(words("en of tot t/m tem a à & , / - – +"))


def is_labelled(toks: Tokens, at: int) -> bool:
    if _label_before(toks, at):
        return True
    skip, tied = at - 1, False
    while skip > at - 4 and toks.low(skip) in _TIES:
        tied, skip = True, skip - 1
    if tied and any(_has_value(toks.low(k)) for k in range(skip, max(-1, skip - 4), -1) if toks[k].sentence == toks[at].sentence):
        return True
    return _after_named(toks, at)


def _has_value(word: str) -> bool:
    """Whether what this word names is written in digits: its number may come after "is"."""
    return word in _VALUE_LABELS or (len(word) > 5 and word.endswith(("nummer", "code", "score", "versie", "pin")))


def _after_named(toks: Tokens, at: int) -> bool:
    """The second of "punten 2 en 3", "poorten 80, 443", "vragen 5 tot 7": looks at most six tokens back."""
    at_link = at
    for _ in range(3):
        if toks.low(at_link - 1) not in _LINKS:
            return False
        first = at_link - 2
        if toks[first].kind == "x" and toks[first].text.isdigit():
            return not noun_follows(toks, at + 1)
        if toks[first].kind != "d":
            return False
        if _label_before(toks, first):
            return not noun_follows(toks, at + 1)
        at_link = first
    return False


def _label_before(toks: Tokens, at: int) -> bool:
    before = toks.low(at - 1)
    if _is_label(before) or (before == "vragen" and opens(toks, at - 1)):
        return True
    if before == "-" and not toks[at].gap:  # "verdieping -1"
        return _is_label(toks.low(at - 2))
    if before == "s" and toks[at - 2].text in ("'", "’"):  # "pagina's 3"
        return _is_label(toks.low(at - 3))
    return before == "." and len(toks.low(at - 2)) <= 4 and not toks[at - 1].gap and _is_label(toks.low(at - 2))


def _is_label(word: str) -> bool:
    return word in _LABELS or (len(word) > 3 and word.endswith(_LABEL_ENDS))


def opens(toks: Tokens, at: int) -> bool:
    """Whether token `at` begins a sentence, or stands after a sign that starts one."""
    before = toks[at - 1]
    return at == 0 or before.sentence != toks[at].sentence or before.kind == "p"
