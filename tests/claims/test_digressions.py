"""Every digression at every kind of open question: its text, nothing recorded, the question again, and no miss counted.

The intents given here are wrong on purpose: the words alone must do, since short forms are where the classifier is weak.
"""

# ruff: noqa: E501 - lists of sentences

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims import digressions
from bot.claims.fields import FIELDS
from bot.claims.fold import fold
from bot.claims.intake import _misses
from bot.claims.planner import open_message

from .talk import Talk, btc, eur, heard
from .test_dialogue import KNOWN, Real

DIGRESSIONS = [
    ("Wat vroeg u?", "utter_repeat"),
    ("zeg dat nog eens", "utter_repeat"),
    ("Kunt u de vraag herhalen?", "utter_repeat"),
    ("wie leest dit", "utter_ask_readers"),
    ("is dit veilig?", "utter_ask_safe"),
    ("kan ik een kopie krijgen", "utter_ask_copy"),
    ("in welke taal kan dit", "utter_ask_language"),
    ("Bent u een robot?", "utter_ask_computer"),
    ("zijt ge nen robot", "utter_ask_computer"),
    ("stomme bot", "utter_insult"),
    ("ik zie het niet meer zitten", "utter_distress"),
    ("hoe lang duurt het nog", "utter_questions_left"),
    ("Ben ik hiervoor gedekt?", "utter_ask_coverage"),
    ("Is dit onze fout?", "utter_ask_guilt"),
    ("Moeten we betalen?", "utter_ask_pay"),
    ("Waarom vraagt u dat?", "utter_ask_why"),
]
WRONG = ("nlu_fallback", "inform_incident", "skip")
KINDS = {FIELDS[n].kind: n for n in FIELDS if FIELDS[n].need == "minimum"} | {FIELDS[n].kind: n for n in FIELDS if FIELDS[n].rank <= 330}


def at(monkeypatch, where: str, channel: str = "web_chat") -> Talk:
    """A talk in which the question `where` is open: "attack_status", "story", a block, the offer, or a contradiction."""
    talk = Talk(
        monkeypatch,
        {**KNOWN, "Twee bedragen.": {"demand_amount": eur("12000")}, "Er zijn 2 eisen.": {"ransom_paid_amount": btc("7")}},
        channel,
    )
    if where == (talk.ask or "story"):
        return talk
    talk.say("Een kapotte schijf.")
    for _ in range(60):
        here = talk.ask or "story"
        if here == where or (where == "handover" and here == "confirm.handover"):
            return talk
        known = {"reporter_name": "An Peeters", "reporter_phone": "0470 00 00 01", "insured_legal_name": "Peeters IT bv"}.get(here)
        if here.startswith("confirm."):
            talk.say("Ja, dat klopt.", "affirm")
        elif known:
            talk.say(known)
        else:
            talk.say("Dat weet ik niet.", "dont_know")
    raise AssertionError(f"{where} was never asked; asked {talk.asked}")


WHERE = [
    "attack_status",
    "story",
    "reporter_name",
    "reporter_phone",
    "insured_legal_name",
    "confirm.contact",
    "confirm.incident",
    "handover",
]


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("channel", ["web_chat", "call_centre_agent"])
@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize(("text", "text_id"), DIGRESSIONS, ids=[t for t, _ in DIGRESSIONS])
def test_every_digression_at_every_open_question(monkeypatch, where, text, text_id, channel, wrong):
    if channel == "call_centre_agent" and where == "attack_status":
        where = "story"
    talk = at(monkeypatch, where, channel)
    asked, before = talk.ask, fold(talk.log.assertions).fields
    question = open_message(talk.log)
    author = "agent" if channel == "call_centre_agent" else "insured"
    for _ in range(3):  # thrice: a digression is no miss, so no person is offered
        said = talk.say(text, wrong, 0.4, author)
        assert text_id.removeprefix("utter_") in said[0]
        assert talk.ask == asked
        again = open_message(talk.log)
        assert again is not None
        assert again.reply_to == talk.log.messages[-len(said) - 1].id
        assert (again.text_id or "").startswith(("ask.", "utter_agent_next", str(question.text_id)))
    assert fold(talk.log.assertions).fields == before
    assert "utter_offer_person" not in {m.text_id for m in talk.log.messages}
    assert _misses(talk.log, str(asked)) == 0


@pytest.mark.parametrize("name", sorted(KINDS.values()))
@pytest.mark.parametrize(("text", "text_id"), DIGRESSIONS[:11], ids=[t for t, _ in DIGRESSIONS[:11]])
def test_no_kind_of_question_takes_a_digression_for_its_answer(name, text, text_id):
    """ "Terug" was read as a name, and "ik ga morgen verder" as a date."""
    del text_id
    left = digressions.without(heard(text, ask=name))
    assert not left.text.strip() or left.ask is None
    assert left.annotations == ()


@pytest.mark.parametrize(
    "text",
    ["terug", "vorige vraag", "mag ik een vraag terug", "Ik wil mijn vorige antwoord wijzigen.", "ik wil graag het vorige antwoord veranderen", "ga terug aub", "mijn vorige antwoord was fout"],
)  # fmt: skip
def test_back_gives_the_previous_question_with_what_was_kept(monkeypatch, text):
    talk = at(monkeypatch, "reporter_phone")
    assert talk.say(text, "nlu_fallback", 0.2) == ["utter_go_back", "ask.reporter_name"]
    assert talk.last[0].facts["value"] == "An Peeters"
    talk.answers["Bo Claes"] = {"reporter_name": "Bo Claes"}
    assert talk.say("Bo Claes")[-1] == "ask.reporter_phone"
    state = fold(talk.log.assertions).fields["reporter_name"]
    assert (state.value, state.status, len(state.history)) == ("Bo Claes", "stated", 2)


def test_back_twice_and_never_mind_returns_to_where_we_were(monkeypatch):
    talk = at(monkeypatch, "reporter_phone")
    earlier = talk.asked[:-1]
    talk.say("terug")
    assert talk.ask == earlier[-1]
    talk.say("nog een vraag terug")
    assert talk.ask == earlier[-2]
    before = fold(talk.log.assertions).fields
    assert talk.say("laat maar", "skip") == ["utter_never_mind", "ask.reporter_phone"]
    assert fold(talk.log.assertions).fields == before


def test_back_from_a_block_comes_back_to_the_block_with_the_new_value(monkeypatch):
    talk = at(monkeypatch, "confirm.contact")
    talk.say("vorige vraag")
    name = str(talk.ask)
    assert name in FIELDS
    talk.say("Dat weet ik niet.", "dont_know")
    assert talk.ask == "confirm.contact"


def test_back_at_the_first_question_says_that_there_is_none(talk_of):
    talk = talk_of()
    assert talk.say("terug") == ["utter_go_back_none", "ask.attack_status"]


@pytest.fixture
def talk_of(monkeypatch):
    return lambda channel="web_chat": Talk(monkeypatch, KNOWN, channel)


@pytest.mark.parametrize(
    "text",
    [
        "Ik ga morgen verder.",
        "ik moet nu weg",
        "genoeg voor vandaag",
        "morgen verder",
        "ik doe de rest morgen",
        "ik stop ermee voor vandaag",
    ],
)
@pytest.mark.parametrize("where", WHERE)
def test_stopping_for_today_closes_without_losing_the_question(monkeypatch, where, text):
    talk = at(monkeypatch, where)
    asked, before = talk.ask, fold(talk.log.assertions).fields
    assert talk.say(text, "provide_date") == ["utter_stop_today"]
    assert talk.ask == asked
    assert fold(talk.log.assertions).fields == before
    assert talk.say("Hallo, ik ben er weer", "greet")[0] == "utter_greet"
    assert talk.ask == asked


def test_an_answer_and_a_goodbye_do_both(monkeypatch):
    talk = at(monkeypatch, "reporter_phone")
    talk.answers["0470 00 00 01," + " " * 15] = {"reporter_phone": "+32470000001"}
    assert talk.say("0470 00 00 01, ik moet nu weg") == ["utter_stop_today"]
    assert fold(talk.log.assertions).value("reporter_phone") == "+32470000001"
    talk.say("hallo daar", "greet")
    assert talk.ask not in (None, "reporter_phone")


@pytest.mark.parametrize("channel", ["web_chat", "call_centre_agent"])
def test_beginning_again_is_asked_and_keeps_everything_in_the_history(monkeypatch, channel):
    author = "agent" if channel == "call_centre_agent" else "insured"
    talk = at(monkeypatch, "insured_legal_name", channel)
    said = len(talk.log.assertions)
    talk.say("opnieuw beginnen", "skip", 0.3, author)
    assert talk.ask == "confirm.restart"
    talk.say("ja", "affirm", 0.9, author)
    assert fold(talk.log.assertions).fields == {}
    assert len(talk.log.assertions) == said + 1
    talk.say("Een kapotte schijf.", author=author)
    assert "reporter_name" not in fold(talk.log.assertions).fields
    for _ in range(5):
        if talk.ask == "reporter_name":
            break
        talk.say("Dat weet ik niet.", "dont_know", author=author)
    talk.answers["Bo Claes"] = {"reporter_name": "Bo Claes"}
    talk.say("Bo Claes", author=author)
    state = fold(talk.log.assertions).fields["reporter_name"]
    assert (state.value, [a.value for a in state.history]) == ("Bo Claes", ["An Peeters", "Bo Claes"])


@pytest.mark.parametrize("no", ["nee", "Nee, toch niet.", "laat maar", "liever niet", "ga maar verder"])
def test_no_to_beginning_again_leaves_all_as_it_was(monkeypatch, no):
    talk = at(monkeypatch, "insured_legal_name")
    before = fold(talk.log.assertions)
    talk.say("ik wil opnieuw beginnen")
    assert talk.say(no, "deny") == ["utter_restart_not", "ask.insured_legal_name"]
    assert fold(talk.log.assertions) == before


def test_an_answer_to_the_question_before_is_heard_as_one(monkeypatch):
    """Who goes on with the open question in place of a yes or a no must not lose the answer."""
    talk = at(monkeypatch, "insured_legal_name")
    talk.say("ik wil opnieuw beginnen")
    talk.say("Peeters IT bv")
    assert fold(talk.log.assertions).value("insured_legal_name") == "Peeters IT bv"


def test_an_alarm_does_not_end_by_beginning_again(monkeypatch):
    talk = Talk(monkeypatch, KNOWN)
    talk.say("Ja, nog steeds.")
    talk.say("opnieuw beginnen")
    talk.say("ja", "affirm")
    assert any(s.status == "derived" for s in fold(talk.log.assertions).signals)


def test_after_the_hand_over_nothing_is_taken_away(monkeypatch):
    talk = at(monkeypatch, "handover")
    talk.say("ja", "affirm")
    if talk.log.status == "draft":  # asks for a way to be reached first
        talk.say("liever niet", "skip")
    before = fold(talk.log.assertions)
    assert talk.say("opnieuw beginnen", "restart")[0] == "utter_restart"
    assert talk.say("wie leest dit?", "skip")[0] == "utter_ask_readers"
    assert talk.say("wat vroeg u?", "skip")[0] in ("utter_nothing_open", "utter_repeat")
    assert fold(talk.log.assertions) == before


TELLS = [
    "De server is terug.", "De back-ups zijn veilig.", "We hebben alles opnieuw geïnstalleerd.", "Morgen", "Later", "Jan Terug",
    "Wij moesten van nul beginnen.", "De klant wil een kopie van zijn data terug.", "Wie heeft er toegang tot de server? Alleen wij.",
    "Nee, vorige week.", "Het waren klootzakken van hackers die alles hebben gewist.", "De klant was in paniek.", "Reset van alle wachtwoorden",
    "nog 5000 euro erbij", "een robotstofzuiger", "vanaf het begin", "Restart van de server hielp niet.", "Veilig Verkeer bv", "De Robot nv",
]  # fmt: skip


@pytest.mark.parametrize("text", TELLS)
def test_what_tells_something_is_no_digression(text):
    assert digressions.find(heard(text, ask="attack_vector")) is None


def test_the_classifier_alone_asks_nobody_to_begin_again():
    """A simulated insured told "een maand nu, en nog is niet alles hersteld"; taken for a restart, the yes to it emptied the file."""
    talk = Real()
    talk.say("Nee, het is gestopt.")
    for told in ("Een maand nu, en nog is niet alles hersteld.", "Dat is om het materiaal opnieuw te laten maken."):
        assert "utter_restart_check" not in talk.say(told, "restart")
    assert talk.say("Ik wil graag met een leeg blad beginnen.", "restart") == ["utter_restart_check"]


@given(st.text(max_size=260))
def test_any_text_can_be_looked_through(text):
    one = heard(text, ask="reporter_name")
    left = digressions.without(one)
    assert len(left.text) == len(text)
    found = digressions.find(one)
    assert found is None or all(0 <= s < e <= len(text) for s, e in found.spans)
