"""The catalogue: variants, versions, facts."""

import pathlib

import pytest

from bot.claims.fields import FIELDS
from bot.claims.model import Say
from bot.services.texts import Catalogue, TextUnknown

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXTS = Catalogue(
    {
        "utter_a": [
            {"text": "Hallo {name}, bel {phone}.", "metadata": {"version": 2}},
            {"text": "Dag {name}.", "metadata": {"version": 3, "language": "nl-BE"}},
        ],
        "utter_b": [{"text": "Alleen hier."}],
    },
    {"phone": "112"},
)


def test_variants_versions_and_facts() -> None:
    dutch, flemish = (TEXTS.render(Say("utter_a", {"name": "An {x}"}), language) for language in ("nl-NL", "nl-BE"))
    assert (dutch.text, dutch.version) == ("Hallo An {x}, bel 112.", "2")
    assert (flemish.text, flemish.version) == ("Dag An {x}.", "3")
    assert TEXTS.render(Say("utter_b"), "nl-BE").text == "Alleen hier."


def test_questions_come_from_the_fields_with_a_version_of_their_words() -> None:
    shown = TEXTS.render(Say("ask.attack_status"), "nl-NL")
    assert shown.text == FIELDS["attack_status"].question
    assert len(shown.version) == 8


@pytest.mark.parametrize("unknown", ["utter_c", "ask.nothing", ""])
def test_an_unknown_text_is_an_error(unknown: str) -> None:
    with pytest.raises(TextUnknown):
        TEXTS.render(Say(unknown), "nl-NL")


def test_the_domain_has_a_version_for_every_text() -> None:
    texts = Catalogue.load(ROOT / "domain.yml")
    assert texts.render(Say("utter_queued"), "nl-NL").text == "Uw bericht is bewaard; we proberen het opnieuw."
