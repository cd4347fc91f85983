"""One running product for all talks."""

from collections.abc import Iterator

import httpx
import pytest

from tests.browser import product as products
from tests.conversations.insured import agent


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[products.Product]:
    running = products.start(tmp_path_factory.mktemp("house"))
    try:
        running.wait()
        yield running
    finally:
        running.stop()


@pytest.fixture
def client(house: products.Product) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=house.url, timeout=30) as made:
        yield made


@pytest.fixture(scope="session")
def staff(house: products.Product) -> tuple[httpx.Client, dict[str, str]]:
    """A logged-in agent; there is one one-time login, so one for all."""
    return agent(house.url, "balie", house.logins["balie"])
