"""The claim file as an adjuster reads it: values in Dutch, and every value tied to the words it came from."""

from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims import model
from bot.claims.export import DISCLOSED, claim_file
from bot.claims.fields import FIELDS
from bot.claims.records import Channel, ClaimVersion
from bot.web import pages
from bot.web.review import claim_page, contexts, dutch, labels, list_page, quotes

PERSON = contexts.Person("an", "kenmerk")
AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
CLAIMED = {"status": "claimed", "party": "claimant"}
STORY = "Een klein 🙂 verhaal: ze vroegen 10 bitcoin, de klant betaalde er 7. Hij eist 39.746,41 euro excl. btw."


def evidence(quote: str, message: str = "m1", text: str = STORY) -> tuple[model.Evidence, ...]:
    start = text.index(quote)
    return (model.Evidence(message, start, start + len(quote), quote),)


def said(name: str, value: Any, quote: str, status: str = "stated", minute: int = 0) -> model.Assertion:
    at = AT + timedelta(minutes=minute)
    return model.Assertion("field", name, value, status, "insured", "m1", at, evidence(quote))  # type: ignore[arg-type]


def money(role: str, value: dict[str, Any], quote: str) -> model.Assertion:
    line = {"head": "ransom", "party": "claimant", "vat_basis": "excl", "at": None, "approx": False, **value}
    return model.Assertion("money", role, line, "stated", "insured", "m1", AT, evidence(quote))


def told() -> dict[str, Any]:
    """A claim file made by the core itself, so that this page follows its shape."""
    log = model.Log(
        conversation_id="c1", channel="web_chat", language="nl-BE", opened_at=AT, number="CL-2026-000001",
        messages=(
            model.Message("b1", "bot", AT, "Wat is er gebeurd?", "utter_ask_story"),
            model.Message("m1", "insured", AT, STORY),
            model.Message("b2", "bot", AT, "Ik ben een computer.", "utter_ai_disclosure"),
        ),
        assertions=(
            said("ransom_demanded", True, "ze vroegen 10 bitcoin"),
            said("ransom_demand_amount", {"amount": "10", "asset": "BTC"}, "10 bitcoin"),
            said("ransom_paid", True, "de klant betaalde er 7"),
            said("ransom_paid_by", "claimant", "de klant"),
            said("attack_status", "restored", "verhaal"),
            said("demand_amount", {"amount": "39746.41", "currency": "EUR", "vat_basis": "excl"}, "39.746,41 euro excl. btw", "confirmed"),
            said("insured_client_count", 30, "klein", "estimated"),
            said("data_exfiltration", None, "verhaal", "unknown"),
            said("claim_made", "oral", "Hij eist"),
            model.Assertion("loss", "ransom", CLAIMED, "stated", "insured", "m1", AT, evidence("Hij eist")),
            money("claimed", {"amount": "39746.41", "currency": "EUR"}, "39.746,41 euro"),
        ),
    )  # fmt: skip
    return claim_file(log)


@pytest.fixture(scope="module")
def page() -> contexts.ClaimPage:
    return claim_page.build(told(), PERSON)


def field(page: contexts.ClaimPage, name: str) -> contexts.FieldRow:
    return next(row for group in page.groups for row in group.rows if row.name == name)


def test_every_quote_leads_to_a_piece_that_begins_it(page: contexts.ClaimPage) -> None:
    at = {piece.id: (said, i) for said in page.said for i, piece in enumerate(said.pieces) if piece.id}
    found = [quote for group in page.groups for row in group.rows for quote in row.quotes]
    found += [quote for row in (*page.facts, *page.losses, *page.ledger, *page.signals, *page.timeline) for quote in row.quotes]
    assert len(found) > 12
    for quote in found:
        message, i = at[quote.href.removeprefix("#")]
        assert "".join(piece.text for piece in message.pieces[i:]).startswith(quote.text)
        covered = [piece for piece in message.pieces[i:] if piece.end <= quote.end]
        assert "".join(piece.text for piece in covered) == quote.text
        assert all(piece.marked for piece in covered)


def test_values_are_read_as_dutch(page: contexts.ClaimPage) -> None:
    assert field(page, "demand_amount").value == "€ 39.746,41 excl. btw"
    assert field(page, "demand_amount").status_word == "bevestigd"
    assert field(page, "ransom_demand_amount").value == "10 BTC"
    assert field(page, "ransom_paid").value == "ja"
    assert field(page, "insured_client_count").status_word == "schatting"
    assert (field(page, "data_exfiltration").value, field(page, "data_exfiltration").status_word) == ("–", "weet niet")


def test_the_summary_holds_facts_with_their_doubt(page: contexts.ClaimPage) -> None:
    facts = {fact.label: fact.text for fact in page.facts}
    assert facts["Losgeld gevraagd"].startswith("ja, 10 BTC")
    assert "€ 39.746,41 excl. btw" in facts["Eis van de klant"]
    assert facts["Gegevens gestolen"] == "weet niet"


def test_the_page_shows_the_core_s_own_parts(page: contexts.ClaimPage) -> None:
    assert page.level in labels.TRIAGE
    assert page.questions
    assert page.completeness
    assert page.losses[0].head == "Losgeld"
    assert page.losses[0].status_word == "geclaimd"
    assert page.ledger[0].amount == "€ 39.746,41 excl. btw"
    assert page.disclosures
    html = bytes(pages.render("review/claim.html", page).body).decode()
    assert "CL-2026-000001" in html
    assert html.count("<mark") >= 6


def test_a_file_of_which_nothing_is_known_is_a_page_too() -> None:
    log = model.Log(conversation_id="c1", channel="call_centre_agent", language="nl-NL", opened_at=AT)
    html = bytes(pages.render("review/claim.html", claim_page.build(claim_file(log), PERSON)).body).decode()
    assert "Er is nog niets vastgelegd" in html


def test_every_code_of_the_contract_has_a_dutch_word() -> None:
    tables = (
        (model.Status, labels.STATUS),
        (model.SaidBy, labels.SAID_BY),
        (model.Author, labels.AUTHOR),
        (model.LossStatus, labels.LOSS_STATUS),
        (model.Party, labels.PARTY),
        (model.Level, labels.TRIAGE),
        (Channel, labels.CHANNEL),
    )
    for literal, table in tables:
        assert set(get_args(literal)) <= set(table)
    for name in FIELDS:
        for code, label in FIELDS[name].codes.items():
            shown = dutch.field_value(name, [code] if FIELDS[name].kind == "enum_multi" else code)
            assert shown == label, (name, code)


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (True, "bool", "ja"),
        (False, "bool", "nee"),
        (30, "integer", "30"),
        (1200, "integer", "1.200"),
        ("P2DT3H", "duration", "2 dagen en 3 uur"),
        ("PT1M", "duration", "1 minuut"),
        ("P1W", "duration", "1 week"),
        ("PT1.5H", "duration", "1,5 uur"),
        ("een dag of drie", "duration", "een dag of drie"),
        ({"amount": "600", "currency": "EUR", "vat_basis": "excl", "period": "P1Y"}, "money_period", "€ 600 excl. btw per jaar"),
        ({"amount": "39000000", "currency": "EUR", "vat_basis": "not_applicable"}, "money", "€ 39.000.000"),
        ({"amount": "1234.5", "currency": "USD", "vat_basis": "unknown", "approx": True}, "money", "ongeveer $ 1.234,50 btw onbekend"),
        ({"amount": "0.05", "asset": "BTC"}, "crypto_or_money", "0,05 BTC"),
        ({"value": "2026-11-03", "precision": "day", "approx": False}, "date", "3 november 2026"),
        ({"value": "2026-11", "precision": "month", "approx": True}, "date", "ongeveer november 2026"),
        ({"value": "2026", "precision": "year", "approx": False}, "date", "2026"),
        ({"value": "2026-11-03T14:05:00+01:00", "precision": "minute", "approx": False}, "datetime", "3 november 2026, 14:05"),
        ({"value": "2026-10-06T08:00:00+02:00", "precision": "minute"}, "datetime", "6 oktober 2026, 08:00"),
        ({"value": "2026-10-06T08:00:00+00:00", "precision": "minute"}, "datetime", "6 oktober 2026, 08:00"),
        ({"value": "2026-11-02", "precision": "week", "approx": False}, "date", "de week van 2 november 2026"),
        ({"value": "2026-11-02", "end": "2026-11-04", "precision": "day"}, "date", "2 november 2026 tot 4 november 2026"),
        ({"value": "2026-07-01", "precision": "quarter"}, "date", "kwartaal 3 van 2026"),
        ({"filed": True, "number": "PL-1", "date": None}, "object", "aangifte gedaan: ja; nummer: PL-1"),
        ([{"action": "back-up herzien", "by": "insured"}], "object_list", "back-up herzien; door: het IT-bedrijf"),
        (["servers", "computers"], "enum_multi", "servers, computers"),
        (None, "text", ""),
    ],
)  # fmt: skip
def test_values_as_dutch_text(value: Any, kind: str, text: str) -> None:
    of_this_kind = {"object": "police_report", "object_list": "measures_taken", "enum_multi": "encrypted_asset_types"}
    name = of_this_kind.get(kind) or next(field.name for field in FIELDS.values() if field.kind == kind)
    assert dutch.field_value(name, value) == text


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("dpa_notified", {"done": True, "by": "claimant", "at": {"value": "2026-11-03", "precision": "day"}},
         "gemeld: ja; door: de klant; op: 3 november 2026"),
        ("backup_design", {"locations": ["local_network", "online"], "frequency": "daily"}, "lokaal netwerk, online; hoe vaak: elke dag"),
        ("nis2_status", {"claimant": "yes"}, "de klant: ja"),
        ("evidence_preserved", {"logs": "yes", "note": "partly"}, "logs: ja; bericht van de aanvallers: deels"),
        ("own_hours", {"hours": "60", "rate": {"amount": "75", "currency": "EUR", "vat_basis": "excl"}},
         "uren: 60; tarief per uur: € 75 excl. btw"),
        ("demand_heads", [{"head": "ransom", "amount": {"amount": "7", "currency": "EUR", "vat_basis": "excl"}}],
         "losgeld; bedrag: € 7 excl. btw"),
        ("alleged_failures", [{"text": "geen back-up", "alleged_by": "claimant"}], "geen back-up; volgens: de klant"),
        ("documents", [{"type": "contract", "status": "received", "sha256": "ab", "size": 12}], "contract; stand: ontvangen"),
        ("claimant_country", ["BE", "abroad"], "België, het buitenland"),
        ("contract_fee", {"amount": "900", "currency": "EUR", "vat_basis": "excl", "period": "once"}, "€ 900 excl. btw één keer"),
        ("downtime", {"value": "P3D", "approx": True}, "ongeveer 3 dagen"),
    ],
)  # fmt: skip
def test_values_with_parts_name_each_part_once(name: str, value: Any, text: str) -> None:
    assert dutch.field_value(name, value) == text


spans = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=8)


@given(st.text(max_size=50), spans)
def test_pieces_are_the_text_again_and_mark_exactly_what_was_quoted(text: str, found: list[tuple[int, int]]) -> None:
    pieces = quotes.cut(text, found, 1)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    inside = [(start, end) for start, end in found if 0 <= start < end <= len(text)]
    marked = {i for piece in pieces if piece.marked for i in range(piece.start, piece.end)}
    assert marked == {i for start, end in inside for i in range(start, end)}
    assert {quotes.anchor(1, start) for start, _ in inside} == {piece.id for piece in pieces if piece.id}


@pytest.mark.parametrize("level", ["", "P1", "P2", "onzin"])
def test_the_list_can_be_narrowed_to_one_urgency(level: str) -> None:
    rows = [
        {"id": one, "received_at": AT.isoformat(), "status": "draft", "triage": one, "loss_types": ["ransom"]} for one in ("P1", "P2", "P3")
    ]
    shown = [row.id for row in list_page.build(rows, PERSON, level).rows]
    assert shown == ([level] if level in ("P1", "P2") else ["P1", "P2", "P3"])


def in_list(id: str, at: datetime, **more: Any) -> dict[str, Any]:
    return {"id": id, "received_at": at.isoformat(), "status": "draft", "channel": "web_chat", **more}


def test_urgent_files_come_first_and_then_the_newest() -> None:
    found = [in_list("new", AT, triage="P3"), in_list("back", AT, triage="P1", status="withdrawn"), in_list("p2", AT, triage="P2"),
             in_list("old p1", AT, triage="P1"), in_list("oldest p1", AT, triage="P1")]  # fmt: skip
    assert [row.id for row in list_page.build(found, PERSON, "").rows] == ["old p1", "oldest p1", "new", "back", "p2"]


def test_files_without_a_number_can_be_told_apart() -> None:
    later = AT + timedelta(minutes=5)
    named = {"insured": "Devriese IT", "reporter": "An Claes", "claimant": "Bakkerij"}
    assert list_page.row(in_list("a", AT, number="CL-1", **named)).name == "CL-1"
    assert list_page.row(in_list("a", AT, **named)).name == "Devriese IT"
    assert list_page.row(in_list("a", AT, **named | {"insured": None})).name == "An Claes"
    assert list_page.row(in_list("a", AT, claimant="Bakkerij")).name == "Bakkerij"
    unnamed = [list_page.row(in_list("a", at, channel=channel)).name for at in (AT, later) for channel in get_args(Channel)]
    assert unnamed[:2] == ["Webchat, 23 november 2026, 04:00:00", "Telefoon, 23 november 2026, 04:00:00"]
    assert len(set(unnamed)) == 4


def test_labels_for_staff_do_not_speak_to_the_insured() -> None:
    for name in FIELDS:
        assert not {"u", "uw"} & set(dutch.field_label(name).lower().split()), name


def test_every_text_that_is_logged_when_shown_has_a_dutch_name() -> None:
    assert {f"utter_{name}" for name in labels.TEXT} == set(DISCLOSED)


def test_a_group_of_which_nothing_is_known_is_folded(page: contexts.ClaimPage) -> None:
    html = bytes(pages.render("review/claim.html", page).body).decode()
    assert {group.known for group in page.groups} > {0}
    assert html.count('<details class="group">') == sum(group.known == 0 for group in page.groups)


def test_what_counts_most_comes_first(page: contexts.ClaimPage) -> None:
    html = bytes(pages.render("review/claim.html", page).body).decode()
    places = [html.index(f'<h2 id="{name}">') for name in ("summary", "losses", "ledger", "questions", "triage", "fields", "transcript")]
    assert places == sorted(places)


def test_a_version_names_what_was_told_in_dutch() -> None:
    """ "Versie 2, aangevuld: cost, restoration" stood on the page."""
    at = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    row = claim_page.version(ClaimVersion(2, at, "added", "insured", ("cost", "restoration", "T1", "reporter_phone")), "nl-NL")
    assert row.fields == "kosten, herstel, de aanval loopt of breidt uit, Telefoonnummer"
