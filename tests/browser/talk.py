"""What the browser tests do again and again: say something, wait for the answer, read the open question, log in."""

import json
import pathlib
from typing import Any

import httpx
from playwright.sync_api import Page, expect

from tests.browser.product import Product

GOLD = json.loads((pathlib.Path(__file__).parent.parent / "cases" / "seed_gold.json").read_text(encoding="utf-8"))
PASSWORD = "een lange zin voor {}"


def say(page: Page, text: str) -> None:
    """Type and send one message, and wait until it was answered."""
    page.locator("#text").fill(text)
    page.locator("#text").press("Enter")
    settled(page)


def settled(page: Page) -> None:
    """Nothing is on its way any more, and the last thing said was heard."""
    expect(page.locator("#log")).to_have_attribute("data-underway", "0", timeout=30_000)
    expect(page.locator("#log .mine").last).to_have_attribute("data-state", "heard", timeout=30_000)


def open_field(page: Page) -> str | None:
    """The field of the open question: the last one asked after the person's last words."""
    fields: list[str] = page.locator("#log article").evaluate_all(
        "all => { const own = all.findLastIndex(one => one.classList.contains('mine'));"
        " return all.slice(own + 1).map(one => one.dataset.ask).filter(Boolean); }"
    )
    return fields[-1] if fields else None


def status(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-status")


def talk_seed(page: Page, most: int = 45) -> None:
    """Hold the seed conversation until it is handed over: answers by the open field, read-backs confirmed."""
    for text in GOLD["opening"]:
        say(page, text)
    for _ in range(most):
        if status(page) == "handed_over":
            return
        field = open_field(page) or ""
        say(page, "Ja, dat klopt." if field.startswith("confirm.") else GOLD["answers"].get(field, GOLD["default"]))
    hand_in(page)


def hand_in(page: Page) -> None:
    """Hand the claim in, and say that one is sure."""
    page.locator("#submit").click()
    page.get_by_role("dialog").get_by_role("button", name="Ja, versturen").click()
    expect(page.locator("body")).to_have_attribute("data-status", "handed_over")


def claim_file(page: Page, product: Product) -> dict[str, Any]:
    """The claim file of this browser's conversation, through the API."""
    session = json.loads(page.evaluate("localStorage.getItem('claimloket.web_chat.session')"))
    path = f"{product.url}/api/v1/conversations/{session['id']}/claim-file"
    answer = httpx.get(path, headers={"Authorization": f"Bearer {session['token']}"}, timeout=20)
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found


def conversation(page: Page, channel: str = "web_chat") -> str:
    """The id of this browser's conversation."""
    return str(page.evaluate("name => JSON.parse(localStorage.getItem(name)).id", f"claimloket.{channel}.session"))


def open_file(page: Page, id: str) -> None:
    """Open the claim file from the list, where the urgent ones come first."""
    page.locator(f'tbody a[href="/dossiers/{id}"]').click()
    expect(page.locator("#fields")).to_be_visible()


def log_in(page: Page, product: Product, name: str) -> None:
    """Log in; at the first time with the one-time login, which asks for a password."""
    page.goto(f"{product.url}/dossiers")
    page.get_by_label("Naam").fill(name)
    page.get_by_label("Wachtwoord of eenmalige code").fill(product.passwords.get(name, product.logins[name]))
    page.get_by_role("button", name="Inloggen").click()
    if name not in product.passwords:
        chosen = PASSWORD.format(name)
        page.get_by_label("Oud wachtwoord").fill(product.logins[name])
        page.get_by_label("Nieuw wachtwoord", exact=True).fill(chosen)
        page.get_by_label("Nieuw wachtwoord, nog een keer").fill(chosen)
        page.get_by_role("button", name="Opslaan").click()
        product.passwords[name] = chosen
    expect(page.get_by_role("heading", name="Dossiers")).to_be_visible()
