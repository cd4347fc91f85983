"""From files that may tell of one event to what the staff reads: the reasons, and both files side by side."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from bot.claims.company_names import alike
from bot.claims.event_facts import SHOWN, Facts
from bot.claims.records import Conversation, Link
from bot.claims.same_event import is_near
from bot.services.events import Event, Related
from bot.web.review import contexts, dutch, labels, list_page

KIND = {"possible_duplicate": "Mogelijk dezelfde melding", "same_event": "Mogelijk hetzelfde voorval"}
KIND_CONFIRMED = {"possible_duplicate": "Dezelfde melding", "same_event": "Hetzelfde voorval"}
MARK = {"same": "gelijk", "close": "lijkt erop", "differs": "verschilt", "one": "in één dossier"}
NAMES = ("insured_legal_name", "claimant_legal_name", "reporter_name", "broker_name")
# Fields that `Facts` holds in a form in which two ways of writing are one.
PLAIN = {"policy_number": "policy", "insured_registration_number": "registration", "reporter_phone": "phone", "reporter_email": "email",
         "claimant_registration_number": "claimant_registration", "ransomware_family": "family", "wallet_address": "wallets",
         "ransom_demand_amount": "ransom", "demand_amount": "demand"}  # fmt: skip
DATES = {"incident_occurred_at": "occurred", "incident_discovered_at": "discovered"}
STRONG, FAIR = 0.75, 0.55


def files(here: Facts | None, found: Iterable[Related]) -> tuple[contexts.RelatedFile, ...]:
    return tuple(file(here or Facts(received=0), one) for one in found)


def file(here: Facts, one: Related) -> contexts.RelatedFile:
    link = one.link
    texts = {True: [], False: []}  # type: dict[bool, list[str]]
    for reason in link.reasons:
        texts[reason["points"] >= 0].append(str(reason["text"]))
    words = KIND_CONFIRMED if link.state == "confirmed" else KIND
    return contexts.RelatedFile(
        id=one.about.id,
        name=name(one.about),
        kind=words[link.kind],
        strength="sterke aanwijzingen"
        if link.score >= STRONG
        else "redelijke aanwijzingen"
        if link.score >= FAIR
        else "zwakke aanwijzingen",
        state=link.state,
        waits=link.waits,
        reasons=tuple(texts[True]),
        against=tuple(texts[False]),
        fresh=tuple(str(reason["text"]) for reason in link.fresh) if link.state == "rejected" else (),
        rows=side_by_side(here, one.facts),
        status=labels.word(labels.CLAIM_STATUS, one.about.status),
        withdrawn=one.about.status == "withdrawn",
        decided=decided(link, one.by),
        in_event=one.in_event,
    )


def decided(link: Link, by: str) -> str:
    """ "hoort bij elkaar, volgens An op 25 november 2026, 09:30"; empty when nobody said anything."""
    if link.state == "proposed" or link.at is None:
        return ""
    said = "Hoort bij elkaar" if link.state == "confirmed" else "Niet hetzelfde"
    return f"{said}, volgens {by or 'een medewerker'} op {dutch.moment(link.at.isoformat())}"


def name(about: Conversation) -> str:
    """As the list calls it."""
    return list_page.name({"number": about.number, "channel": about.channel, "received_at": about.opened_at.isoformat(), **about.summary})


def side_by_side(here: Facts, there: Facts) -> tuple[contexts.Difference, ...]:
    """What both files say of each thing they are compared by; what neither says is left out."""
    rows = [row(field, here, there) for field in SHOWN]
    for label, texts in (("Bestandsextensie", (here.endings, there.endings)), ("Hulpmiddelen", (here.tools, there.tools))):
        rows.append(difference(label, *(", ".join(one) for one in texts), same=bool(set(texts[0]) & set(texts[1]))))
    rows.append(difference("Gemeld op", *(dutch.moment(day(one.received)) for one in (here, there)), same=here.received == there.received))
    return tuple(one for one in rows if one.here != "–" or one.there != "–")


def row(field: str, here: Facts, there: Facts) -> contexts.Difference:
    one, two = (shown(field, facts) for facts in (here, there))
    found = alike(one, two) if field in NAMES else "different"
    plain = PLAIN.get(field)
    same = found == "same" or one == two or bool(plain and getattr(here, plain) and getattr(here, plain) == getattr(there, plain))
    near = field in DATES and is_near(getattr(here, DATES[field]), getattr(there, DATES[field]))
    return difference(dutch.field_label(field), one, two, same=same, close=near or found in ("close", "loose"))


def difference(label: str, here: str, there: str, *, same: bool, close: bool = False) -> contexts.Difference:
    mark = "one" if not here or not there else "same" if same else "close" if close else "differs"
    return contexts.Difference(label, here or "–", there or "–", mark, MARK[mark])


def shown(field: str, facts: Facts) -> str:
    value: Any = facts.values.get(field)
    return dutch.field_value(field, value) if value is not None else ""


def day(ordinal: int) -> str:
    return date.fromordinal(max(1, ordinal)).isoformat()


def event_page(event: Event, claim_id: str, person: contexts.Person) -> contexts.EventPage:
    """The page of the event a file belongs to. Two insureds or more, or a file with signal T7, call for a look at the portfolio."""
    names = {about.id: name(about) for about, _ in (*event.files, *event.proposed)}
    count, insureds = len(event.files), event.insureds
    summary = f"{count} {'dossier' if count == 1 else 'dossiers'}, {insureds} {'verzekerde' if insureds == 1 else 'verzekerden'}"
    if event.proposed:
        summary += f"; {len(event.proposed)} {'dossier wacht' if len(event.proposed) == 1 else 'dossiers wachten'} nog op een oordeel"
    hit = any("T7" in facts.signals for _, facts in event.files)
    alert = ""
    if insureds > 1:
        alert = f"Cumulatie (T7): één voorval raakt {insureds} verzekerden. Kijk of de schade zich opstapelt in de portefeuille."
    elif hit:
        alert = "Cumulatie (T7): volgens een dossier zijn meer klanten of eigen systemen geraakt. Er kunnen meer meldingen volgen."
    return contexts.EventPage(
        title="Voorval",
        person=person,
        id=claim_id,
        name=names.get(claim_id, claim_id[:8]),
        summary=summary,
        alert=alert,
        files=tuple(line(about, facts, claim_id) for about, facts in event.files),
        proposed=tuple(line(about, facts, claim_id) for about, facts in event.proposed),
        links=tuple(
            contexts.Point(
                f"{names.get(one.a, one.a[:8])} en {names.get(one.b, one.b[:8])}",
                ", ".join(str(reason["text"]) for reason in one.reasons if reason["points"] >= 0),
            )
            for one in event.links
        ),
    )


def line(about: Conversation, facts: Facts, claim_id: str) -> contexts.EventFile:
    found = shown("incident_discovered_at", facts) or shown("incident_occurred_at", facts)
    return contexts.EventFile(
        id=about.id,
        name=name(about),
        insured=facts.insured or "–",
        claimant=facts.claimant or "–",
        found=found or "–",
        level=str(about.summary.get("triage") or ""),
        status=labels.word(labels.CLAIM_STATUS, about.status),
        here=about.id == claim_id,
    )
