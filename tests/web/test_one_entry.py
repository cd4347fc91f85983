"""Adding a field is one entry in `fields.toml`: a copy of the project with one entry more, and everywhere that field is then seen."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
from typing import Any

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ENTRY = """
[two_step_login]
group = "attack"
label = "Inloggen in twee stappen"
kind = "object_list"
question = "Wie logt in met twee stappen?"
question_be = "Wie logt in met twee stappen, met itsme bijvoorbeeld?"
why = "Zo weten we hoe iemand binnen kon komen."
example = "alleen de beheerders"
need = "minimum"
when = "always"
rank = 15
sensitivity = "S"
standards = []
[two_step_login.parts]
who = { label = "voor wie", kind = "enum", said = "nobody", codes = { all = "alle mensen", admins = "beheerders", nobody = "niemand" } }
text = { label = "toelichting", kind = "text", answer = "text" }
since = { label = "sinds", kind = "date", latest = "now" }
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `one_entry.py` saw in the copy. Nothing but `fields.toml` differs there."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("bot", "actions", "tests/turn"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("domain.yml", "tests/__init__.py", "tests/web/one_entry.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    with (folder / "bot" / "claims" / "fields.toml").open("a", encoding="utf-8") as source:
        source.write(ENTRY)
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    run = subprocess.run(
        [sys.executable, "-m", "tests.web.one_entry", str(folder)],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    seen: dict[str, Any] = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    assert seen["where"].startswith(str(folder)), "the copy was looked at, not the project"
    return seen


def test_in_the_schema_the_api_types_and_the_documentation(found: dict[str, Any]) -> None:
    assert "two_step_login" in found["openapi"]["names"]
    assert found["openapi"]["value"]["items"]["properties"]["who"]["enum"] == ["all", "admins", "nobody"]
    assert found["schema"]["title"] == "Inloggen in twee stappen"
    assert found["served_schema"] == found["schema"]
    row = next(line for line in found["docs"].splitlines() if line.startswith("| `two_step_login`"))
    assert "Wie logt in met twee stappen?" in row
    assert "`admins` beheerders" in row


def test_asked_in_its_turn_with_its_reason_and_in_both_variants(found: dict[str, Any]) -> None:
    assert found["asked"]["ask"] == {"field": "two_step_login", "kind": "object_list"}
    assert "met itsme bijvoorbeeld?" in found["asked"]["text"], "the talk is in nl-BE"
    assert "Zo weten we hoe iemand binnen kon komen." in found["asked"]["text"]
    assert found["question"]["nl-NL"] == "Wie logt in met twee stappen?"


def test_an_answer_in_words_is_read_by_its_kind(found: dict[str, Any]) -> None:
    assert found["heard"]["value"] == [{"text": "Iedereen met een token", "who": "nobody"}]
    assert found["heard"]["evidence"][0]["quote"] == "Iedereen met een token"


def test_a_value_by_hand_is_checked_with_its_own_words(found: dict[str, Any]) -> None:
    assert found["wrong"]["pointer"] == "#/value/0/who"
    assert found["wrong"]["detail"] == (
        "Inloggen in twee stappen, voor wie: deze keuze bestaat hier niet. Kies uit: alle mensen, beheerders, niemand."
    )
    assert found["by_hand"]["value"] == [
        {"who": "admins", "text": "sinds mei", "since": {"value": "2026-05", "precision": "month", "approx": False}}
    ]


def test_shown_to_the_adjuster_with_its_labels(found: dict[str, Any]) -> None:
    page = found["adjuster"]
    assert "Inloggen in twee stappen" in page
    assert "beheerders; sinds mei; sinds: mei 2026" in page
    assert "two step login" not in page


def test_on_the_form_of_the_desk_with_a_control_for_each_part(found: dict[str, Any]) -> None:
    assert 'data-field="two_step_login"' in found["desk"]
    assert "Inloggen in twee stappen" in found["desk"]
    assert 'value="admins" selected' in found["control"]
    assert "sinds mei" in found["control"]
    assert 'value="2026-05-01"' in found["control"]
