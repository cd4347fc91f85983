"""A name or number given in a short sentence is recorded without the sentence around it."""

import pytest

from bot.claims import names, strings
from tests.claims.talk import heard


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dat is Meubelhal Janssens nv.", "Meubelhal Janssens nv"),
        ("De naam is Bytewerk bvba.", "Bytewerk bvba"),
        ("Het is Vriesland B.V.", "Vriesland B.V."),
    ],
)
def test_the_full_stop_of_a_sentence_is_not_part_of_a_company_name(text: str, name: str) -> None:
    found = names.company(text)
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize("text", ["Dat is CY-647427.", "polisnr CY-647427", "CY-647427"])
def test_a_policy_number_counts_whatever_the_classifier_makes_of_it(text: str) -> None:
    found = strings.answer(heard(text, "dont_know", ask="policy_number"), "policy_number", [], refused=True)
    assert found is not None
    assert found[0] == "CY-647427"


def test_a_question_with_digits_is_no_policy_number() -> None:
    assert strings.answer(heard("Is dat 2026-11?", ask="policy_number"), "policy_number", [], refused=True) is None
