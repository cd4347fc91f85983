"""The talks of talks/: each a conversation that the running product must hold."""

import pathlib

import httpx
import pytest

from tests.browser.product import Product
from tests.conversations.talks import FOLDER, fits, load, play

TALKS = sorted(FOLDER.glob("*.yml"))


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_the_talk_goes_as_written(path: pathlib.Path, house: Product, client: httpx.Client, request: pytest.FixtureRequest) -> None:
    talk = load(path)
    who, headers = client, {}
    if talk.get("channel") == "call_centre_agent":
        who, headers = request.getfixturevalue("staff")
    with httpx.Client(base_url=house.url, timeout=30) as fresh:
        play(talk, who, headers, fresh)


def test_a_value_fits_by_its_wanted_parts_only() -> None:
    assert fits({"amount": "7"}, {"amount": "7", "asset": "BTC"})
    assert not fits({"amount": "7"}, {"amount": "10", "asset": "BTC"})
    assert fits(["a", "b"], ["b", "a"])
    assert not fits(["a"], ["a", "b"])
    assert not fits(True, None)
