"""The doors of the staff in a browser: the way in, the desk, the way out."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.product import Product
from tests.browser.talk import conversation, log_in, say


def test_pages_of_the_staff_lead_to_the_login_and_back(page: Page, product: Product) -> None:
    page.goto(f"{product.url}/balie")
    expect(page).to_have_url(f"{product.url}/inloggen?naar=/balie")
    log_in(page, product, "balie")
    page.goto(f"{product.url}/balie")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Balie")


def test_an_agent_types_for_a_caller(page: Page, product: Product) -> None:
    log_in(page, product, "balie")
    page.get_by_role("link", name="Balie").click()
    page.locator("#log article").first.wait_for()
    text = "IT-bedrijf aan de lijn. Klant ligt plat, bijna alle servers versleuteld. Aanvallers vragen 10 bitcoin."
    say(page, text)
    claim = conversation(page, "call_centre_agent")
    page.get_by_role("link", name="Dossiers").click()
    row = page.locator("tbody tr", has=page.locator(f'a[href="/dossiers/{claim}"]'))
    expect(row.locator(".badge.level-P1")).to_be_visible()
    row.get_by_role("link").click()
    expect(page.locator(".meta")).to_contain_text("balie")
    expect(page.locator(".by-agent .msg-text")).to_have_text(text)


def test_the_list_shows_one_urgency_when_asked(staff: Page, product: Product) -> None:
    staff.get_by_label("Urgentie").select_option("P1")
    staff.get_by_role("button", name="Toon").click()
    levels = staff.locator("tbody .badge").all_inner_texts()
    assert set(levels) <= {"P1"}
    staff.goto(f"{product.url}/dossiers?triage=onzin")
    expect(staff.get_by_role("heading", name="Dossiers")).to_be_visible()


def test_after_logging_out_the_files_are_closed(staff: Page, product: Product) -> None:
    staff.get_by_role("button", name="Uitloggen").click()
    expect(staff).to_have_url(f"{product.url}/inloggen")
    staff.goto(f"{product.url}/dossiers")
    expect(staff.get_by_role("heading", name="Inloggen voor medewerkers")).to_be_visible()
    staff.go_back()
    expect(staff.locator("table")).to_have_count(0)


def test_what_another_sees_live(browser: Browser, chat: Page, product: Product) -> None:
    """Two devices with one conversation: what is said on one appears on the other, once."""
    code = chat.locator("#code").inner_text()
    other = browser.new_context().new_page()
    other.goto(product.url)
    other.locator("#log article[data-ask]").first.wait_for()
    other.get_by_text("Ik heb al een code").click()
    other.get_by_label("Code van 12 cijfers").fill(code)
    other.get_by_role("button", name="Ga verder").click()
    expect(other.locator("#log article").last).to_have_attribute("data-ask", re.compile("."))
    expect(chat.locator("#log article")).to_have_count(other.locator("#log article").count())
    say(chat, "De aanval is gestopt.")
    expect(other.locator("#log article")).to_have_count(chat.locator("#log article").count())
    assert other.locator("#log .msg-text").all_inner_texts() == chat.locator("#log .msg-text").all_inner_texts()
    other.context.close()
