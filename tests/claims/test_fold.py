"""From assertions to the present state: what supersedes, what stays, what contradicts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.fields import FIELDS
from bot.claims.fold import fold, states
from bot.claims.model import Assertion
from bot.claims.states import field_state, refines, same

from .talk import NOW, btc, day, eur, said, signal


def state(*answers: Assertion):
    return field_state(answers[0].name, answers)


def test_later_supersedes_an_estimate_and_keeps_it_in_the_history():
    found = state(said("insured_client_count", 30, "estimated"), said("insured_client_count", 32, message="m2"))
    assert (found.value, found.status) == (32, "stated")
    assert [a.value for a in found.history] == [30, 32]


def test_an_estimate_never_replaces_a_certain_value():
    found = state(said("insured_client_count", 32), said("insured_client_count", 30, "estimated", message="m2"))
    assert (found.value, found.status) == (32, "stated")


def test_an_estimate_repeated_stays_an_estimate():
    found = state(said("insured_client_count", 30, "estimated"), said("insured_client_count", 30, "estimated", message="m2"))
    assert found.status == "estimated"


@pytest.mark.parametrize("status", ["unknown", "declined"])
def test_not_knowing_never_erases_a_value(status):
    found = state(said("reporter_name", "An Peeters"), said("reporter_name", None, status, message="m2"))
    assert (found.value, found.status) == ("An Peeters", "stated")


def test_a_value_replaces_not_knowing():
    found = state(said("reporter_name", None, "unknown"), said("reporter_name", "An Peeters", message="m2"))
    assert (found.value, found.status) == ("An Peeters", "stated")


def test_a_refusal_is_not_softened_to_not_knowing():
    assert state(said("reporter_name", None, "declined"), said("reporter_name", None, "unknown")).status == "declined"


def test_two_certain_answers_from_two_messages_contradict():
    found = state(said("ransom_paid", False), said("ransom_paid", True, message="m2"))
    assert (found.value, found.status) == (True, "contradicted")
    assert [a.value for a in found.history] == [False, True]
    assert {e.message_id for e in found.evidence} == {"m1", "m2"}


def test_two_answers_in_one_message_do_not_contradict():
    found = state(said("ransom_demand_amount", btc("10")), said("ransom_demand_amount", btc("8")))
    assert (found.value, found.status) == (btc("8"), "stated")


def test_a_correction_supersedes_without_contradiction():
    found = state(said("ransom_demand_amount", btc("10")), said("ransom_demand_amount", btc("8"), message="m2", correction=True))
    assert (found.value, found.status) == (btc("8"), "stated")
    assert len(found.history) == 2


def test_a_correction_settles_a_contradiction():
    found = state(
        said("ransom_paid", False), said("ransom_paid", True, message="m2"), said("ransom_paid", False, message="m3", correction=True)
    )
    assert (found.value, found.status) == (False, "stated")


def test_saying_one_side_again_does_not_settle_a_contradiction():
    found = state(said("ransom_paid", False), said("ransom_paid", True, message="m2"), said("ransom_paid", True, message="m3"))
    assert found.status == "contradicted"


def test_lists_of_codes_grow():
    found = state(said("encrypted_asset_types", ["servers"]), said("encrypted_asset_types", ["computers", "servers"], message="m2"))
    assert found.value == ["servers", "computers"]
    assert len(found.evidence) == 2


def test_a_correction_of_a_list_replaces_it():
    found = state(said("encrypted_asset_types", ["servers"]), said("encrypted_asset_types", ["nas"], message="m2", correction=True))
    assert found.value == ["nas"]


def test_nobody_and_somebody_contradict():
    found = state(said("attacker_contact_by", ["nobody"]), said("attacker_contact_by", ["insured"], message="m2"))
    assert found.status == "contradicted"


def test_a_head_with_its_amount_fills_the_head_without():
    heads = state(said("demand_heads", [{"head": "ransom"}]), said("demand_heads", [{"head": "ransom", "amount": eur("5")}], message="m2"))
    assert heads.value == [{"head": "ransom", "amount": eur("5")}]


def test_texts_are_kept_together():
    found = state(said("insured_view", "wij deden niets fout"), said("insured_view", "de klant wilde geen MFA", message="m2"))
    assert found.value == "wij deden niets fout; de klant wilde geen MFA"


def test_what_staff_entered_stays():
    found = state(
        said("reporter_name", "An"), said("reporter_name", "Jan", by="adjuster", message="m2"), said("reporter_name", "Piet", message="m3")
    )
    assert (found.value, found.said_by) == ("Jan", "adjuster")


def test_the_adjuster_can_take_a_value_away_and_a_person_cannot():
    wrong = said("reporter_name", "Jan")
    assert state(wrong, said("reporter_name", None, "unknown", by="adjuster", message="m2", correction=True)).value is None
    assert state(wrong, said("reporter_name", None, "unknown", message="m2", correction=True)).value == "Jan"


def test_a_change_in_time_is_news():
    found = state(said("attack_status", "ongoing"), said("attack_status", "restored", message="m2"))
    assert (found.value, found.status) == ("restored", "stated")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("incident_occurred_at", day("2026-11"), day("2026-11-16")),
        ("incident_occurred_at", day("2026-11-16"), day("2026-11-16T08:00+01:00")),
        ("demand_amount", eur("5"), eur("5", "excl")),
        ("claim_made", "yes_form_unknown", "written"),
        ("reporter_name", "Peeters", "An Peeters"),
        ("bi_occurred", "claimant", "both"),
    ],
)
def test_a_finer_answer_refines_in_either_order(name, old, new):
    assert refines(name, old, new)
    assert not refines(name, new, old)
    for pair in ([old, new], [new, old]):
        found = state(said(name, pair[0]), said(name, pair[1], message="m2"))
        assert (found.value, found.status) == (new, "stated")


def test_another_day_is_no_refinement():
    assert not refines("incident_occurred_at", day("2026-11"), day("2026-10-16"))
    assert not refines("demand_amount", eur("5", "excl"), eur("5", "incl"))
    assert not refines("demand_amount", eur("5"), eur("6"))


def test_case_and_blanks_do_not_matter():
    assert same("Bakkerij  De Oven", "bakkerij de oven")
    assert not same("1", "2")


def test_a_confirmation_makes_confirmed_and_keeps_the_first_words():
    first = said("reporter_phone", "+32470000001")
    found = state(first, said("reporter_phone", "+32470000001", "confirmed", message="m2"))
    assert found.status == "confirmed"
    assert first.evidence[0] in found.evidence


def test_derived_never_beats_said():
    found = state(said("backups_affected", "all"), said("backups_affected", "some", "derived", message="m2"))
    assert found.value == "all"


def test_signals_are_kept_apart():
    file = fold([signal("T13"), said("reporter_name", "An")])
    assert [s.name for s in file.signals] == ["T13"]
    assert list(file.fields) == ["reporter_name"]


# --- what follows ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "follows"),
    [
        ({"ransom_paid": True}, {"ransom_demanded": True}),
        ({"ransom_paid_by": "claimant"}, {"ransom_paid": True, "ransom_demanded": True}),
        ({"ransom_demand_amount": btc("10")}, {"ransom_demanded": True}),
        ({"ransom_demanded": False}, {"ransom_paid": False}),
        ({"ransom_negotiated_amount": btc("7"), "ransom_paid": True}, {"ransom_paid_amount": btc("7")}),
        ({"encrypted_asset_types": ["servers", "backup_disks"]}, {"backups_affected": "some"}),
        ({"encrypted_asset_types": ["servers"], "ransom_demanded": True}, {"attack_type": ["ransomware"]}),
        ({"claim_made": "written"}, {"notification_type": ["claim"]}),
        ({"claim_made": "expected"}, {"notification_type": ["circumstance"]}),
        ({"demand_amount": eur("5")}, {"claim_made": "yes_form_unknown", "notification_type": ["claim"]}),
        ({"demand_date": day("2026-11-03"), "demand_amount": eur("5")}, {"claim_made": "written"}),
        ({"attack_status": "restored"}, {"restoration_status": "done"}),
        ({"restored_at": day("2026-11-03")}, {"attack_status": "restored", "restoration_status": "done"}),
        ({"data_subjects_estimate": 500}, {"personal_data_involved": True}),
    ],
)
def test_what_follows_is_derived_on_the_same_words(given, follows):
    file = fold([said(name, value) for name, value in given.items()])
    for name, value in follows.items():
        assert file.fields[name].value == value
        assert file.fields[name].status == "derived"
        assert file.fields[name].said_by == "system"
        assert file.fields[name].evidence
        assert file.fields[name].confidence < 1


def test_nothing_follows_from_a_contradiction():
    file = fold([said("ransom_paid", False), said("ransom_paid", True, message="m2")])
    assert "ransom_demanded" not in file.fields


def test_what_was_said_is_never_replaced_by_what_follows():
    file = fold([said("ransom_paid", True), said("ransom_paid_amount", btc("3")), said("ransom_negotiated_amount", btc("7"))])
    assert file.fields["ransom_paid_amount"].value == btc("3")


def test_what_follows_although_it_was_not_known_keeps_both():
    found = fold([said("ransom_demanded", None, "unknown"), said("ransom_paid", True, message="m2")]).fields["ransom_demanded"]
    assert (found.value, found.status) == (True, "derived")
    assert [a.status for a in found.history] == ["unknown"]


def test_no_ransom_amount_follows_before_anybody_paid():
    assert "ransom_paid_amount" not in fold([said("ransom_negotiated_amount", btc("7"))]).fields


# --- laws ------------------------------------------------------------------------------------------------------------

_VALUES = {
    "ransom_paid": [True, False],
    "attack_type": [["ransomware"], ["ddos", "malware"], ["other"]],
    "insured_client_count": [3, 30, 31],
    "demand_amount": [eur("10"), eur("10", "excl"), eur("11.50", "incl")],
    "insured_view": ["een", "twee", "een en twee"],
    "incident_occurred_at": [day("2026"), day("2026-11"), day("2026-11-16")],
    "demand_heads": [[{"head": "ransom"}], [{"head": "restoration", "amount": eur("4")}]],
    "police_report": [{"filed": True}, {"filed": True, "number": "12"}],
    "claim_made": ["written", "yes_form_unknown", "no"],
}


@st.composite
def assertion_lists(draw):
    made = []
    for index in range(draw(st.integers(0, 12))):
        name = draw(st.sampled_from(sorted(_VALUES)))
        status = draw(st.sampled_from(["stated", "estimated", "unknown", "declined", "confirmed", "derived"]))
        value = None if status in ("unknown", "declined") else draw(st.sampled_from(_VALUES[name]))
        by = draw(st.sampled_from(["insured", "caller", "adjuster"]))
        correction = draw(st.booleans()) and value is not None
        made.append(said(name, value, status, message=f"m{index}", by=by, minute=index, correction=correction))
    return made


@given(assertion_lists())
def test_nothing_that_was_said_is_lost(made):
    fields = fold(made).fields
    for answer in made:
        kept = fields[answer.name]
        if kept.history:
            assert answer in kept.history
        else:
            assert (kept.value, kept.status) == (answer.value, answer.status)


@given(assertion_lists())
def test_a_field_once_answered_stays_answered(made):
    for fewer, more in pairwise([states(made[:n]) for n in range(len(made) + 1)]):
        for name, before in fewer.items():
            if before.value is not None:
                assert more[name].value is not None


@given(assertion_lists())
def test_the_same_assertions_give_the_same_file(made):
    assert fold(made) == fold(list(made))


@given(assertion_lists())
def test_a_value_keeps_words_that_support_it(made):
    for name, kept in states(made).items():
        assert kept.at >= NOW
        assert name in FIELDS
        if kept.value is not None:
            assert kept.evidence


@pytest.mark.parametrize(
    ("answers", "value", "status"),
    [
        (["expected", "written"], "written", "stated"),
        (["no", "oral"], "oral", "stated"),
        (["written", "oral"], "written", "stated"),
        (["written", "yes_form_unknown"], "written", "stated"),
        (["written", "no"], "no", "contradicted"),
    ],
)
def test_a_claim_grows_and_a_denial_of_it_contradicts(answers, value, status):
    found = state(*[said("claim_made", answer, message=f"m{n}") for n, answer in enumerate(answers)])
    assert (found.value, found.status) == (value, status)


def test_a_suspicion_grows_but_yes_and_no_contradict():
    def theft(*answers):
        return state(*[said("data_exfiltration", answer, message=f"m{n}") for n, answer in enumerate(answers)])

    assert theft("suspected", "yes").status == "stated"
    assert theft("no", "suspected").value == "suspected"
    assert theft("yes", "no").status == "contradicted"
