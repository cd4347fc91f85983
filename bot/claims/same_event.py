"""Whether two claim files tell of one event: told twice, or one event that hit several.

`compare(a, b)` gives None, or a Match with its kind, its strength and the reasons, each a sentence an adjuster can check:
- `possible_duplicate`: one insured, one event, told twice (insured and broker, chat and telephone);
- `same_event`: several insureds, or several customers of one, and one event (one wallet, one family on one day, one supplier's tool).

Points add up: what says that the insured is one (`who`), and what says that the event is one (`what`). With one insured little is asked
of the event; between strangers much, because a kind of attack and a day in common are everyday chance. The points are set by hand and
measured on labelled pairs (`python -m bench.same_event`). It is a proposal: nothing is ever merged, a person decides.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from bot.claims.company_names import alike, read
from bot.claims.event_facts import COMMON_ENDINGS, EVERYDAY_TOOLS, FOR_OTHERS, Days, Facts, is_odd

Kind = Literal["possible_duplicate", "same_event"]
ONE_INSURED, NEARLY_ONE = 3.0, 2.0  # points of `who`
TOLD_TWICE, SURELY_ONE, ONE_EVENT = 1.5, 3.5, 3.5  # points of `what`: for one insured, for nearly one, between strangers
NEAR, WEEK = 2, 7  # days
UNNAMED = ("other",)  # a code that says nothing of what happened


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that two files have in common, or (with points below nought) that tells them apart; `text` is Dutch, for the staff."""

    id: str
    text: str
    points: float


@dataclass(frozen=True, slots=True)
class Match:
    """`score` orders matches, from 0 to 1; it is no chance."""

    kind: Kind
    score: float
    reasons: tuple[Reason, ...]


def compare(a: Facts, b: Facts) -> Match | None:
    """How `a` and `b` match; None when too little speaks for one event. The order of the two does not matter."""
    who = [reason for rule in WHO for reason in rule(a, b)]
    what = [reason for rule in WHAT for reason in rule(a, b)]
    insured = _sum(who)
    if insured < NEARLY_ONE:  # each insured has customers of its own: that these differ says nothing
        what = [reason for reason in what if reason.id != "claimant_differs"]
    event = _sum(what)
    kind = _kind(insured, event, {reason.id for reason in (*who, *what)}, known=bool(who))
    if kind is None:
        return None
    total = event + max(0.0, min(insured, 6.0)) / 2
    reasons = sorted((*who, *what, *_roles(a, b, kind)), key=lambda one: -one.points)
    return Match(kind, round(1 - 0.5 ** (max(0.0, total) / 3), 3), tuple(reasons))


def _kind(insured: float, event: float, found: set[str], *, known: bool) -> Kind | None:
    if insured >= ONE_INSURED or (insured >= NEARLY_ONE and event >= SURELY_ONE):
        if event < TOLD_TWICE:
            return None
        return "same_event" if "claimant_differs" in found else "possible_duplicate"
    # Who is insured was said in one file only: one customer on one day is then most likely one report.
    if not known and "claimant_same" in found and "days_near" in found:
        return "possible_duplicate"
    return "same_event" if event >= ONE_EVENT else None


def _sum(reasons: Iterable[Reason]) -> float:
    return sum(reason.points for reason in reasons)


def _policy(a: Facts, b: Facts) -> Iterable[Reason]:
    if not a.policy or not b.policy:
        return
    if a.policy == b.policy:
        yield Reason("policy_same", "zelfde polisnummer", 5)
    elif (
        len(a.policy) >= 6
        and len(a.policy) == len(b.policy)
        and sum(x != y for x, y in zip(a.policy, b.policy, strict=True)) <= _swapped(a, b)
    ):
        yield Reason("policy_close", "polisnummers die één teken schelen", 1.5)
    else:
        yield Reason("policy_differs", "ander polisnummer", -1)


def _swapped(a: Facts, b: Facts) -> int:
    """How many signs may differ: one, or two that changed places."""
    return 2 if sorted(a.policy) == sorted(b.policy) else 1


def _registration(a: Facts, b: Facts) -> Iterable[Reason]:
    if a.registration and b.registration:
        same = a.registration == b.registration
        yield Reason("number_same", "zelfde ondernemingsnummer", 5) if same else Reason("number_differs", "ander ondernemingsnummer", -4)


def _insured(a: Facts, b: Facts) -> Iterable[Reason]:
    found = alike(a.insured, b.insured)
    if found == "same":
        yield Reason("insured_same", "zelfde verzekerde", 3 if read(a.insured).is_common else 4)
    elif found == "close":
        yield Reason("insured_close", "namen van de verzekerde lijken sterk op elkaar", 2.5)
    elif found == "loose":
        yield Reason("insured_loose", "namen van de verzekerde lijken op elkaar", 0.5)
    elif found == "different":
        yield Reason("insured_differs", "andere verzekerde", -2)


def _contact(a: Facts, b: Facts) -> Iterable[Reason]:
    """A telephone or a mail box says who reports; a broker reports for many, so theirs says nothing of the insured."""
    if a.role in FOR_OTHERS or b.role in FOR_OTHERS:
        return
    if a.phone and a.phone == b.phone:
        yield Reason("phone_same", "zelfde telefoonnummer van de melder", 3)
    if a.email and a.email == b.email:
        yield Reason("mail_same", "zelfde e-mailadres van de melder", 3)
    elif a.domain and a.domain == b.domain:
        yield Reason("domain_same", f"e-mail van hetzelfde bedrijf ({a.domain})", 3)
    if alike(a.reporter, b.reporter) == "same":
        yield Reason("reporter_same", "zelfde melder", 1)


def _claimant(a: Facts, b: Facts) -> Iterable[Reason]:
    if a.claimant_registration and a.claimant_registration == b.claimant_registration:
        yield Reason("claimant_same", "zelfde klant (ondernemingsnummer)", 3)
        return
    numbers_differ = bool(a.claimant_registration and b.claimant_registration)
    found = alike(a.claimant, b.claimant)
    if found == "same" and not numbers_differ:
        yield Reason("claimant_same", "zelfde klant", 2 if read(a.claimant).is_common else 3)
    elif found == "close" and not numbers_differ:
        yield Reason("claimant_same", "namen van de klant lijken sterk op elkaar", 2)
    elif found == "different" or numbers_differ:
        yield Reason("claimant_differs", "andere klant", -1)
    for one, other in ((a, b), (b, a)):
        numbers = one.claimant_registration and one.claimant_registration == other.registration
        if numbers or alike(one.claimant, other.insured) in ("same", "close"):
            yield Reason("claimant_is_insured", "de klant in het ene dossier is de verzekerde in het andere", 3)
            return


def _days(a: Facts, b: Facts) -> Iterable[Reason]:
    """The days of like with like, and only without those of one with the other: what began on Friday is found on Monday."""
    pairs = [(x, y) for x, y in ((a.occurred, b.occurred), (a.discovered, b.discovered)) if x and y]
    pairs = pairs or [(x, y) for x, y in ((a.occurred, b.discovered), (a.discovered, b.occurred)) if x and y]
    if not pairs:
        yield from _received(a, b)
        return
    apart = min(_apart(x, y) for x, y in pairs)
    exact = any(x[0] == x[1] == y[0] == y[1] for x, y in pairs)
    vague = all(x[1] - x[0] > WEEK or y[1] - y[0] > WEEK for x, y in pairs)
    if vague and apart <= NEAR:
        yield Reason("days_overlap", "periodes overlappen", 0.5)
    elif apart <= NEAR:
        yield Reason("days_near", "zelfde dag" if exact else f"datums binnen {NEAR} dagen", 2)
    elif apart > WEEK:
        yield Reason("days_apart", f"datums {apart} dagen uit elkaar", -4)
    else:
        yield Reason("days_week", f"datums {apart} dagen uit elkaar", 0)


def is_near(x: Days | None, y: Days | None) -> bool:
    """Whether two days can be the same, or NEAR."""
    return bool(x and y) and _apart(x, y) <= NEAR  # type: ignore[arg-type] # neither is None here


def _apart(x: Days, y: Days) -> int:
    return max(0, x[0] - y[1], y[0] - x[1])


def _received(a: Facts, b: Facts) -> Iterable[Reason]:
    """Without a day in one of them: when they were reported, and that nothing is reported before it happened."""
    known = [(one.occurred or one.discovered, other) for one, other in ((a, b), (b, a))]
    if any(when and when[0] > other.received for when, other in known):
        yield Reason("days_apart", "het ene dossier was er voor het voorval van het andere", -4)
        return
    apart = abs(a.received - b.received)
    if apart <= 3:
        yield Reason(
            "received_near", "gemeld op dezelfde dag" if not apart else f"gemeld binnen {apart} {'dag' if apart == 1 else 'dagen'}", 1
        )
    elif apart <= 14:
        yield Reason("received_week", f"gemeld binnen {apart} dagen", 0.5)


def _attack(a: Facts, b: Facts) -> Iterable[Reason]:
    one, two = (set(x.attack) - set(UNNAMED) for x in (a, b))
    if a.family and b.family:
        if a.family == b.family:
            yield Reason("family_same", f"zelfde ransomware ({a.family})", 2)
            return
        yield Reason("family_differs", "andere ransomware", -3)
    elif one & two:
        yield Reason("attack_same", "zelfde soort incident", 0.5)
    elif one and two:
        yield Reason("attack_differs", "ander soort incident", -2)


def _marks(a: Facts, b: Facts) -> Iterable[Reason]:
    if set(a.wallets) & set(b.wallets):
        yield Reason("wallet_same", "zelfde portefeuille-adres", 8)
    elif a.wallets and b.wallets:
        yield Reason("wallet_differs", "ander portefeuille-adres", -1)
    endings = set(a.endings) & set(b.endings)
    if endings:
        word = sorted(endings - COMMON_ENDINGS or endings)[0]
        yield Reason("ending_same", f"zelfde bestandsextensie (.{word})", 2 if endings - COMMON_ENDINGS else 0.5)
    tools = set(a.tools) & set(b.tools)
    if tools:
        word = sorted(tools - EVERYDAY_TOOLS or tools)[0]
        yield Reason("tool_same", f"zelfde hulpmiddel of programma ({word})", 2 if tools - EVERYDAY_TOOLS else 0.5)
    if a.supplier and b.supplier:
        yield Reason("supplier_same", "in beide via een leverancier binnengekomen", 0.5)


def _money(a: Facts, b: Facts) -> Iterable[Reason]:
    if a.demand and a.demand == b.demand:
        yield Reason("demand_same", f"zelfde bedrag geëist ({_dutch(a.demand)})", 2 if is_odd(a.demand) else 0.5)
    if a.ransom and a.ransom == b.ransom:
        yield Reason("ransom_same", f"zelfde losgeld gevraagd ({_dutch(a.ransom)})", 1.5 if is_odd(a.ransom) else 0.5)


def _dutch(amount: str) -> str:
    return amount.replace(".", ",")


def _roles(a: Facts, b: Facts, kind: Kind) -> Iterable[Reason]:
    """Not for the score: it says why there can be two."""
    if kind == "possible_duplicate" and (a.role == "broker") != (b.role == "broker"):
        yield Reason("broker_too", "de verzekerde en de tussenpersoon meldden allebei", 0)
    elif kind == "possible_duplicate" and a.channel and b.channel and a.channel != b.channel:
        yield Reason("two_doors", "één keer via de chat en één keer via de telefoon", 0)


Rule = Callable[[Facts, Facts], Iterable[Reason]]
WHO: tuple[Rule, ...] = (_policy, _registration, _insured, _contact)
WHAT: tuple[Rule, ...] = (_claimant, _days, _attack, _marks, _money)
