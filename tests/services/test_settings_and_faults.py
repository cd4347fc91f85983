"""Settings name what is missing, keep secrets to themselves, and never let a fault into production."""

import pathlib

import pytest

from bot.services import faults
from bot.settings import PREFIX, SettingMissing, SettingRefused, Settings

NEEDED = {"CLAIMLOKET_DATABASE_URL": "sqlite:///x", "CLAIMLOKET_ACTION_SECRET": "s" * 32, "CLAIMLOKET_SESSION_SECRET": "t" * 32}


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_value_names_itself(name: str) -> None:
    with pytest.raises(SettingMissing, match=name):
        Settings.from_env({key: value for key, value in NEEDED.items() if key != name})


@pytest.mark.parametrize(
    ("name", "value"),
    [("ACTION_SECRET", "short"), ("PORT", "eighty"), ("COOKIE_SECURE", "maybe"), ("ENVIRONMENT", "staging"), ("FAULT", "after:store=kill")],
)
def test_a_wrong_value_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingRefused, match=PREFIX + name):
        Settings.from_env({**NEEDED, PREFIX + name: value})


def test_values_have_their_kinds_and_secrets_do_not_show() -> None:
    found = Settings.from_env(
        {**NEEDED, "CLAIMLOKET_PORT": "81", "CLAIMLOKET_COOKIE_SECURE": "1", "CLAIMLOKET_HEARD_WITHIN_SECONDS": "2.5"}
    )
    assert (found.port, found.cookie_secure, found.heard_within_seconds) == (81, True, 2.5)
    assert "ssss" not in repr(found)
    assert "tttt" not in repr(found)


def test_a_fault_is_known_and_happens_once(tmp_path: pathlib.Path) -> None:
    for wrong in ("after:store", "after:lunch=kill", "after:store=sing"):
        with pytest.raises(ValueError, match="unknown fault"):
            faults.arm(wrong)
    Settings.from_env({**NEEDED, "CLAIMLOKET_ENVIRONMENT": "test", "CLAIMLOKET_FAULT": "after:store=kill"})
    faults.arm("")
    faults.reached("after:store")  # nothing armed: nothing happens
