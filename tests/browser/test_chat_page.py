"""The chat page in the hand: what it opens with, what may be ticked, what it asks before it hands in, what an agent sees beside it."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.product import Product
from tests.browser.talk import claim_file, hand_in, log_in, say
from tests.browser.test_access import check, tab_to

PHONE = {"width": 375, "height": 667}
SEVERAL = "Nee, alles draait weer."
CONTRAST = """element => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  let ground = element;
  while (ground && (rgb(getComputedStyle(ground).backgroundColor)[3] ?? 1) === 0) ground = ground.parentElement;
  if (getComputedStyle(element).opacity !== "1") return 0;
  const [one, two] = [light(rgb(getComputedStyle(element).color)), light(rgb(getComputedStyle(ground).backgroundColor))];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}"""


def ask_several(page: Page) -> None:
    """Answer until a question is open of which more than one answer may be true."""
    for text in (SEVERAL, "Hackers hebben een klant geraakt."):
        say(page, text)
    expect(page.locator(".chip-toggle").first).to_be_visible()


def test_a_first_visit_opens_at_the_top_with_the_box_in_reach(page: Page, product: Product) -> None:
    page.set_viewport_size(PHONE)
    page.goto(product.url)
    page.locator("#log article[data-ask]").first.wait_for()
    page.wait_for_timeout(400)
    assert page.evaluate("scrollY") == 0
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    expect(page.locator("#log article").first).to_be_in_viewport(ratio=1)
    expect(page.locator("#text")).to_be_in_viewport(ratio=1)


def test_many_choices_leave_room_for_the_question_and_the_box(chat: Page) -> None:
    chat.set_viewport_size(PHONE)
    ask_several(chat)
    chat.wait_for_timeout(400)
    expect(chat.locator("#text")).to_be_in_viewport(ratio=1)
    free = chat.evaluate("innerHeight - document.getElementById('say').offsetHeight")
    assert chat.locator("#choices").bounding_box()["height"] < free * 0.65  # type: ignore[index]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_choices_can_be_read_in_every_state(chat: Page, scheme: str) -> None:
    chat.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    ask_several(chat)
    ticked, other = chat.locator(".chip-toggle").nth(0), chat.locator(".chip-toggle").nth(1)
    buttons = {"free": other, "sent": chat.locator(".chip-done"),
               "helper": chat.locator(".chip.quiet").first, "person": chat.locator("#human"),
               "hand in": chat.locator("#submit"), "send": chat.locator(".send")}  # fmt: skip
    assert buttons["sent"].is_disabled()
    assert buttons["sent"].evaluate(CONTRAST) >= 4.5, "disabled"
    ticked.click()
    for name, button in {"ticked": ticked, **buttons}.items():
        chat.mouse.move(0, 0)
        assert button.evaluate(CONTRAST) >= 4.5, name
        button.hover()
        assert button.evaluate(CONTRAST) >= 4.5, f"{name}, hover"
        button.focus()
        assert button.evaluate(CONTRAST) >= 4.5, f"{name}, focus"
        chat.mouse.down()
        assert button.evaluate(CONTRAST) >= 4.5, f"{name}, pressed"
        chat.mouse.move(0, 0)  # let go elsewhere: nothing is pressed
        chat.mouse.up()


def test_ticked_answers_survive_a_reload_and_go_when_sent(chat: Page) -> None:
    ask_several(chat)
    names = chat.locator(".chip-toggle").all_inner_texts()
    for i in (0, 2):
        chat.locator(".chip-toggle").nth(i).click()
    chat.reload()
    expect(chat.locator("[aria-pressed=true]")).to_have_count(2)
    expect(chat.locator(".chip-done")).to_be_enabled()
    chat.locator(".chip-done").click()
    expect(chat.locator("#log .mine .msg-text").last).to_have_text(f"{names[0]}, {names[2]}")
    assert chat.evaluate("localStorage.getItem('claimloket.web_chat.ticked')") is None


def test_handing_in_sends_what_was_not_sent_yet(chat: Page, product: Product) -> None:
    ask_several(chat)
    name = chat.locator(".chip-toggle").first.inner_text()
    chat.locator(".chip-toggle").first.click()
    chat.locator("#text").fill("Bel mij op 0470 12 34 56, ik ben An Claes.")
    chat.locator("#submit").click()
    dialog = chat.get_by_role("dialog", name="Weet u het zeker?")
    expect(dialog).to_contain_text("nog niet is verstuurd")
    expect(dialog).to_contain_text("We weten nog niet hoe we u kunnen bereiken")
    check(chat)
    dialog.get_by_role("button", name="Nog niet").click()
    expect(chat.locator("#text")).to_have_value(re.compile("An Claes"))
    hand_in(chat)
    expect(chat.locator("#log article").last).to_be_focused()
    said = [one["text"] for one in claim_file(chat, product)["transcript"] if one["author"] == "insured"]
    assert said[-2:] == [name, "Bel mij op 0470 12 34 56, ik ben An Claes."]
    expect(chat.locator("#text")).to_have_value("")
    expect(chat.locator("#before")).to_be_hidden()
    expect(chat.locator("#submit")).to_be_disabled()


def test_no_warning_once_somebody_can_be_reached(chat: Page) -> None:
    say(chat, "De aanval is gestopt. Mijn telefoonnummer is 0470 12 34 56.")
    chat.locator("#submit").click()
    expect(chat.get_by_role("dialog")).to_be_visible()
    expect(chat.locator("#confirm-contact")).to_be_hidden()
    expect(chat.locator("#confirm-draft")).to_be_hidden()


def test_progress_is_one_line_that_never_falls(chat: Page) -> None:
    expect(chat.locator("#basics")).to_have_text("Basisvragen: 0 van de 13 klaar.")
    seen = [0]
    for text in ("De aanval is gestopt.", "Hackers versleutelden de servers van onze klant en vroegen 10 bitcoin.", "Dat weet ik niet."):
        say(chat, text)
        chat.wait_for_timeout(700)
        seen.append(int(re.search(r": (\d+) van de 13", chat.locator("#basics").inner_text())[1]))  # type: ignore[index]
    assert seen == sorted(seen)
    assert seen[2] > seen[1] > 0
    expect(chat.locator("#progress")).to_be_hidden()


def test_an_agent_has_level_and_facts_beside_the_talk(page: Page, product: Product) -> None:
    log_in(page, product, "balie")
    page.goto(f"{product.url}/balie")
    page.locator("#log article").first.wait_for()
    say(page, "IT-bedrijf aan de lijn, naam An Claes. Klant ligt plat, bijna alle servers versleuteld. Aanvallers vragen 10 bitcoin.")
    expect(page.locator("#level")).to_have_text("P1 · Nu een mens nodig")
    expect(page.locator("[data-field=ransom_demand_amount] .desk-value")).to_have_text("10 BTC")
    expect(page.locator("#level")).to_be_in_viewport()
    expect(page.locator("#log .mine .msg-who")).to_have_text("Balie")
    panel = page.locator(".panel").inner_text()
    for words in ("Hoe ver u bent", "U praat met een computer", "Uw code"):
        assert words not in panel
    check(page)
    facts = page.locator("[data-group=known]").inner_text()
    page.reload()
    expect(page.locator("[data-group=known]")).to_have_text(facts, use_inner_text=True)


def test_a_fleming_reads_flemish_and_can_choose_by_keyboard(browser: Browser, product: Product) -> None:
    context = browser.new_context(locale="nl-BE")
    page = context.new_page()
    page.goto(product.url)
    page.locator("#log article[data-ask]").first.wait_for()
    expect(page.locator("html")).to_have_attribute("lang", "nl-BE")
    expect(page.locator("#log article").first).to_contain_text("schadebeheerder")
    expect(page.locator("#submit")).to_have_text("Schadeaangifte versturen")
    say(page, "Onze klant is gehackt.")
    page.locator("#text").fill("half getypt")
    tab_to(page, "[data-language-choice][value='nl-NL']", most=60)
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "nl-NL")
    expect(page.locator("#log .mine")).to_have_count(1)
    expect(page.locator("#text")).to_have_value("half getypt")
    expect(page.locator("[data-language-choice][aria-current=true]")).to_have_text("Nederland")
    page.locator("#text").fill("")
    hand_in(page)
    expect(page.locator("#log article").last).to_contain_text("schadebehandelaar")
    expect(page.locator("#submit")).to_have_text("Melding is verstuurd")
    assert claim_file(page, product)["language"] == "nl-NL"
    context.close()
