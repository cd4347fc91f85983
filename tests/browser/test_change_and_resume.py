"""A button beside what was read back, withdrawing, and coming back by code on another device, with scripts and without."""

import json
import os
import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.product import Product
from tests.browser.talk import open_field, say

STORY = (
    "Vorige week zijn de servers van onze klant Bakkerij De Wit versleuteld door ransomware. Alles werkt nu weer. "
    "Ze hebben geen losgeld betaald en de klant vraagt 12.000 euro schadevergoeding."
)


def shot(page: Page, name: str) -> None:
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png")


def to_readback(page: Page) -> None:
    say(page, STORY)
    for _ in range(40):
        field = open_field(page) or ""
        if field == "confirm.contact":
            return
        say(page, {"reporter_name": "An Peeters", "reporter_phone": "0470 12 34 56"}.get(field, "Dat weet ik niet."))


def test_an_item_that_was_read_back_is_changed_by_keyboard_on_a_phone(chat: Page) -> None:
    chat.set_viewport_size({"width": 375, "height": 760})
    to_readback(chat)
    button = chat.get_by_role("button", name="Wijzig telefoonnummer")
    button.focus()
    shot(chat, "readback-375")
    assert not Axe().run(chat).response["violations"]
    chat.keyboard.press("Enter")
    expect(chat.locator("#log article").last).to_have_attribute("data-ask", "reporter_phone")
    say(chat, "0471 00 00 02")
    expect(chat.locator("#log article").last).to_have_attribute("data-ask", "confirm.contact")
    expect(chat.locator("#log article").last).to_contain_text("471000002")
    expect(chat.get_by_role("button", name="Wijzig telefoonnummer")).to_have_count(1)
    chat.set_viewport_size({"width": 1280, "height": 860})
    shot(chat, "readback-1280")


def test_another_device_goes_on_by_code_and_withdraws(chat: Page, browser: Browser, product: Product) -> None:
    say(chat, "Onze mailserver is gehackt.")
    code = json.loads(chat.evaluate("localStorage.getItem('claimloket.web_chat.session')"))["code"]
    other = browser.new_context(locale="nl-NL", viewport={"width": 375, "height": 760}).new_page()
    other.goto(product.url)
    other.locator("#log article[data-ask]").first.wait_for()
    other.locator("#have-code summary").click()
    other.locator("#resume-code").fill(code)
    other.locator("#resume-code").press("Enter")
    expect(other.locator("#log")).to_contain_text("Welkom terug.")
    expect(other.locator("#log")).to_contain_text("Onze mailserver is gehackt.")
    shot(other, "resumed-375")
    other.locator("#withdraw").click()
    shot(other, "withdraw-375")
    assert not Axe().run(other).response["violations"]
    other.get_by_role("dialog").get_by_role("button", name="Ja, intrekken").click()
    expect(other.locator("body")).to_have_attribute("data-status", "withdrawn")
    expect(other.locator("#log")).to_contain_text("ingetrokken")
    other.context.close()


def test_without_scripts_the_code_stands_on_the_page(browser: Browser, product: Product) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 760})
    page = context.new_page()
    page.goto(product.url)
    page.locator("#text").fill("Onze server ligt plat.")
    page.get_by_role("button", name="Versturen", exact=True).click()
    expect(page.locator("#code")).to_have_text(re.compile(r"^\d{3} \d{3} \d{3} \d{3}$"))
    page.locator("#code").scroll_into_view_if_needed()
    shot(page, "noscript-code-375")
    context.close()
