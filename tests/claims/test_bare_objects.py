"""Answers in a person's own words to questions for something with parts: which parts they fill, and that each fits the schema."""

from dataclasses import replace

import jsonschema
import pytest

from bot.claims import bare
from bot.claims.countries import COUNTRIES, countries_in
from bot.claims.fields import FIELDS
from bot.claims.fold import fold
from bot.claims.model import Annotation
from bot.claims.schema import schema, value_schema

from .talk import eur, heard


def value_of(text, ask, *found):
    """The value that `text` gives the open field `ask`; `found` are (words, entity, value) as the Rasa side read them."""
    made = tuple(Annotation(entity, text.index(words), text.index(words) + len(words), value) for words, entity, value in found)
    said = replace(heard(text, ask=ask), annotations=made)
    got = bare.answer(said, list(made), fold(()))
    value = None if got is None else got.value
    if value is not None:
        jsonschema.Draft202012Validator({"$defs": schema()["$defs"], **value_schema(FIELDS[ask])}).validate(value)
    return value


PHONE = ("0470 00 00 02", "phone", "+32470000002")
MONEY = ("75 euro", "money", {"amount": "75", "currency": "EUR", "vat": "unknown"})


@pytest.mark.parametrize(
    ("ask", "text", "found", "value"),
    [
        ("police_report", "ja", (), {"filed": True}),
        ("police_report", "Nee, nog niet", (), {"filed": False}),
        ("police_report", "Ja, het nummer is GE.12.345/2026", (), {"filed": True, "number": "GE.12.345/2026"}),
        ("police_report", "ja, pv nr 884512", (), {"filed": True, "number": "884512"}),
        ("police_report", "ja, gisteren", (("gisteren", "date", {"past": "2026-11-22", "precision": "day"}),),
         {"filed": True, "date": {"value": "2026-11-22", "precision": "day", "approx": False}}),
        ("dpa_notified", "Ja, is gemeld", (), {"done": True}),
        ("liability_cap", "ja, 75 euro", (MONEY,), {"present": True, "amount": eur("75")}),
        ("liability_cap", "nee", (), {"present": False}),
        ("own_hours", "60 uur tegen 75 euro", (("60 uur", "duration", "PT60H"), MONEY), {"hours": "60", "rate": eur("75")}),
        ("claimant_contact", "mevrouw Peeters, 0470 00 00 02", (("Peeters", "person", "Peeters"), PHONE),
         {"name": "Peeters", "phone": "+32470000002"}),
        ("evidence_preserved", "ja", (), {"logs": "yes", "note": "yes"}),
        ("evidence_preserved", "Ja, alles is bewaard", (), {"logs": "yes", "note": "yes", "text": "Ja, alles is bewaard"}),
        ("evidence_preserved", "nee", (), {"logs": "no", "note": "no"}),
        ("nis2_status", "nee", (), {"insured": "no", "claimant": "no"}),
        ("nis2_status", "Ja, de klant wel", (), {"claimant": "yes", "text": "Ja, de klant wel"}),
        ("nis2_status", "ja", (), {"text": "ja"}),
        ("backup_design", "elke nacht op een schijf", (), {"text": "elke nacht op een schijf"}),
        ("warnings_given", "In een mail van mei", (), [{"content": "In een mail van mei"}]),
        ("alleged_failures", "De back-up hing aan het net", (), [{"text": "De back-up hing aan het net", "alleged_by": "claimant"}]),
        ("measures_taken", "Alles van het net gehaald", (), [{"action": "Alles van het net gehaald", "by": "insured"}]),
        ("other_policies", "Een cyberpolis bij Voorbeeld", (), [{"insurer": "Een cyberpolis bij Voorbeeld"}]),
        ("claimant_country", "In België en een beetje in Duitsland", (), ["BE", "DE"]),
        ("claimant_country", "alleen hier in de Benelux", (), "alleen hier in de Benelux"),
        ("bi_turnover_reference", "75 euro per week", (MONEY,), {**eur("75"), "period": "P1W"}),
        ("contract_fee", "75 euro", (MONEY,), {**eur("75"), "period": "P1Y"}),
        ("contract_fee", "75 euro per kwartaal", (MONEY,), {**eur("75"), "period": "P3M"}),
    ],
)  # fmt: skip
def test_an_answer_fills_the_parts_it_speaks_of(ask, text, found, value):
    assert value_of(text, ask, *found) == value


@pytest.mark.parametrize("field", [f for f in FIELDS.values() if f.kind in ("object", "object_list")], ids=lambda f: f.name)
def test_a_plain_sentence_never_gives_a_value_that_the_schema_refuses(field):
    for text in ("Ja", "Nee", "Ja, dat hebben we gisteren gedaan", "Dat staat in de mail van 3 mei", "deels", "Ja, de klant"):
        value_of(text, field.name)


def test_what_a_code_of_a_part_means_is_written_once():
    assert FIELDS["backup_design"].parts["locations"].codes == FIELDS["backup_design"].codes
    assert FIELDS["payment_proof"].parts["type"].codes == FIELDS["documents"].codes


def test_every_country_is_found_by_its_own_name():
    for code, name in COUNTRIES.items():
        assert code in countries_in(f"Ze werken in {name}.")
