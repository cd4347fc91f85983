"""`fields.toml` against the dictionary it was made from, and against the rules for its texts."""

import csv
import re
from pathlib import Path

import pytest

from bot.claims.conditions import CONDITIONS
from bot.claims.fields import FIELDS, GROUP_LABELS, MINIMUM, Field, load

DICTIONARY = Path(__file__).parent.parent / "cases" / "data_dictionary.csv"
NEED = {"MIN": "minimum", "opt": "optional"}


def dictionary() -> list[dict[str, str]]:
    with DICTIONARY.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["group"] != "derived" and row["required_when"] != "system"]


def test_has_every_field_that_a_person_states_in_the_order_of_the_dictionary():
    """A field may be added; none of these may go, or change its place."""
    names = [row["name"] for row in dictionary()]
    assert [name for name in FIELDS if name in names] == names
    assert len(names) == 133


@pytest.mark.parametrize("row", dictionary(), ids=lambda row: row["name"])
def test_agrees_with_the_dictionary(row):
    field = FIELDS[row["name"]]
    assert field.group == row["group"]
    assert field.sensitivity == row["sensitivity"]
    assert all(s in row["mapping"] for s in field.standards)
    if row["code_en"] not in ("-", "true|false"):
        wanted = re.sub(r";.*", "", re.sub(r"^\w+: ", "", row["code_en"])).strip()
        if "and the fine heads" in wanted or "as in allowed" in row["code_en"]:
            return
        codes = [c.strip() for c in wanted.removeprefix("locations: ").split("|")]
        assert set(codes) - {"unknown"} == set(field.codes)


@pytest.mark.parametrize("row", dictionary(), ids=lambda row: row["name"])
def test_is_minimum_or_optional_where_the_dictionary_says_so(row):
    said = row["required_when"].split()
    if said[0] == "MIN":
        assert FIELDS[row["name"]].need == "minimum"
    if "opt" in said:
        assert FIELDS[row["name"]].need == "optional"


def test_asks_thirteen_fields_in_the_minimum_notice():
    assert len(set(MINIMUM) & {row["name"] for row in dictionary()}) == 13
    assert MINIMUM[0] == "attack_status"


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.name)
def test_every_field_can_be_asked_explained_and_placed(field: Field):
    assert field.group in GROUP_LABELS
    assert field.question.endswith("?") or field.question.endswith(".")
    assert field.why.endswith(".")
    assert field.example
    assert field.label[0].isupper() or field.label.startswith("e-")
    for word in re.split(r" or | & ", field.when):
        assert word in CONDITIONS
    if field.kind in ("enum", "enum_multi"):
        assert len(field.codes) > 1


def test_every_rank_is_its_own_so_that_the_order_of_asking_is_certain():
    ranks = [field.rank for field in FIELDS.values()]
    assert len(ranks) == len(set(ranks))


def test_refuses_a_key_that_no_field_has():
    with pytest.raises(TypeError):
        load('[a]\ngroup = "meta"\ncolour = "red"\n')


def test_flemish_words_are_used_where_they_differ():
    assert "ondernemingsnummer" in FIELDS["insured_registration_number"].question_in("nl-BE")
    assert "KvK" in FIELDS["insured_registration_number"].question_in("nl-NL")
    assert FIELDS["reporter_name"].question_in("nl-BE") == FIELDS["reporter_name"].question_in("nl-NL")
