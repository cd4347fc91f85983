"""Talks with the intake: what is asked, in which order, and what is said to side questions."""

from dataclasses import replace

import pytest

from bot.claims import edits, intake
from bot.claims.errors import FieldUnknown, ValueRefused
from bot.claims.fields import FIELDS, in_language
from bot.claims.fold import fold
from bot.claims.planner import MOST_QUESTIONS

from .talk import NOW, Talk, btc, eur, heard, said

STORY = "Hackers versleutelden servers van een klant. Hij betaalde 7 van de 10 gevraagde bitcoin en wil dat geld van ons terug."
KNOWN = {
    STORY: {
        "attack_type": ["ransomware"],
        "encrypted_asset_types": ["servers"],
        "ransom_demand_amount": btc("10"),
        "ransom_negotiated_amount": btc("7"),
        "ransom_paid": True,
        "ransom_paid_by": "claimant",
        "claim_made": "yes_form_unknown",
    },
    "Nee, alles werkt weer.": {"attack_status": "restored"},
    "Ja, nog steeds.": {"attack_status": "ongoing"},
    "Ze vragen 10 bitcoin.": {"ransom_demanded": True, "ransom_demand_amount": btc("10")},
    "An Peeters": {"reporter_name": "An Peeters"},
    "nee, 8 bitcoin": {"ransom_demand_amount": btc("8")},
    "0470 00 00 01": {"reporter_phone": "+32470000001"},
    "Het waren er 12.": {"ransom_demand_amount": btc("12")},
}


@pytest.fixture
def talk(monkeypatch):
    return Talk(monkeypatch, KNOWN)


def told(talk: Talk) -> Talk:
    talk.say("Nee, alles werkt weer.")
    talk.say(STORY)
    return talk


# --- the opening and the order ---------------------------------------------------------------------------------------


def test_says_first_that_it_is_a_computer_then_privacy_then_asks_whether_it_still_runs(talk):
    assert talk.texts == ["utter_ai_disclosure", "utter_privacy_notice", "ask.attack_status"]
    assert [say.disclosure for say in talk.last] == [True, True, False]
    assert "computer" in talk.log.messages[0].text
    assert talk.ask == "attack_status"


def test_then_asks_for_the_story(talk):
    assert talk.say("Nee, alles werkt weer.")[-1] == "utter_ask_story"
    assert talk.ask is None


def test_a_story_told_at_once_is_not_asked_for(monkeypatch):
    talk = Talk(monkeypatch, {STORY + " Alles draait weer.": {**KNOWN[STORY], "attack_status": "restored"}})
    talk.say(STORY + " Alles draait weer.")
    talk.to_the_end()
    assert "utter_ask_story" not in [m.text_id for m in talk.log.messages]


def test_never_asks_what_the_story_said_or_implied(talk):
    told(talk).to_the_end()
    known = set(KNOWN[STORY]) | {"ransom_demanded", "ransom_paid_amount", "notification_type"}
    assert not known & set(talk.asked)


def test_asks_the_minimum_notice_before_the_consequences(talk):
    told(talk).to_the_end()
    needs = [FIELDS[name].need for name in talk.asked]
    assert needs == sorted(needs, key=["minimum", "required"].index)
    assert talk.asked[:3] == ["attack_status", "reporter_name", "reporter_phone"]
    assert "demand_amount" in talk.asked


def test_asks_one_question_at_a_time_and_none_twice(talk):
    told(talk).to_the_end()
    for message_id in {m.reply_to for m in talk.log.messages if m.author == "bot"}:
        assert sum(bool(m.ask) for m in talk.log.messages if m.reply_to == message_id) <= 1
    put = [m.ask for m in talk.log.messages if m.author == "bot" and m.ask]
    assert len(put) == len(set(put))


@pytest.mark.parametrize(("answer", "intent"), [("Dat weet ik niet.", "dont_know"), ("Liever niet.", "skip"), ("later", "skip")])
def test_ends_within_twenty_questions_whatever_is_answered(talk, answer, intent):
    talk.to_the_end(answer, intent)
    assert len(talk.asked) + 1 <= MOST_QUESTIONS
    assert talk.log.status == "handed_over"


def test_no_extortion_questions_without_an_attacker(monkeypatch):
    talk = Talk(monkeypatch, {"Een kapotte schijf.": {"attack_type": ["own_error_or_outage"], "attack_status": "stopped"}})
    talk.say("Een kapotte schijf.")
    talk.to_the_end()
    assert not {"ransom_demanded", "ransom_paid", "attack_vector", "leak_threat"} & set(talk.asked)


def test_company_name_is_asked_only_without_a_policy_number(monkeypatch):
    talk = Talk(monkeypatch, {**KNOWN, "BE-123": {"policy_number": "BE-123"}})
    told(talk)
    while talk.ask != "policy_number":
        talk.say("Dat weet ik niet.", "dont_know")
    talk.say("BE-123")
    talk.to_the_end()
    assert "insured_legal_name" not in talk.asked


# --- answers ---------------------------------------------------------------------------------------------------------


def test_echoes_only_what_is_costly(talk):
    told(talk)
    assert talk.texts == ["utter_noted", "ask.reporter_name"]
    assert "10 bitcoin" in talk.last[0].facts["values"]
    assert talk.say("An Peeters") == ["ask.reporter_phone"]
    assert talk.say("0470 00 00 01")[0] == "utter_noted"


@pytest.mark.parametrize(("intent", "status"), [("dont_know", "unknown"), ("skip", "declined")])
def test_not_knowing_is_recorded_and_moves_on(talk, intent, status):
    told(talk)
    assert talk.say("liever later", intent)[-1] == "ask.reporter_phone"
    assert fold(talk.log.assertions).fields["reporter_name"].status == status


def test_rephrases_then_offers_a_person_and_goes_on(talk):
    told(talk)
    assert talk.say("asdf", "nlu_fallback", 0.2) == ["utter_not_understood", "ask.reporter_name"]
    assert talk.say("asdf", "nlu_fallback", 0.2) == ["utter_rephrase"]
    assert FIELDS["reporter_name"].example in talk.log.messages[-1].text
    assert talk.ask == "reporter_name"
    assert talk.say("asdf", "nlu_fallback", 0.2) == ["utter_offer_person", "ask.reporter_phone"]


def test_a_contradiction_leads_to_exactly_one_question_and_its_answer_settles_it(talk):
    told(talk)
    assert "utter_contradiction" in talk.say("Het waren er 12.")
    assert talk.ask == "ransom_demand_amount"
    assert "10 bitcoin" in talk.log.messages[-1].text
    assert "12 bitcoin" in talk.log.messages[-1].text
    talk.say("nee, 8 bitcoin")
    kept = fold(talk.log.assertions).fields["ransom_demand_amount"]
    assert (kept.value, kept.status) == (btc("8"), "stated")
    assert len(kept.history) == 3


def test_an_unsettled_contradiction_is_not_asked_again(talk):
    told(talk).say("Het waren er 12.")
    talk.say("Dat weet ik niet.", "dont_know")
    talk.to_the_end()
    assert [m.text_id for m in talk.log.messages].count("utter_contradiction") == 1
    assert fold(talk.log.assertions).fields["ransom_demand_amount"].status == "contradicted"


# --- side questions --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "intent", "text_id"),
    [
        ("Ben ik hiervoor verzekerd?", "ask_coverage", "utter_ask_coverage"),
        ("Ben ik hiervoor verzekerd?", "nlu_fallback", "utter_ask_coverage"),
        ("Is dit onze fout?", "inform_incident", "utter_ask_guilt"),
        ("Moeten we betalen?", "ask_pay_ransom", "utter_ask_pay_ransom"),
        ("Waarom vraagt u dat?", "ask_why", "utter_ask_why"),
        ("Hoe staat het met mijn dossier?", "ask_status", "utter_ask_status"),
        ("Wat doet u met mijn gegevens?", "privacy_question", "utter_privacy_question"),
        ("Ik wil een mens spreken", "ask_human", "utter_ask_human"),
        ("Dank u", "thank", "utter_thank"),
        ("Hallo", "greet", "utter_greet"),
        ("Wie wint de ronde?", "out_of_scope", "utter_out_of_scope"),
        ("Ik wil een bestand sturen", "upload_document", "utter_upload_document"),
    ],
)
def test_a_side_question_gets_its_text_and_then_the_open_question_again(talk, text, intent, text_id):
    told(talk)
    assert talk.say(text, intent) == [text_id, "ask.reporter_name"]
    assert talk.ask == "reporter_name"


def test_neutral_texts_are_logged_as_shown(talk):
    told(talk).say("Is dit gedekt?", "ask_coverage")
    assert talk.last[0].disclosure


def test_the_story_is_asked_again_after_a_side_question(talk):
    talk.say("Nee, alles werkt weer.")
    assert talk.say("Is dit gedekt?", "ask_coverage") == ["utter_ask_coverage", "utter_ask_story"]


def test_facts_in_a_question_about_cover_are_recorded_but_not_spoken_about(monkeypatch):
    text = "Ze vragen 10 bitcoin, is dat gedekt?"
    talk = Talk(monkeypatch, {**KNOWN, text: {"ransom_demand_amount": btc("10")}})
    talk.say("Nee, alles werkt weer.")
    talk.say("We zijn gehackt.")
    assert talk.say(text)[0] == "utter_ask_coverage"
    assert "utter_noted" not in talk.texts
    assert fold(talk.log.assertions).value("ransom_demand_amount") == btc("10")


def test_goodbye_asks_nothing_more(talk):
    assert told(talk).say("Tot later", "goodbye") == ["utter_goodbye"]


def test_asking_for_a_person_is_a_signal(talk):
    told(talk).say("Ik wil een mens spreken", "ask_human")
    assert "T13" in [a.name for a in talk.log.assertions if a.kind == "signal"]


# --- urgent ----------------------------------------------------------------------------------------------------------


def test_a_running_attack_gets_at_most_five_questions_then_a_person(talk):
    assert talk.say("Ja, nog steeds.", "urgent_ongoing") == ["utter_urgent", "ask.reporter_name"]
    talk.say("Ze vragen 10 bitcoin.")
    for _ in range(10):
        if talk.log.status != "draft":
            break
        talk.say("Dat weet ik niet.", "dont_know")
    assert talk.log.status == "handed_over"
    assert "utter_person_now" in talk.texts
    assert len(talk.asked[1:]) <= 5
    assert {"reporter_name", "reporter_phone"} < set(talk.asked)


def test_the_alarm_is_given_once(talk):
    talk.say("Ja, nog steeds.", "urgent_ongoing")
    talk.say("Ja, nog steeds.", "urgent_ongoing")
    assert [m.text_id for m in talk.log.messages].count("utter_urgent") == 1


def test_a_corrected_alarm_goes_back_to_the_ordinary_questions(talk):
    talk.say("Ja, nog steeds.", "urgent_ongoing")
    talk.say("Nee, alles werkt weer.")
    assert talk.ask is None
    assert talk.texts[-1] == "utter_ask_story"


def test_after_the_hand_over_everything_is_still_recorded(talk):
    told(talk).to_the_end()
    assert talk.say("An Peeters") == ["utter_added_version"]
    assert fold(talk.log.assertions).value("reporter_name") == "An Peeters"


# --- reading back ----------------------------------------------------------------------------------------------------


def to_readback(talk: Talk, block: str) -> None:
    for _ in range(40):
        if talk.ask == f"confirm.{block}":
            return
        known = {"reporter_name": "An Peeters", "reporter_phone": "0470 00 00 01"}
        if talk.ask in known:
            talk.say(known[talk.ask])
        elif talk.ask and talk.ask.startswith("confirm."):
            talk.say("ja", "affirm")
        else:
            talk.say("Dat weet ik niet.", "dont_know")
    raise AssertionError(talk.ask)


def test_reads_back_contact_incident_and_money_before_the_offer(talk):
    told(talk)
    to_readback(talk, "contact")
    assert "An Peeters" in talk.log.messages[-1].text
    talk.say("Ja.", "affirm")
    assert talk.ask == "confirm.incident"
    talk.say("Ja.", "affirm")
    assert talk.ask == "confirm.losses"
    talk.say("Ja.", "affirm")
    assert talk.ask == "confirm.money"
    talk.say("Ja.", "affirm")
    assert talk.ask == "confirm.handover"
    assert fold(talk.log.assertions).fields["reporter_phone"].status == "confirmed"


def test_a_correction_at_the_reading_back_is_read_back_again(talk):
    told(talk)
    to_readback(talk, "money")
    talk.answers["nee, het waren er 8"] = {}
    assert talk.say("nee", "deny") == ["utter_what_is_wrong"]
    talk.say("nee, 8 bitcoin", "correct_previous")
    assert talk.ask == "confirm.money"


def test_no_to_the_offer_keeps_the_draft(talk):
    told(talk)
    to_readback(talk, "handover")
    assert talk.say("nee", "deny") == ["utter_handover_later"]
    assert talk.log.status == "draft"


# --- staff -----------------------------------------------------------------------------------------------------------


def test_the_bot_is_silent_once_staff_writes(talk):
    told(talk)
    assert talk.say("Hier Els, ik neem het over.", author="adjuster") == []
    assert talk.say("An Peeters") == []
    assert fold(talk.log.assertions).value("reporter_name") == "An Peeters"


def test_dialogue_b_is_urgent_after_its_first_message(monkeypatch):
    first = "Bijna alle servers en back-upschijven zijn versleuteld. De aanvallers vragen 10 bitcoin."
    talk = Talk(
        monkeypatch,
        {
            first: {
                "attack_type": ["ransomware"], "encrypted_asset_types": ["servers", "backup_disks"], "ransom_demanded": True,
                "ransom_demand_amount": btc("10"),
            },
            "Hij heeft de aanvallers zelf al gecontacteerd.": {"attacker_contact_by": ["insured"]},
        },
        channel="call_centre_agent",
    )  # fmt: skip
    assert talk.say(first, author="agent") == ["utter_agent_urgent"]
    urgent = talk.log.messages[-1].text
    assert urgent.startswith("SPOED P1.")
    assert urgent.count("\n") == 6
    assert talk.say("De beller vraagt of hij moet betalen.", "ask_pay_ransom", author="agent")[0] == "utter_agent_ask_pay_ransom"
    talk.say("Hij heeft de aanvallers zelf al gecontacteerd.", author="agent")
    file = fold(talk.log.assertions)
    assert file.value("attacker_contact_by") == ["insured"]
    assert "ransom_paid" not in file.fields


def test_an_agent_reads_the_question_aloud_and_sees_why(monkeypatch):
    talk = Talk(monkeypatch, KNOWN, channel="call_centre_agent")
    talk.say("Nee, alles werkt weer.", author="agent")
    talk.say(STORY, author="agent")
    assert talk.texts[-1] == "utter_agent_next"
    assert in_language("nl-BE")[talk.ask].why in talk.log.messages[-1].text


# --- listening, staff edits ------------------------------------------------------------------------------------------


def test_take_listens_without_speaking(talk):
    told(talk)
    taken = intake.take(talk.log, heard("An Peeters", ask="reporter_name"))
    assert [(a.name, a.value) for a in taken] == [("reporter_name", "An Peeters")]


def test_staff_corrects_a_field_with_a_checked_value(talk):
    told(talk)
    fixed = edits.correct(talk.log, "demand_amount", eur("39746.41", "excl"), "adjuster", NOW)
    file = fold((*talk.log.assertions, fixed))
    assert file.fields["demand_amount"].value == eur("39746.41", "excl")
    assert file.fields["demand_amount"].said_by == "adjuster"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("demand_amount", {"amount": 39746.41, "currency": "EUR"}),
        ("demand_amount", {"amount": "-5", "currency": "EUR"}),
        ("demand_amount", {"amount": "NaN", "currency": "EUR"}),
        ("demand_amount", {"amount": "1e9999", "currency": "EUR"}),
        ("demand_amount", {"amount": "5", "currency": "BTC"}),
        ("demand_amount", "5"),
        ("contract_fee", {"amount": "5", "currency": "EUR", "period": "P9Y"}),
        ("attack_status", "gestopt"),
        ("attack_type", []),
        ("attack_type", ["ransomware", "x"]),
        ("incident_occurred_at", "gisteren"),
        ("incident_occurred_at", {"value": "2026-13-40", "precision": "day"}),
        ("ransom_paid", "ja"),
        ("insured_client_count", -1),
        ("insured_client_count", True),
        ("reporter_email", "an at example"),
        ("reporter_phone", "bel mij"),
        ("downtime", "drie dagen"),
        ("reporter_name", "   "),
        ("claimant_country", ["België"]),
        ("police_report", {}),
        ("demand_heads", [1]),
    ],
)
def test_a_value_that_does_not_fit_is_refused(talk, name, value):
    with pytest.raises(ValueRefused) as refused:
        edits.correct(talk.log, name, value, "adjuster", NOW)
    assert refused.value.facts["name"] == name


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("ransom_demand_amount", {"amount": "0.5", "asset": "BTC"}, {"amount": "0.5", "asset": "BTC"}),
        ("incident_occurred_at", "2026-11", {"value": "2026-11", "precision": "month", "approx": False}),
        ("incident_discovered_at", "2026-11-16T08:30", {"value": "2026-11-16T08:30:00+01:00", "precision": "minute", "approx": False}),
        ("downtime", "P3D", {"value": "P3D", "approx": False}),
        ("attack_type", ["ransomware", "ransomware"], ["ransomware"]),
        ("insured_client_count", "30", 30),
        ("external_costs", [{"amount": "8000"}], [eur("8000")]),
        ("reporter_name", " An ", "An"),
    ],
)
def test_a_value_that_fits_is_brought_into_shape(talk, name, value, kept):
    assert edits.correct(talk.log, name, value, "adjuster", NOW).value == kept


def test_an_unknown_field_is_refused(talk):
    with pytest.raises(FieldUnknown):
        edits.correct(talk.log, "shoe_size", 43, "adjuster", NOW)


def test_a_story_in_place_of_the_first_answer_is_read_as_a_story_and_the_question_comes_back(monkeypatch):
    story = STORY + " Het was een lange nacht en wij hebben met drie mensen gewerkt om alles op een rij te krijgen."
    seen: list[str | None] = []
    talk = Talk(monkeypatch, {story: KNOWN[STORY]})
    monkeypatch.setattr(intake, "interpret", lambda heard, file: (seen.append(heard.ask), talk._interpret(heard, file))[1])
    talk.say(story)
    assert seen == [None]
    assert talk.ask == "attack_status"
    talk.say("Dat weet ik niet.", "dont_know")
    talk.to_the_end()
    assert sum(m.ask == "attack_status" for m in talk.log.messages if m.author == "bot") == 2


def test_who_leaves_five_questions_open_is_not_asked_on(talk):
    told(talk).to_the_end()
    assert len([name for name in talk.asked if FIELDS[name].need != "minimum"]) == 5


def test_contradictions_count_as_questions(monkeypatch):
    amounts = {f"Het waren er {n}.": {"ransom_demand_amount": btc(str(n))} for n in range(20, 60)}
    talk = Talk(monkeypatch, {**KNOWN, **amounts})
    told(talk)
    for text in amounts:
        if talk.log.status == "draft" and not (talk.ask or "").startswith("confirm."):
            talk.say(text)
    put = [m for m in talk.log.messages if m.author == "bot" and m.ask and not m.ask.startswith("confirm.")]
    assert len(put) + 1 <= MOST_QUESTIONS


def test_something_new_at_the_offer_is_taken_in_and_the_offer_made_again(talk):
    told(talk)
    to_readback(talk, "handover")
    assert talk.say("An Peeters") == ["utter_added", "utter_handover_offer_papers"]
    assert talk.log.status == "draft"
    assert talk.say("Geef maar door", "inform_incident") == ["utter_handed_over"]
    assert talk.log.status == "handed_over"


def test_an_estimate_read_back_and_found_right_stays_an_estimate(monkeypatch):
    talk = Talk(monkeypatch, KNOWN)
    told(talk)
    rough = replace(said("demand_amount", eur("40000"), "estimated"), at=NOW)
    talk.log = replace(talk.log, assertions=(*talk.log.assertions, rough))
    to_readback(talk, "money")
    assert "ongeveer € 40.000" in talk.log.messages[-1].text
    talk.say("Ja", "affirm")
    assert fold(talk.log.assertions).fields["demand_amount"].status == "estimated"


def test_an_agent_gets_no_small_talk(monkeypatch):
    talk = Talk(monkeypatch, KNOWN, channel="call_centre_agent")
    talk.say("Nee, alles werkt weer.", author="agent")
    assert talk.say("bedankt", "thank", author="agent") == talk.texts
    assert "utter_thank" not in talk.texts
    assert "utter_ask_human" not in talk.say("hij wil iemand van schade spreken", "ask_human", author="agent")


@pytest.mark.parametrize("text", ["medewerker", "Een medewerker.", "ik wil een mens spreken", "MEDEWERKER!"])
def test_the_word_the_bot_offers_for_a_person_always_works(talk, text):
    told(talk)
    assert talk.say(text, "nlu_fallback", 0.1) == ["utter_ask_human", "ask.reporter_name"]
    assert "T13" in [a.name for a in talk.log.assertions]


def test_bad_news_at_the_reading_back_still_raises_the_alarm(talk):
    told(talk)
    to_readback(talk, "incident")
    assert talk.say("Ja, nog steeds.", "urgent_ongoing")[0] == "utter_urgent"


def test_yes_but_not_quite_is_no_yes(talk):
    told(talk)
    to_readback(talk, "money")
    assert talk.say("Ja, maar het klopt niet helemaal", "affirm") == ["utter_what_is_wrong"]


def test_an_agent_who_types_something_else_keeps_the_open_question(monkeypatch):
    talk = Talk(monkeypatch, KNOWN, channel="call_centre_agent")
    talk.say("Nee, alles werkt weer.", author="agent")
    open_one = talk.ask
    talk.say("momentje, hij zoekt het op", "agent_note", author="agent")
    assert talk.ask == open_one
    talk.say("momentje", "agent_note", author="agent")
    talk.say("momentje", "agent_note", author="agent")
    assert talk.ask != open_one


def test_an_alarm_and_a_question_about_paying_are_both_answered(monkeypatch):
    first = "De aanval loopt. Hij vraagt of hij moet betalen."
    talk = Talk(monkeypatch, {first: {"attack_status": "ongoing"}}, channel="call_centre_agent")
    assert talk.say(first, author="agent") == ["utter_agent_urgent", "utter_agent_ask_pay_ransom"]


def test_a_yes_with_thanks_is_a_yes(talk):
    told(talk)
    to_readback(talk, "money")
    talk.say("Klopt, bedankt", "thank")
    assert talk.ask == "confirm.handover"
    assert talk.say("Ja, dank u wel", "thank") == ["utter_handed_over"]
