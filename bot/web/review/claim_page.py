"""From a claim file (DESIGN 4.5, as JSON) to the page an adjuster reads: every value with the words it came from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.claims.consequences import LABELS as CONSEQUENCES
from bot.claims.fields import FIELDS, group_label
from bot.claims.records import ClaimVersion
from bot.claims.triage import SIGNALS
from bot.web.review import contexts, dutch, labels, list_page, quotes, standstill_part, terms, totals_part
from bot.web.review.summary import summary

JSON = Mapping[str, Any]
NAMES = {"insured": "legal_name", "reporter": "name", "claimant": "legal_name"}


class Quotes:
    """Turns evidence into quotes that point at their place in this page's transcript."""

    def __init__(self, claim: JSON) -> None:
        self.order = {str(message["id"]): order for order, message in enumerate(claim.get("transcript") or (), start=1)}
        self.known = {(one["message_id"], one.get("quote")): one for one in quotes.all_evidence(claim)}

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


def build(
    claim: JSON, person: contexts.Person, versions: Sequence[ClaimVersion] = (), shown_version: int = 0, **more: Any
) -> contexts.ClaimPage:
    """The page for `claim`; shapes that are missing give empty parts, never an error.

    `shown_version` 0 is the file as it is now; `more` is what stands beside the file.
    """
    quote = Quotes(claim)
    triage = claim.get("triage") or {}
    level, language = str(triage.get("level") or "P3"), str(claim.get("language"))
    heading = list_page.name({**claim, **{who: value(claim, f"{who}_{part}") for who, part in NAMES.items()}})
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
        groups=groups(claim.get("fields") or {}, quote, language),
        contradictions=tuple(contradiction(one, quote, language) for one in claim.get("contradictions") or ()),
        questions=tuple(question(one) for one in claim.get("open_questions") or ()),
        deadlines=tuple(terms.deadline(one, quote(one)) for one in claim.get("deadlines") or ()),
        timeline=tuple(event(one, quote, language) for one in claim.get("timeline") or ()),
        documents=tuple(paper(one) for one in claim.get("documents") or ()),
        completeness=completeness(claim.get("completeness") or {}),
        disclosures=tuple(disclosure(one) for one in claim.get("disclosures") or ()),
        said=transcript(claim),
        versions=tuple(version(one, language) for one in versions),
        shown_version=shown_version,
        totals=totals_part.rows(claim.get("ledger_totals") or {}),
        steps=totals_part.steps(claim.get("ledger_totals") or {}),
        standstill=standstill_part.build(claim.get("downtime_clock") or {}, quote),
        **more,
    )


def version(one: ClaimVersion, language: str) -> contexts.VersionRow:
    fields = ", ".join(told(name, language) for name in one.changed)
    reason = {"handed_over": "doorgegeven", "added": "aangevuld", "withdrawn": "ingetrokken"}[one.reason]
    by = labels.word(labels.SAID_BY, one.by, language)
    return contexts.VersionRow(one.number, dutch.moment(one.at.isoformat()), f"{reason}, {by}", fields)


def told(name: str, language: str) -> str:
    """A field, a role of the ledger, a loss or a signal in Dutch."""
    if name in FIELDS:
        return dutch.field_label(name, language)
    words = {**labels.LEDGER_ROLE, **{loss: word.lower() for loss, word in labels.LOSS.items()}, **SIGNALS}
    return labels.word(words, name, language)


def value(claim: JSON, name: str) -> Any:
    """The value of a field, or None when nobody gave one."""
    state = (claim.get("fields") or {}).get(name) or {}
    return None if state.get("status") in labels.SILENT else state.get("value")


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
    if state.get("status") in (None, *labels.SILENT) or state.get("value") is None:
        return "–"
    return dutch.field_value(name, state["value"])


def signals(found: Iterable[JSON], quote: Quotes) -> tuple[contexts.Signal, ...]:
    """One line a signal, with all its quotes. A signal names its message and quote only; the place is that of the same evidence."""
    made: dict[str, list[contexts.Quote]] = defaultdict(list)
    for one in found:
        words = made[str(one["id"])]
        if one.get("quote"):
            known = quote.known.get((one.get("message_id"), one["quote"]))
            words.append(quote.one(known) if known else contexts.Quote(str(one["quote"]), "", 0))
    return tuple(contexts.Signal(id, SIGNALS.get(id, id), tuple(dict.fromkeys(words))) for id, words in made.items())


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
    return contexts.LedgerRow(
        role=labels.word(labels.LEDGER_ROLE, line.get("role")),
        head=labels.word(labels.LOSS, line["head"]) if line.get("head") else "",
        party=labels.word(labels.PARTY, line.get("party")),
        amount=dutch.money(line),
        at=when(line.get("at")),
        quotes=quote(line),
    )


def when(at: Any) -> str:
    """The moment of a line or an event, on the clock of where it was said; empty when there is none."""
    if isinstance(at, Mapping):
        return dutch.date(at) if "value" in at else dutch.plain(at)
    return dutch.moment(str(at), own_clock=True) if at else ""


def groups(fields: JSON, quote: Quotes, language: str) -> tuple[contexts.FieldGroup, ...]:
    """The fields something is known of, in the order of `fields.toml`, by group."""
    made: dict[str, list[contexts.FieldRow]] = defaultdict(list)
    for name in sorted(fields, key=lambda name: list(FIELDS).index(name) if name in FIELDS else len(FIELDS)):
        made[FIELDS[name].group if name in FIELDS else "meta"].append(field_row(name, fields[name], quote, language))
    return tuple(
        contexts.FieldGroup(group_label(group, language), tuple(rows), sum(row.answered for row in rows)) for group, rows in made.items()
    )


def field_row(name: str, state: JSON, quote: Quotes, language: str) -> contexts.FieldRow:
    status = str(state.get("status"))
    silent = status in labels.SILENT
    return contexts.FieldRow(
        name=name,
        label=dutch.field_label(name, language),
        value="–" if silent else dutch.field_value(name, state.get("value"), language),
        status=status,
        status_word=labels.word(labels.STATUS, status),
        said_by=labels.word(labels.SAID_BY, state.get("said_by"), language),
        quotes=quote(state),
        earlier=tuple(
            contexts.Earlier(
                dutch.field_value(name, one.get("value"), language) or "–",
                labels.word(labels.STATUS, one.get("status")),
                labels.word(labels.SAID_BY, one.get("said_by"), language),
            )
            for one in state.get("history") or ()
        ),
        answered=not silent,
    )


def contradiction(one: JSON, quote: Quotes, language: str) -> contexts.Point:
    names = [str(name) for name in one.get("fields") or ()]
    values = one.get("values") or ()
    # Two answers to one field have one name and several values.
    texts = [
        dutch.field_value(names[min(i, len(names) - 1)], value, language) for i, value in enumerate(values) if names and value is not None
    ]
    text = " en ".join(dutch.field_label(name, language) for name in names)
    state = "opgelost" if one.get("resolved") else "nog open"
    return contexts.Point(
        text, f"{' tegenover '.join(texts)} ({state}). {one.get('question') or ''}".strip(), quote({"evidence": one.get("sources")})
    )


def question(one: JSON) -> contexts.Point:
    said = labels.STATUS.get(str(one.get("said")), "")
    consequence = CONSEQUENCES.get(one.get("consequence", "facts"), "")
    detail = [str(one.get("why") or ""), f"Gevolg: {consequence}." if consequence else "", f"Antwoord tot nu toe: {said}." if said else ""]
    if one.get("asked_of") == "claimant":
        detail.append("Beter te vragen aan de klant.")
    return contexts.Point(str(one.get("question") or one.get("field")), " ".join(part for part in detail if part))


def event(one: JSON, quote: Quotes, language: str) -> contexts.Point:
    status, name = str(one.get("status")), str(one.get("event"))
    detail = dutch.field_label(name, language) if name in FIELDS else str(one.get("label") or name)
    detail += ", volgorde niet zeker" if one.get("order_unsure") else ""
    return contexts.Point(
        when(one.get("at")), detail if status in ("stated", "confirmed") else f"{detail} ({labels.word(labels.STATUS, status)})", quote(one)
    )


def completeness(found: JSON) -> str:
    """ "Eerste melding voor 84 % compleet, hele dossier voor 41 %; aansprakelijkheid 30 %"; empty when the file says nothing of it."""
    first, whole = (found.get("minimum_notice") or {}).get("percent"), found.get("percent")
    if first is None or whole is None:
        return ""
    paths = ", ".join(f"{labels.word(labels.PATH, name)} {path['percent']} %" for name, path in (found.get("paths") or {}).items())
    return f"Eerste melding voor {first} % compleet, hele dossier voor {whole} %" + (f"; {paths}" if paths else "")


def paper(one: JSON) -> contexts.Point:
    return contexts.Point(str(one.get("label") or one.get("type")), labels.word(labels.PAPER, one.get("status")))


def disclosure(one: JSON) -> contexts.Point:
    return contexts.Point(labels.word(labels.TEXT, str(one["text_id"]).removeprefix("utter_")), dutch.moment(str(one.get("at") or "")))


def capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def transcript(claim: JSON) -> tuple[contexts.Said, ...]:
    language = str(claim.get("language"))
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for evidence in quotes.all_evidence(claim):
        spans[str(evidence["message_id"])].append((int(evidence["start"]), int(evidence["end"])))
    return tuple(
        contexts.Said(
            id=f"m{order}",
            author=str(message["author"]),
            who=capital(labels.word(labels.AUTHOR, message["author"], language)),
            at=dutch.moment(str(message["at"])),
            at_iso=str(message["at"]),
            pieces=quotes.cut(str(message["text"]), spans[str(message["id"])], order),
        )
        for order, message in enumerate(claim.get("transcript") or (), start=1)
    )
