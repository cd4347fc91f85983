"""The app with its own core and texts, and a line that hears at once."""

import pathlib
from collections.abc import Iterator

import pytest

from bot.services import core as cores
from bot.services.texts import Catalogue
from bot.wiring import ROOT
from tests.turn.served import Served, served

INSURER_SECRET = "a-secret-of-the-insurer-0123456789"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hostile")
    core = cores.real(Catalogue.load(ROOT / "domain.yml"))
    more = {"local_dir": str(folder / "local"), "insurer_secret": INSURER_SECRET, "openings_per_hour": 0}
    with served(folder, core, **more) as up:
        yield up


@pytest.fixture(scope="module")
def folder(house: Served) -> pathlib.Path:
    """Where this house keeps its database and files."""
    return pathlib.Path(house.system.services.documents.path("x" * 64)).parents[3]
