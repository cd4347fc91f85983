"""The seed case, held in a real browser with the running product, and what the claim file makes of it."""

import json
import pathlib
import re
import subprocess
import sys
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.product import Product
from tests.browser.talk import GOLD, claim_file, log_in, open_field, say, talk_seed

CASES = pathlib.Path(__file__).parent.parent / "cases"


@pytest.fixture
def told(chat: Page) -> Page:
    talk_seed(chat)
    return chat


def test_the_seed_becomes_a_claim_file_an_adjuster_can_trust(told: Page, product: Product, tmp_path: pathlib.Path) -> None:
    claim = claim_file(told, product)
    file = tmp_path / "claim.json"
    file.write_text(json.dumps(claim), encoding="utf-8")
    scored = subprocess.run([sys.executable, CASES / "score_seed.py", file], capture_output=True, text=True, check=True).stdout
    exact, evidence = (int(n) for n in re.search(r"exact (\d+)/24, evidence (\d+)/7", scored).groups())  # type: ignore[union-attr]
    assert exact >= 18, scored
    assert evidence >= 5, scored
    assert claim["losses"]["ransom"]["status"] == "claimed", scored
    assert claim["status"] == "handed_over"
    assert claim["number"]

    summed = {Decimal(str(line["amount"])) for loss in claim["losses"].values() for line in loss["amounts"]}
    assert not summed & {Decimal(amount) for amount in GOLD["never_summed_as_loss"]}

    quotes_stand_at_their_offsets(claim)
    the_adjuster_sees_it(told, product, claim)


def quotes_stand_at_their_offsets(claim: dict) -> None:
    texts = {message["id"]: message["text"] for message in claim["transcript"]}
    found = [evidence for field in claim["fields"].values() for evidence in field["evidence"]]
    assert found
    for one in found:
        assert texts[one["message_id"]][one["start"] : one["end"]] == one["quote"]


def the_adjuster_sees_it(page: Page, product: Product, claim: dict) -> None:
    """Every quote of the page leads to words in the transcript that begin it."""
    log_in(page, product, "schadebeheerder")
    page.get_by_role("link", name=claim["number"]).click()
    expect(page.locator("[data-field=demand_amount] .value")).to_contain_text("39.746,41")
    links = page.locator(".words a").evaluate_all(
        "links => links.map(link => [link.textContent, document.getElementById(link.hash.slice(1))?.textContent ?? ''])"
    )
    assert len(links) > 20
    for quote, words in links:
        assert words, quote
        assert quote.startswith(words), (quote, words)


def test_a_reload_in_the_middle_keeps_everything(chat: Page) -> None:
    for text in GOLD["opening"]:
        say(chat, text)
    chat.locator("#text").fill("Ik was dit nog aan het typen")
    before, field = chat.locator("#log .msg-text").all_inner_texts(), open_field(chat)
    code = chat.locator("#code").inner_text()
    chat.reload()
    expect(chat.locator("#log article")).to_have_count(len(before))
    assert chat.locator("#log .msg-text").all_inner_texts() == before
    assert open_field(chat) == field
    assert chat.locator("#text").input_value() == "Ik was dit nog aan het typen"
    assert chat.locator("#code").inner_text() == code
    expect(chat.locator("#log .mine").last).to_have_attribute("data-state", "heard")


def test_a_code_opens_the_conversation_on_another_device(chat: Page, product: Product) -> None:
    say(chat, GOLD["opening"][0])
    code, before = chat.locator("#code").inner_text(), chat.locator("#log .msg-text").all_inner_texts()
    other = chat.context.browser.new_context(locale="nl-NL").new_page()  # type: ignore[union-attr]
    other.goto(product.url)
    other.locator("#log article[data-ask]").first.wait_for()
    other.get_by_text("Ik heb al een code").click()
    other.get_by_label("Code van 12 cijfers").fill(code.lower())
    other.get_by_role("button", name="Ga verder").click()
    expect(other.locator("#log .mine")).to_have_count(1)
    expect(other.locator("#log article")).to_have_count(len(before) + 2)  # where we were, and the open question
    assert other.locator("#log .msg-text").all_inner_texts()[: len(before)] == before
    other.context.close()


def test_a_new_report_leaves_the_earlier_one_behind(chat: Page, product: Product) -> None:
    say(chat, GOLD["opening"][0])
    code, first = chat.locator("#code").inner_text(), claim_file(chat, product)["id"]
    chat.get_by_role("button", name="Een nieuwe melding beginnen").click()
    expect(chat.locator("#code")).to_have_text(re.compile(rf"^(?!{code})\d{{3}} \d{{3}} \d{{3}} \d{{3}}$"))
    expect(chat.locator("#log .mine")).to_have_count(0)
    assert claim_file(chat, product)["id"] != first
