"""Whether "3u30" or "6 uur" is how long something took or the time of day: the words beside it decide."""

from .clocks import Clock
from .tokens import Tokens, words

# Behind an hour: it was spent, lost, worked.
LENGTH_AFTER = frozenset(
    words(
        "geleden terug lang later eerder plat down downtime offline werk gewerkt stilgelegen stil geduurd onbereikbaar "
        "onderbreking uit wachten gewacht per stilstand aan overwerk kwijt daarvoor daarna tijd bezig verloren nodig gezocht "
        "gekost doorgewerkt gelegen gezeten gefactureerd aangerekend besteed verder"
    )
)
_SPENT = LENGTH_AFTER | frozenset(
    words(
        "interventie interventies reistijd reizen consultancy support technieker techniekers totaal zonder panne storing uitval "
        "vertraging hinder responstijd hersteltijd wachttijd overuren arbeid werkuren onbeschikbaar onbeschikbaarheid onderzoek "
        "herstel herstelwerk analyse prestaties geklungeld gesukkeld gebeld gepraat gestoken ingestoken"
    )
)
_LEADS = frozenset(
    words("duurde duurt duren duurden gedurende binnen kostte kost in max maximaal totaal minstens zeker ruim bijna amper nodig")
)
_DOING = frozenset(words("hebben heb heeft hadden had zaten zat waren was lagen lag werkten werkte zijn stonden stond zochten zocht"))
_NOUN_ENDS = ("duur", "tijd", "uitval", "storing", "interventie", "herstel", "onderbreking", "downtime", "panne", "stilstand", "vertraging")
_CLOCK_LEADS = frozenset(words("om rond omstreeks tegen vanaf sinds tot tussen te omtrent rondom klokslag stipt exact precies"))
_LOGGED = frozenset(words("duration took elapsed runtime uptime looptijd tijdsduur"))
_HOURS = frozenset(words("u h uur hr"))


def is_length(toks: Tokens, begin: int, clock: Clock) -> bool:
    """Whether the hour that `clock` read at token `begin`, with no day said, is a length of time."""
    if toks.low(begin - 1) in _LOGGED or (toks.low(begin - 1) == ":" and toks.low(begin - 2) in _LOGGED):
        return True  # "duration 00:14:22"
    if not _in_hours(toks, clock.end) or toks.low(begin - 1) in _CLOCK_LEADS:
        return False
    if toks.low(clock.end - 1) in ("min", "minuten") or _spent(toks, clock.end):
        return True
    lead = toks.low(begin - 1)
    if lead in ("van", ":"):
        return toks.low(begin - 2).endswith(_NOUN_ENDS)
    return lead in _LEADS or lead.endswith(_NOUN_ENDS) or (lead in _DOING and clock.hour <= 12 and clock.minute > 0)


def is_length_that_day(toks: Tokens, begin: int, clock: Clock) -> bool:
    """The same behind a day: "gisteren 3 uur gezocht", "vrijdag 4u verloren"."""
    return (
        clock.hour <= 12
        and not clock.bare
        and _in_hours(toks, clock.end)
        and toks.low(begin - 1) not in _CLOCK_LEADS
        and _spent(toks, clock.end)
    )


def _in_hours(toks: Tokens, end: int) -> bool:
    return any(toks.low(at) in _HOURS for at in (end - 1, end - 2, end - 3))


def _spent(toks: Tokens, at: int) -> bool:
    return toks.low(at) in _SPENT or (toks.low(at) in ("in", "aan") and toks.low(at + 1) in _SPENT)
