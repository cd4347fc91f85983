"""One running product and one Chromium for all browser tests; a fresh browser profile for each."""

import os
import pathlib
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.browser import product as products
from tests.browser.talk import log_in

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
ON_THE_MACHINE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HERE = pathlib.Path(__file__).parent


def chromium(playwright: Playwright) -> str | None:
    """A Chromium of the machine, else the one Playwright has or can fetch; None when there is none."""
    for name in ON_THE_MACHINE:
        if found := shutil.which(name):
            return found
    own = playwright.chromium.executable_path
    if not os.path.exists(own):
        try:
            subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], timeout=300, check=False, capture_output=True)
        except subprocess.TimeoutExpired:
            return None
    return own if os.path.exists(own) else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            pytest.skip("no Chromium on this machine, and Playwright could not fetch one")
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def product(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[products.Product]:
    """The real product: trained Rasa, the app, SQLite. Only started where there is a browser to use it with."""
    running = products.start(tmp_path_factory.mktemp("product"))
    try:
        running.wait()
        yield running
    finally:
        running.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 860})
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, product: products.Product) -> Iterator[Page]:
    """A page at the product's address; an error in a script or a refused resource fails the test."""
    made = context.new_page()
    troubles: list[str] = []
    made.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    made.on("console", lambda message: troubles.append(message.text) if "Content Security Policy" in message.text else None)
    made.on("request", lambda request: troubles.append(f"outside: {request.url}") if not request.url.startswith(product.url) else None)
    yield made
    assert not troubles


@pytest.fixture
def chat(page: Page, product: products.Product) -> Page:
    """The chat with its first question open."""
    page.goto(product.url)
    page.locator("#log article[data-ask]").first.wait_for()
    return page


@pytest.fixture
def staff(page: Page, product: products.Product) -> Page:
    """The list of claim files, logged in as the adjuster."""
    log_in(page, product, "schadebeheerder")
    return page
