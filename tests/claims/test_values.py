"""Values entered by hand: what fits is brought into its one shape; what does not is refused with its reason and its place."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.claims import errors, refusals
from bot.claims.checks import CHECKS, enterprise_number
from bot.claims.fields import FIELDS
from bot.claims.schema import schema, value_schema
from bot.claims.texts import render
from bot.claims.values import checked

from .talk import CATALOGUE
from .test_export import value_for

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
EUR = {"currency": "EUR", "vat_basis": "excl"}


def check(name: str, raw: Any) -> Any:
    return checked(FIELDS[name], raw, NOW)


@pytest.mark.parametrize(
    ("name", "raw", "kept"),
    [
        ("insured_registration_number", "BE 0123.456.749", "0123456749"),
        ("insured_registration_number", "KvK 12345678", "12345678"),
        ("claimant_registration_number", "NL 8012.34.567.B01", "NL801234567B01"),
        ("policy_number", " BE-123456 ", "BE-123456"),
        ("reporter_email", "An.Peeters@Example.BE", "An.Peeters@example.be"),
        ("reporter_phone", "0470 00 00 01", "0470 00 00 01"),
        ("wallet_address", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"),
        ("incident_occurred_at", "2026-11-23", {"value": "2026-11-23", "precision": "day", "approx": False}),
        ("incident_occurred_at", {"value": "2026-07-01T08:30", "precision": "hour"},
         {"value": "2026-07-01T08:30:00+02:00", "precision": "hour", "approx": False}),
        ("incident_occurred_at", {"value": "2026-11-03", "precision": "month", "approx": True},
         {"value": "2026-11", "precision": "month", "approx": True}),
        ("incident_occurred_at", {"value": "2026-11-02", "end": "2026-11-04"},
         {"value": "2026-11-02", "precision": "day", "approx": False, "end": "2026-11-04"}),
        ("demand_response_deadline_at", "2026-12-01", {"value": "2026-12-01", "precision": "day", "approx": False}),
        ("police_report", {"number": "PL-12", "filed": True, "date": None}, {"filed": True, "number": "PL-12"}),
        ("dpa_notified", {"done": True, "by": "claimant", "at": "2026-11-20"},
         {"done": True, "by": "claimant", "at": {"value": "2026-11-20", "precision": "day", "approx": False}}),
        ("own_hours", {"hours": "7.5", "rate": {"amount": "75", **EUR}}, {"hours": "7.5", "rate": {"amount": "75", **EUR}}),
        ("liability_cap", {"present": False}, {"present": False}),
        ("backup_design", {"locations": ["online", "online"], "frequency": "daily"}, {"locations": ["online"], "frequency": "daily"}),
        ("demand_heads", [{"head": "ransom"}, {"head": "restoration", "amount": {"amount": "4", **EUR}}],
         [{"head": "ransom"}, {"head": "restoration", "amount": {"amount": "4", **EUR}}]),
        ("documents", [{"type": "contract", "status": "promised"}], [{"type": "contract", "status": "promised"}]),
        ("contract_fee", {"amount": "900", **EUR, "period": "once"}, {"amount": "900", **EUR, "period": "once"}),
        ("bi_turnover_reference", {"amount": "20000", **EUR, "period": "P1W"}, {"amount": "20000", **EUR, "period": "P1W"}),
        ("ransom_paid_amount", {"amount": "5000", "currency": "USD"},
         {"amount": "5000", "currency": "USD", "vat_basis": "not_applicable"}),
    ],
)  # fmt: skip
def test_what_fits_is_brought_into_its_one_shape(name, raw, kept):
    assert check(name, raw) == kept


REFUSED = [
    ("ransom_paid", "ja", refusals.YesNoRefused, "#/value"),
    ("attack_status", "gestopt", errors.CodeUnknown, "#/value"),
    ("attack_type", ["ransomware", "x"], errors.CodeUnknown, "#/value/1"),
    ("attack_type", [], refusals.ValueBlank, "#/value"),
    ("reporter_name", "  ", refusals.ValueBlank, "#/value"),
    ("reporter_name", "a" * 201, refusals.ValueTooLong, "#/value"),
    ("reporter_name", "███████", refusals.ValueSecret, "#/value"),
    ("demand_amount", {"amount": 1.5, **EUR}, errors.AmountRefused, "#/value/amount"),
    ("demand_amount", {"amount": "twaalf", **EUR}, errors.AmountRefused, "#/value/amount"),
    ("demand_amount", "5", errors.AmountRefused, "#/value"),
    ("demand_amount", {"amount": "5", "currency": "BTC"}, refusals.CurrencyUnknown, "#/value/currency"),
    ("demand_amount", {"amount": "5", "asset": "BTC"}, refusals.CurrencyUnknown, "#/value/asset"),
    ("demand_amount", {"amount": "5", "vat_basis": "21 %"}, refusals.VatUnknown, "#/value/vat_basis"),
    ("contract_fee", {"amount": "5", **EUR, "period": "P9Y"}, refusals.PeriodUnknown, "#/value/period"),
    ("demand_amount", {"amount": "5", **EUR, "period": "P1Y"}, refusals.PeriodUnknown, "#/value/period"),
    ("external_costs", [{"amount": "8000"}, {"amount": ""}], errors.AmountRefused, "#/value/1/amount"),
    ("incident_occurred_at", "gisteren", errors.DateRefused, "#/value"),
    ("incident_occurred_at", "2026-02-30", errors.DateRefused, "#/value"),
    ("incident_occurred_at", "9999", errors.DateRefused, "#/value"),
    ("incident_occurred_at", {"value": "2026-11-02", "precision": "exact"}, errors.DateRefused, "#/value/precision"),
    ("incident_occurred_at", {"value": "2026-11-02", "end": 5}, errors.DateRefused, "#/value/end"),
    ("incident_occurred_at", "2026-11-24", refusals.DateInFuture, "#/value"),
    ("incident_occurred_at", "2027", refusals.DateInFuture, "#/value"),
    ("contract_start_date", "1850-01-01", refusals.DateTooOld, "#/value"),
    ("incident_occurred_at", {"value": "2026-11-02", "end": "2026-11-01"}, refusals.DateOrder, "#/value/end"),
    ("downtime", "drie dagen", refusals.DurationRefused, "#/value"),
    ("downtime", "PT0H", refusals.DurationRefused, "#/value"),
    ("downtime", "P50Y", refusals.DurationRefused, "#/value"),
    ("downtime", "P1..5D", refusals.DurationRefused, "#/value"),
    ("insured_client_count", "veel", refusals.NumberRefused, "#/value"),
    ("insured_client_count", 1.5, refusals.NumberRefused, "#/value"),
    ("insured_client_count", -1, refusals.NumberOutside, "#/value"),
    ("bi_waiting_period_hours", 9000, refusals.NumberOutside, "#/value"),
    ("reporter_phone", "bel mij", refusals.PhoneRefused, "#/value"),
    ("reporter_phone", "0470 00", refusals.PhoneRefused, "#/value"),
    ("reporter_email", "an at example", refusals.EmailRefused, "#/value"),
    ("reporter_email", "an@example..be", refusals.EmailRefused, "#/value"),
    ("insured_registration_number", "0123.456.748", refusals.RegistrationRefused, "#/value"),
    ("insured_registration_number", "1234567", refusals.RegistrationRefused, "#/value"),
    ("policy_number", "geen idee", refusals.PolicyNumberRefused, "#/value"),
    ("policy_number", "1" * 41, refusals.PolicyNumberRefused, "#/value"),
    ("wallet_address", "op de factuur", refusals.WalletRefused, "#/value"),
    ("claimant_country", ["België"], refusals.CountryRefused, "#/value/0"),
    ("police_report", {}, refusals.PartMissing, "#/value/filed"),
    ("police_report", {"number": "PL-12"}, refusals.PartMissing, "#/value/filed"),
    ("police_report", {"filed": "ja"}, refusals.YesNoRefused, "#/value/filed"),
    ("police_report", {"filed": True, "date": "2026-12-01"}, refusals.DateInFuture, "#/value/date"),
    ("police_report", {"filed": True, "colour": "red"}, refusals.PartUnknown, "#/value"),
    ("police_report", "ja", errors.ValueRefused, "#/value"),
    ("nis2_status", {"insured": ""}, refusals.ValueBlank, "#/value"),
    ("alleged_failures", [{"text": "geen back-up"}], refusals.PartMissing, "#/value/0/alleged_by"),
    ("claimant_contact", {"email": "an"}, refusals.EmailRefused, "#/value/email"),
    ("demand_heads", [{"head": "ransom", "amount": {"amount": "x", **EUR}}], errors.AmountRefused, "#/value/0/amount/amount"),
    ("demand_heads", [1], errors.ValueRefused, "#/value/0"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "raw", "error", "pointer"), REFUSED)
def test_what_does_not_fit_is_refused_with_reason_and_place(name, raw, error, pointer):
    with pytest.raises(errors.ValueRefused) as refused:
        check(name, raw)
    assert type(refused.value) is error
    assert refused.value.facts["pointer"] == pointer
    sentence = render(CATALOGUE[f"utter_{refused.value.code}"][0]["text"], refused.value.facts)
    assert sentence.startswith(FIELDS[name].label)
    assert "{" not in sentence
    assert "[[" not in sentence
    assert sentence.endswith(".")


def test_every_reason_is_tried_above():
    tried = {error for _, _, error, _ in REFUSED}
    known = {one for one in vars(refusals).values() if isinstance(one, type) and one.__module__ == refusals.__name__}
    assert known <= tried


def test_a_reason_says_what_a_good_value_looks_like():
    with pytest.raises(refusals.PartMissing) as missing:
        check("own_hours", {"rate": {"amount": "75", **EUR}})
    assert render(CATALOGUE["utter_part_missing"][0]["text"], missing.value.facts) == (
        "Eigen uren, uren: dit is nog niet ingevuld. Goed is bijvoorbeeld: 60."
    )
    with pytest.raises(errors.CodeUnknown) as unknown:
        check("attack_status", "?")
    assert render(CATALOGUE["utter_code_unknown"][0]["text"], unknown.value.facts) == (
        "Nog bezig of gestopt: deze keuze bestaat hier niet. Kies uit: nog bezig, gestopt, gestopt en alles werkt weer."
    )


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.name)
def test_a_good_value_of_every_field_passes_its_check_and_its_schema(field):
    """With all its parts; only what the check leaves out of a value may change it."""
    good = {"registration_number": "12345678", "policy_number": "BE-1", "wallet": "bc1qar0srrr7xfkvy5l643"}
    value = checked(field, good.get(field.check) or value_for(field), NOW)
    document = {"$defs": schema()["$defs"], **value_schema(field)}
    jsonschema.Draft202012Validator(document).validate(value)
    assert checked(field, value, NOW) == value, "a checked value is not changed by a second look"


@pytest.mark.parametrize("field", [f for f in FIELDS.values() if f.check], ids=lambda field: field.name)
def test_an_example_passes_the_check_of_its_own_field(field):
    for example in (field.example, field.example_be):
        assert example is None or field.check == "wallet" or CHECKS[field.check](example)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=30)
    | st.sampled_from(["2026-11-02", "P3D", "EUR"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["amount", "currency", "value", "end", "precision", "filed", "head", "text"]), inner, max_size=4)
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.sampled_from(list(FIELDS.values())), JSON)
def test_whatever_comes_is_taken_or_refused_and_what_is_taken_fits_the_schema(field, raw):
    try:
        value = checked(field, raw, NOW)
    except errors.ValueRefused as refused:
        assert refused.facts["pointer"].startswith("#/value")  # noqa: PT017
        return
    jsonschema.Draft202012Validator({"$defs": schema()["$defs"], **value_schema(field)}).validate(value)


@settings(deadline=None)
@given(st.integers(0, 19_999_999))
def test_the_checksum_of_an_enterprise_number_has_one_right_answer(first):
    right = [f"{first:08d}{last:02d}" for last in range(100) if enterprise_number(f"{first:08d}{last:02d}")]
    assert right == [f"{first:08d}{97 - first % 97:02d}"]


@settings(deadline=None)
@given(st.decimals(min_value=Decimal(0), max_value=Decimal(10**12), places=2))
def test_an_amount_is_kept_to_the_cent(amount):
    assert Decimal(check("demand_amount", {"amount": str(amount), **EUR})["amount"]) == amount
