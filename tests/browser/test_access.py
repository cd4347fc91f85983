"""Everybody can use the pages: WCAG 2.2 AA as far as axe-core can tell, by keyboard alone, at 320 px, in the dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.product import Product
from tests.browser.talk import conversation, log_in, open_field, open_file, say, settled, status

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}}


def check(page: Page) -> None:
    found = Axe().run(page, options=WCAG)
    assert found.violations_count == 0, found.generate_report()
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"the page is {overflow} px too wide at {page.viewport_size}"


LOOKS = [(1280, "light"), (1280, "dark"), (320, "light"), (375, "dark")]


@pytest.fixture(params=LOOKS, ids=[f"{width}-{scheme}" for width, scheme in LOOKS])
def looks(request: pytest.FixtureRequest, page: Page) -> Page:
    width, scheme = request.param
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    return page


def test_the_chat_in_its_states(looks: Page, product: Product) -> None:
    looks.goto(product.url)
    looks.locator("#log article[data-ask]").first.wait_for()
    check(looks)  # the first question, with its choices
    say(looks, "Nee, alles draait weer. De aanvallers vroegen 10 bitcoin en versleutelden de servers van onze klant.")
    check(looks)
    looks.locator("#text").fill("Een regel\nnog een regel\n" * 12)
    check(looks)  # a tall box
    looks.get_by_text("Ik heb al een code").click()
    looks.get_by_label("Code van 12 cijfers").fill("BCDF-2345-GHJK")
    looks.get_by_role("button", name="Ga verder").click()
    expect(looks.locator("#notice")).to_contain_text("code klopt niet")
    check(looks)  # with a notice of trouble
    looks.context.set_offline(True)
    looks.locator("#text").fill("Dit wacht op verbinding.")
    looks.locator("#text").press("Enter")
    expect(looks.locator("#log .mine").last).to_have_attribute("data-state", "waiting")
    check(looks)
    looks.context.set_offline(False)
    settled(looks)


def test_the_pages_of_the_staff(looks: Page, product: Product) -> None:
    looks.goto(product.url)
    looks.locator("#log article[data-ask]").first.wait_for()
    say(
        looks,
        "Onze klant kan niet werken sinds maandag. Hackers vragen 10 bitcoin. Wij hebben ongeveer 30 klanten.",
    )
    claim = conversation(looks)
    looks.goto(f"{product.url}/inloggen")
    check(looks)
    looks.get_by_label("Naam").fill("schadebeheerder")
    looks.get_by_label("Wachtwoord of eenmalige code").fill("mis")
    looks.get_by_role("button", name="Inloggen").click()
    expect(looks.get_by_role("alert")).to_be_visible()
    check(looks)
    log_in(looks, product, "schadebeheerder")
    check(looks)
    open_file(looks, claim)
    assert looks.locator("mark").count() > 0
    check(looks)
    looks.locator(".words a").first.click()
    check(looks)  # with words lit up
    looks.goto(f"{product.url}/dossiers/geen-dossier")
    check(looks)
    looks.goto(f"{product.url}/balie")
    looks.locator("#log article").first.wait_for()
    check(looks)


def tab_to(page: Page, selector: str, most: int = 40) -> None:
    """Press Tab until what `selector` finds has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} was not reached with the keyboard")


def test_a_conversation_by_keyboard_alone(page: Page, product: Product) -> None:
    page.goto(product.url)
    page.locator("#log article[data-ask]").first.wait_for()
    tab_to(page, ".skip")
    page.keyboard.press("Enter")
    tab_to(page, "#text")
    page.keyboard.type("Nee, de aanval is gestopt.")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Een klant van ons is gehackt.")
    assert page.locator("#text").input_value() == "Nee, de aanval is gestopt.\nEen klant van ons is gehackt."
    page.keyboard.press("Enter")
    settled(page)
    assert page.evaluate("document.activeElement.id") == "text", "after sending, one can type on"
    tab_to(page, "[data-say^=Waarom]")
    field = open_field(page)
    page.keyboard.press("Enter")
    settled(page)
    assert open_field(page) == field, "after the reason, the same question is open"
    tab_to(page, "#human")
    before = page.locator("#log article").count()
    page.keyboard.press("Enter")
    expect(page.locator("#log article")).not_to_have_count(before)
    tab_to(page, "#submit")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "submit"
    assert status(page) == "draft", "Escape sends nothing"
    page.keyboard.press("Enter")
    tab_to(page, "dialog [value=yes]")
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-status", "handed_over")
    expect(page.locator("#log article").last).to_be_focused()
    page.reload()
    expect(page.locator("#text")).to_be_focused()


def test_a_quick_reply_is_reached_and_sent_by_keyboard(chat: Page) -> None:
    first = chat.locator("#choices button").first
    words = first.inner_text()
    tab_to(chat, "#choices button")
    chat.keyboard.press("Enter")
    settled(chat)
    assert chat.locator("#log .mine .msg-text").last.inner_text() == words


def test_a_value_leads_to_its_words_and_back_by_keyboard(page: Page, product: Product) -> None:
    page.goto(product.url)
    page.locator("#log article[data-ask]").first.wait_for()
    say(page, "Hackers vroegen 10 bitcoin aan onze klant. De klant heeft 7 bitcoin betaald.")
    claim = conversation(page)
    log_in(page, product, "schadebeheerder")
    open_file(page, claim)
    tab_to(page, "[data-field] .words a", most=120)
    quote = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    lit = "".join(page.locator("mark.on").all_inner_texts())
    assert lit == quote
    assert page.evaluate("document.activeElement.matches('mark.on')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == quote


def test_without_scripts_the_form_does_the_same(browser: Browser, product: Product) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nl-BE")
    page = context.new_page()
    page.goto(product.url)
    page.get_by_label("Uw verhaal of uw antwoord").fill("Nee, alles draait weer. De klant eist 39.746,41 euro exclusief btw. <b>Help</b>")
    page.get_by_role("button", name="Versturen").click()
    expect(page.locator("#log .mine")).to_have_count(1)
    expect(page.locator("#log .mine")).to_contain_text("39.746,41 euro exclusief btw. <b>Help</b>")
    said = page.locator("#log article").count()
    page.get_by_label("Uw verhaal of uw antwoord").fill("Dat weet ik niet.")
    page.get_by_role("button", name="Versturen").click()
    expect(page.locator("#log .mine")).to_have_count(2)
    assert page.locator("#log article").count() > said + 1, "the bot answered"
    assert page.locator("#log article[data-ask]").count() > 0
    context.close()
