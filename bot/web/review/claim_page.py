"""From a claim file (DESIGN 4.5, as JSON) to the page an adjuster reads: every value with the words it came from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from bot.claims.fields import FIELDS, GROUP_LABELS
from bot.claims.triage import SIGNALS
from bot.web.review import contexts, dutch, labels, quotes
from bot.web.review.summary import summary

JSON = Mapping[str, Any]


class Quotes:
    """Turns evidence into quotes that point at their place in this page's transcript."""

    def __init__(self, transcript: Iterable[JSON]) -> None:
        self.order = {str(message["id"]): order for order, message in enumerate(transcript, start=1)}

    def __call__(self, item: JSON | None) -> tuple[contexts.Quote, ...]:
        """The quotes of something with `evidence`, each place once, in the order of the talk."""
        found = {self.one(evidence) for evidence in (item or {}).get("evidence") or ()}
        return tuple(sorted(found, key=lambda quote: self.place(quote.href)))

    def one(self, evidence: JSON) -> contexts.Quote:
        order = self.order.get(str(evidence.get("message_id")))
        href = "" if order is None else "#" + quotes.anchor(order, evidence["start"])
        return contexts.Quote(str(evidence.get("quote", "")), href, int(evidence.get("end", 0)))

    @staticmethod
    def place(href: str) -> tuple[int, int]:
        order, _, start = href.removeprefix("#w").partition("-")
        return (int(order), int(start)) if href else (0, 0)


def build(claim: JSON, person: contexts.Person) -> contexts.ClaimPage:
    """The page for `claim`; shapes that are missing give empty parts, never an error."""
    quote = Quotes(claim.get("transcript", ()))
    triage = claim.get("triage") or {}
    level = str(triage.get("level") or "P3")
    heading = str(claim.get("number") or "Nog geen nummer")
    return contexts.ClaimPage(
        title=f"Dossier {claim.get('number') or str(claim['id'])[:8]}",
        person=person,
        id=str(claim["id"]),
        heading=heading,
        meta=meta(claim),
        level=level,
        level_word=labels.word(labels.TRIAGE, level),
        signals=signals(triage.get("signals") or (), quote),
        facts=summary(claim, quote),
        losses=losses(claim, quote),
        ledger=tuple(ledger_row(line, quote) for line in claim.get("ledger") or ()),
        groups=groups(claim.get("fields") or {}, quote),
        contradictions=tuple(contradiction(one, quote) for one in claim.get("contradictions") or ()),
        questions=tuple(question(one) for one in claim.get("open_questions") or ()),
        deadlines=tuple(deadline(one, quote) for one in claim.get("deadlines") or ()),
        completeness=completeness(claim.get("completeness") or {}),
        disclosures=tuple(disclosure(one) for one in claim.get("disclosures") or ()),
        said=transcript(claim),
    )


def meta(claim: JSON) -> tuple[tuple[str, str], ...]:
    fields = claim.get("fields") or {}
    return (
        ("Stand", labels.word(labels.CLAIM_STATUS, claim.get("status"))),
        ("Ontvangen", dutch.moment(str(claim.get("received_at") or ""))),
        ("Verzekerde", shown(fields, "insured_legal_name")),
        ("Klant", shown(fields, "claimant_legal_name")),
        ("Gemeld via", labels.word(labels.CHANNEL, claim.get("channel"))),
        (
            "Taal",
            {"nl-BE": "Nederlands (België)", "nl-NL": "Nederlands (Nederland)"}.get(str(claim.get("language")), str(claim.get("language"))),
        ),
    )


def shown(fields: JSON, name: str) -> str:
    """The value of a field as text; a dash when nobody gave one."""
    state = fields.get(name) or {}
    if state.get("status") in (None, "unknown", "declined") or state.get("value") is None:
        return "–"
    return dutch.field_value(name, state["value"])


def signals(found: Iterable[JSON], quote: Quotes) -> tuple[contexts.Signal, ...]:
    """One line a signal, with the quotes of all its sightings. A signal carries its quote itself, not under `evidence`."""
    made: dict[str, list[contexts.Quote]] = defaultdict(list)
    for one in found:
        words = list(quote(one)) or ([contexts.Quote(str(one["quote"]), "", 0)] if one.get("quote") else [])
        if one.get("quote") and one.get("start") is not None:
            words = [quote.one(one)]
        elif words and not words[0].href:
            order = quote.order.get(str(one.get("message_id")))
            words = [contexts.Quote(words[0].text, f"#m{order}" if order else "", 0)]
        made[str(one["id"])] += [word for word in words if word not in made[str(one["id"])]]
    return tuple(contexts.Signal(id, SIGNALS.get(id, id), tuple(words)) for id, words in made.items())


def losses(claim: JSON, quote: Quotes) -> tuple[contexts.LossRow, ...]:
    rows = []
    for head, loss in (claim.get("losses") or {}).items():
        status = str(loss.get("status"))
        rows.append(
            contexts.LossRow(
                head=labels.word(labels.LOSS, head),
                status=status,
                status_word=labels.word(labels.LOSS_STATUS, status),
                party=labels.word(labels.PARTY, loss.get("party")),
                amounts=", ".join(dict.fromkeys(dutch.money(amount) for amount in loss.get("amounts") or ())),
                primary=claim.get("primary_loss") == head,
                quotes=quote(loss),
            )
        )
    return tuple(rows)


def ledger_row(line: JSON, quote: Quotes) -> contexts.LedgerRow:
    at = line.get("at")
    return contexts.LedgerRow(
        role=labels.word(labels.LEDGER_ROLE, line.get("role")),
        head=labels.word(labels.LOSS, line["head"]) if line.get("head") else "",
        party=labels.word(labels.PARTY, line.get("party")),
        amount=dutch.money(line),
        at=dutch.date(at) if isinstance(at, Mapping) else dutch.moment(str(at)) if at else "",
        quotes=quote(line),
    )


def groups(fields: JSON, quote: Quotes) -> tuple[contexts.FieldGroup, ...]:
    """The fields something is known of, in the order of `fields.toml`, by group."""
    made: dict[str, list[contexts.FieldRow]] = defaultdict(list)
    for name in sorted(fields, key=lambda name: list(FIELDS).index(name) if name in FIELDS else len(FIELDS)):
        made[FIELDS[name].group if name in FIELDS else "meta"].append(field_row(name, fields[name], quote))
    return tuple(contexts.FieldGroup(GROUP_LABELS.get(group, group), tuple(rows)) for group, rows in made.items())


def field_row(name: str, state: JSON, quote: Quotes) -> contexts.FieldRow:
    status = str(state.get("status"))
    silent = status in ("unknown", "declined")
    return contexts.FieldRow(
        name=name,
        label=dutch.field_label(name),
        value="–" if silent else dutch.field_value(name, state.get("value")),
        status=status,
        status_word=labels.word(labels.STATUS, status),
        said_by=labels.word(labels.SAID_BY, state.get("said_by")),
        quotes=quote(state),
        earlier=tuple(
            contexts.Earlier(
                dutch.field_value(name, one.get("value")) or "–",
                labels.word(labels.STATUS, one.get("status")),
                labels.word(labels.SAID_BY, one.get("said_by")),
            )
            for one in state.get("history") or ()
        ),
    )


def contradiction(one: JSON, quote: Quotes) -> contexts.Point:
    names = one.get("fields") or ([one["field"]] if one.get("field") else [])
    values = one.get("values") or ()
    texts = [
        dutch.field_value(str(names[min(i, len(names) - 1)]), value) if names else dutch.plain(value) for i, value in enumerate(values)
    ]
    sources = {"evidence": [source for source in one.get("sources") or one.get("evidence") or () if isinstance(source, Mapping)]}
    state = "opgelost" if one.get("resolved") else "nog open"
    return contexts.Point(
        " en ".join(dutch.field_label(str(name)) for name in names), " tegenover ".join(texts) + f" ({state})", quote(sources)
    )


def question(one: JSON) -> contexts.Point:
    name = str(one.get("field", ""))
    text = FIELDS[name].question if name in FIELDS else str(one.get("question") or name)
    return contexts.Point(text, str(one.get("why") or (FIELDS[name].why if name in FIELDS else "")))


def deadline(one: JSON, quote: Quotes) -> contexts.Point:
    kind = str(one.get("type") or one.get("id") or "")
    due = one.get("due_at")
    text = dutch.date(due) if isinstance(due, Mapping) else dutch.moment(str(due)) if due else "datum nog niet bekend"
    owner = one.get("clock_owner")
    parts = [
        str(one.get("label") or kind.replace("_", " ")),
        f"klok van: {labels.word(labels.PARTY, owner)}" if owner else "",
        str(one.get("basis") or ""),
    ]
    return contexts.Point(text, " · ".join(part for part in parts if part), quote(one))


def completeness(found: JSON) -> str:
    """ "11 van 13 eerste vragen beantwoord" out of the shapes completeness has; empty when it says nothing."""
    minimum = found.get("minimum") if isinstance(found.get("minimum"), Mapping) else found
    done, total = minimum.get("done", minimum.get("answered")), minimum.get("total", minimum.get("of"))
    return f"{done} van {total} eerste vragen beantwoord" if done is not None and total else ""


def disclosure(one: JSON) -> contexts.Point:
    said = one.get("at")
    return contexts.Point(
        str(one.get("text_id") or ""),
        f"versie {one.get('version') or one.get('text_version') or '?'}{', ' + dutch.moment(str(said)) if said else ''}",
    )


def transcript(claim: JSON) -> tuple[contexts.Said, ...]:
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for evidence in quotes.all_evidence(claim):
        spans[str(evidence["message_id"])].append((int(evidence["start"]), int(evidence["end"])))
    return tuple(
        contexts.Said(
            id=f"m{order}",
            author=str(message["author"]),
            who=labels.word(labels.AUTHOR, message["author"]),
            at=dutch.moment(str(message["at"])),
            at_iso=str(message["at"]),
            pieces=quotes.cut(str(message["text"]), spans[str(message["id"])], order),
        )
        for order, message in enumerate(claim.get("transcript") or (), start=1)
    )
