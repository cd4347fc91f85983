"""Every text a person can read: it exists, it is short and plain, and it keeps to the speech rules (DOMAIN section 3)."""

import re
from pathlib import Path

import pytest

from bot.claims import errors
from bot.claims.contradictions import RULES
from bot.claims.export import DISCLOSED
from bot.claims.fields import FIELDS
from bot.claims.planner import BLOCKS
from bot.claims.replies import SIDE, TOPICS
from bot.claims.speech import forbidden_topic

from .talk import CATALOGUE, sentences

CORE = Path(errors.__file__).parent
TEXTS = {
    **{f"{name}#{i}": v["text"] for name, variants in CATALOGUE.items() for i, v in enumerate(variants)},
    **{f"ask.{f.name}": f.question for f in FIELDS.values()},
    **{f"ask.{f.name}#be": f.question_be for f in FIELDS.values() if f.question_be},
    **{f"why.{f.name}": f.why for f in FIELDS.values()},
    **{f"contradiction.{rule[0]}": rule[3] for rule in RULES},
}
# What would be a judgment on cover, guilt or paying, or a promise that nothing stands behind.
FORBIDDEN = (
    r"\b(?:u|dit|dat|het|uw schade) (?:bent?|is|zijn|wordt|worden) (?:niet |wel |volledig )?(?:gedekt|verzekerd|meeverzekerd)\b",
    r"\b(?:valt|vallen) (?:niet |wel )?onder (?:de|uw) (?:polis|dekking|verzekering)",
    r"\b(?:wij|we|de verzekeraar) (?:vergoeden|vergoedt|betalen|betaalt|keren|keert)\b",
    r"\bu krijgt\b", r"\bwordt (?:u )?vergoed\b", r"\buitkering\b", r"\buw fout\b", r"\buw schuld\b",
    r"\bu bent (?:niet )?(?:aansprakelijk|schuldig)\b",
    r"\bverliest u\b", r"\bbetaal (?:het losgeld|niet|wel|nu|de aanvallers)\b", r"\bbetaalt u (?:beter|best)\b",
    r"\b(?:is|was) strafbaar\b", r"\bde avg (?:geldt|is van toepassing)\b", r"\bu moet (?:dit )?melden\b",
    r"\bbinnen \d+ (?:minuten|uur|dagen|werkdagen)\b", r"\b(?:beloven|garanderen|garantie)\b", r"\bmorgen\b", r"\bzo snel mogelijk\b",
    r"\bspoedig\b", r"\bzullen wij\b", r"\bgaan wij\b", r"\bmaakt u geen zorgen\b", r"\bkomt goed\b",
    r"\brijksregister", r"\bbsn\b", r"\buw wachtwoord is\b",
)  # fmt: skip
HARD_WORDS = (
    "betreffende", "teneinde", "derhalve", "dienaangaande", "middels", "conform", "alsmede", "omtrent", "inzake", "reeds", "tevens",
    "dient u",
    "gelieve", "desgewenst", "onverwijld", "aldus", "hieromtrent", "voornoemd", "echter", "jij", "jouw", "je ",
)  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_judges_or_promises(name):
    assert not [p for p in FORBIDDEN if re.search(p, TEXTS[name].lower())]


@pytest.mark.parametrize("name", TEXTS)
def test_sentences_are_short(name):
    assert all(len(sentence.split()) <= 20 for sentence in sentences(TEXTS[name]))


@pytest.mark.parametrize("name", [name for name in TEXTS if not name.startswith("utter_line_is_dutch_")])  # test_foreign.py has their rules
def test_words_are_plain_and_polite(name):
    assert not [word for word in HARD_WORDS if re.search(rf"\b{word}", TEXTS[name].lower())]


def test_the_lint_finds_what_it_must_find():
    bad = (
        "Uw schade is gedekt.",
        "Wij vergoeden dit.",
        "Dat is uw fout.",
        "Betaal niet.",
        "U krijgt binnen 5 dagen antwoord.",
        "Maakt u geen zorgen.",
    )
    assert all(any(re.search(p, text.lower()) for p in FORBIDDEN) for text in bad)


@pytest.mark.parametrize("error", [errors.ClaimError, *errors.ClaimError.__subclasses__()])
def test_every_error_has_a_dutch_sentence(error):
    def tree(cls):
        return {cls, *(c for sub in cls.__subclasses__() for c in tree(sub))}

    assert {f"utter_{e.code}" for e in tree(error)} <= set(CATALOGUE)


def test_every_text_the_core_can_choose_is_in_the_catalogue():
    chosen = set(re.findall(r'"(utter_[a-z_]+[a-z])"', "\n".join(p.read_text(encoding="utf-8") for p in CORE.glob("*.py"))))
    chosen |= {f"utter_readback_{block}" for block in BLOCKS} | {name for name, _ in SIDE.values()} | set(DISCLOSED) | set(TOPICS.values())
    chosen |= {name.replace("utter_", "utter_agent_") for name in TOPICS.values()}
    assert chosen <= set(CATALOGUE)
    assert len(chosen) > 40


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_text_has_a_version(name):
    for variant in CATALOGUE[name]:
        assert variant["metadata"]["version"] >= 1
        assert variant["metadata"].get("language", "nl-NL") in ("nl-NL", "nl-BE")


def test_the_first_text_says_what_it_is_and_how_to_reach_a_person():
    text = CATALOGUE["utter_ai_disclosure"][0]["text"]
    assert "computer" in text
    assert "geen mens" in text
    assert "medewerker" in text


@pytest.mark.parametrize("name", ["utter_ask_coverage", "utter_ask_guilt", "utter_ask_pay_ransom"])
def test_neutral_texts_are_no_answer(name):
    for variant in CATALOGUE[name]:
        first = sentences(variant["text"])[0]
        assert re.match(r"(?:Dat|Daar|Daarover) .*(?:niet zeggen|niets over zeggen|geen advies)", first)


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda f: f.name)
def test_an_example_answer_is_no_question_on_cover_guilt_or_paying(field):
    assert forbidden_topic(field.example) is None
