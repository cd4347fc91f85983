"""Every example in docs/values.md gives what the page says."""

import pathlib

import pytest

from .reading import read

PAGE = (pathlib.Path(__file__).parents[2] / "docs" / "values.md").read_text(encoding="utf-8")
READ, LEFT = PAGE.split("## Left alone on purpose")


def rows(part: str) -> list[tuple[str, str]]:
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("| ")]
    return [(text, said) for text, said in cells if text != "text"]


@pytest.mark.parametrize(("text", "reading"), rows(READ))
def test_is_read_as_the_page_says(text: str, reading: str) -> None:
    assert read(text) == reading


@pytest.mark.parametrize("text", [text for text, _ in rows(LEFT)])
def test_is_left_alone_as_the_page_says(text: str) -> None:
    assert read(text) == ""


def test_the_page_has_examples() -> None:
    assert len(rows(READ)) > 50
    assert len(rows(LEFT)) > 10
