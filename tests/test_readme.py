"""The README tells the truth about settings, commands and the map."""

import dataclasses
import pathlib
import re
import subprocess
import sys

import pytest

from bot.cli import parser
from bot.settings import PREFIX, Settings

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TOP_LEVEL = {
    *("bot", "data", "actions", "models", "tests", "config.yml", "domain.yml", "README.md", "pyproject.toml", "Makefile", "requirements"),
    *(".ci", "bench", "deploy", "docs", "endpoints.yml", "credentials.yml", "LICENSE", "CHANGELOG.md", ".gitignore"),
}


def test_every_setting_stands_in_the_table_with_its_default_and_sentence() -> None:
    rows = dict(re.findall(r"^\| `(CLAIMLOKET_\w+)` \| (.*) \|$", README, re.MULTILINE))
    wanted = {}
    for one in dataclasses.fields(Settings):
        default = "needed" if one.default is dataclasses.MISSING else f"`{one.default}`" if one.default != "" else "empty"
        wanted[PREFIX + one.name.upper()] = f"{default} | {one.metadata['about']}"
    assert rows == wanted


def test_every_make_target_of_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"make ([a-z-]+)", README)) <= targets


def test_every_file_the_readme_names_exists() -> None:
    named = set(re.findall(r"`((?:docs|bot|data|tests|\.ci|bench)/[\w/.-]+)`", README))
    missing = [name for name in named if not (ROOT / name).exists()]
    assert not missing


def test_nothing_stands_at_the_top_that_the_shape_does_not_have() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert tracked
    assert {name.split("/")[0] for name in tracked} <= TOP_LEVEL


@pytest.mark.parametrize("command", sorted(parser()._subparsers._group_actions[0].choices))  # type: ignore[union-attr,arg-type]
def test_every_command_explains_itself(command: str) -> None:
    done = subprocess.run([sys.executable, "-m", "bot.cli", command, "--help"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "usage" in done.stdout
