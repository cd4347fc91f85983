"""What goes wrong on the way: Rasa dies, the line breaks, a text is too long, a text is hostile."""

import contextlib
import json
import os
import signal
import sqlite3
import time

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.product import Product
from tests.browser.talk import claim_file, conversation, log_in, open_file, say, settled

HOSTILE = (
    "<script>document.body.dataset.hacked = 1</script>",
    '<img src=x onerror="document.body.dataset.hacked = 1"> mijn bedrijf heet <b>Vet</b>',
    '"><svg/onload=document.body.dataset.hacked=1> javascript:document.body.dataset.hacked=1',
    "{{ 7 * 7 }} ${7 * 7} {% raw %} </textarea></p><h1>kop</h1>",
    "&lt;i&gt; &amp; \u202eomgekeerd\u202c e\u0301 👩‍👩‍👧 ﷽",
)


def test_rasa_dies_and_nothing_is_lost(chat: Page, product: Product) -> None:
    say(chat, "Nee, de aanval is gestopt.")
    os.kill(product.rasa_pid(), signal.SIGKILL)
    text = "De klant heeft 7 bitcoin betaald."
    chat.locator("#text").fill(text)
    chat.locator("#text").press("Enter")
    expect(chat.locator("#notice")).to_have_text("Uw bericht is bewaard; we proberen het opnieuw.", timeout=15_000)
    mine = chat.locator("#log .mine").last
    expect(mine).to_have_attribute("data-state", "queued")
    expect(mine.locator(".msg-state")).to_contain_text("in de wacht")
    chat.locator("#text").fill("Dat was vorige week.")
    chat.locator("#text").press("Enter")

    expect(chat.locator("#log .from-bot").last).to_be_visible()
    expect(chat.locator("#log .mine").nth(1)).to_have_attribute("data-state", "heard", timeout=90_000)
    expect(chat.locator("#log .mine").nth(2)).to_have_attribute("data-state", "heard", timeout=60_000)
    expect(chat.locator("#notice")).to_have_text("")
    transcript = [one["text"] for one in claim_file(chat, product)["transcript"] if one["author"] == "insured"]
    assert transcript == ["Nee, de aanval is gestopt.", text, "Dat was vorige week."]
    assert chat.locator("#log .mine .msg-text").all_inner_texts() == transcript
    wait_for_rasa(product)


def wait_for_rasa(product: Product) -> None:
    end = time.monotonic() + 60
    while product.ready()["rasa"] != "up" and time.monotonic() < end:
        time.sleep(0.3)


def test_the_app_dies_and_the_talk_goes_on(chat: Page, product: Product) -> None:
    """The page sends again what was not stored, and its live updates come back by themselves."""
    say(chat, "Nee, de aanval is gestopt.")
    os.kill(product.app_pid(), signal.SIGKILL)
    text = "De klant heeft 7 bitcoin betaald."
    chat.locator("#text").fill(text)
    chat.locator("#text").press("Enter")
    expect(chat.locator("#log .mine").last).to_have_attribute("data-state", "heard", timeout=60_000)
    settled(chat)
    expect(chat.locator("#notice")).to_have_text("")
    assert [one["text"] for one in claim_file(chat, product)["transcript"] if one["author"] == "insured"] == [
        "Nee, de aanval is gestopt.",
        text,
    ]
    # Said elsewhere, it must appear here through the new live connection.
    session = json.loads(chat.evaluate("localStorage.getItem('claimloket.web_chat.session')"))
    headers = {"Authorization": f"Bearer {session['token']}", "Idempotency-Key": "elders"}
    httpx.post(f"{product.url}/api/v1/conversations/{session['id']}/messages", json={"text": "Elders getypt."}, headers=headers, timeout=20)
    expect(chat.locator("#log .mine .msg-text").last).to_have_text("Elders getypt.", timeout=30_000)


def test_messages_typed_without_a_connection_go_out_in_order_once_it_is_back(chat: Page, product: Product) -> None:
    chat.context.set_offline(True)
    texts = ["Eerste: de aanval is gestopt.", "Tweede: onze klant is geraakt.", "Derde: wij niet."]
    for text in texts:
        chat.locator("#text").fill(text)
        chat.locator("#text").press("Enter")
    expect(chat.locator("#log .mine").first).to_have_attribute("data-state", "waiting")
    expect(chat.locator("#notice")).to_contain_text("geen verbinding")
    chat.context.set_offline(False)
    settled(chat)
    assert [one["text"] for one in claim_file(chat, product)["transcript"] if one["author"] == "insured"] == texts
    assert chat.locator("#log .mine .msg-text").all_inner_texts() == texts


def test_an_answer_that_got_lost_does_not_double_the_message(chat: Page, product: Product) -> None:
    """The server stores the message, the answer never arrives: the same key goes out again."""
    keys: list[str] = []

    def lose_the_first_answer(route) -> None:
        keys.append(route.request.headers["idempotency-key"])
        if len(keys) == 1:
            route.fetch()
            route.abort("connectionreset")
        else:
            route.continue_()

    chat.route("**/messages", lambda route: lose_the_first_answer(route) if route.request.method == "POST" else route.continue_())
    say(chat, "De aanval is gestopt.")
    assert len(keys) == 2
    assert keys[0] == keys[1]
    assert [one["text"] for one in claim_file(chat, product)["transcript"] if one["author"] == "insured"] == ["De aanval is gestopt."]
    expect(chat.locator("#log .mine")).to_have_count(1)


def test_a_message_not_yet_sent_survives_a_reload(chat: Page, product: Product) -> None:
    chat.route("**/messages", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    chat.locator("#text").fill("De aanval is gestopt.")
    chat.locator("#text").press("Enter")
    expect(chat.locator("#log .mine")).to_have_attribute("data-state", "waiting")
    chat.unroute("**/messages")
    chat.reload()
    settled(chat)
    assert [one["text"] for one in claim_file(chat, product)["transcript"] if one["author"] == "insured"] == ["De aanval is gestopt."]


def test_a_text_that_is_too_long_is_refused_in_dutch_and_given_back(chat: Page) -> None:
    text = "lang " * 40_001
    chat.locator("#text").fill(text)
    chat.locator("#text").press("Enter")
    expect(chat.locator("#notice")).to_contain_text("te lang", timeout=30_000)
    expect(chat.locator("#log .mine")).to_have_count(0)
    assert chat.locator("#text").input_value() == text
    say(chat, "Dan korter: de aanval is gestopt.")


def test_secrets_are_shown_as_they_are_kept(chat: Page, product: Product) -> None:
    say(chat, "Het wachtwoord is: Geheim123! en onze klant is gehackt.")
    shown = chat.locator("#log .mine .msg-text").last.inner_text()
    assert "Geheim123" not in shown
    assert "█" in shown
    assert shown in [one["text"] for one in claim_file(chat, product)["transcript"]]


@pytest.fixture
def hostile(chat: Page) -> Page:
    for text in HOSTILE:
        say(chat, text)
    return chat


def test_hostile_texts_are_shown_as_text(hostile: Page, product: Product) -> None:
    assert hostile.locator("#log .mine .msg-text").all_inner_texts() == list(HOSTILE)
    hostile.reload()
    expect(hostile.locator("#log .mine")).to_have_count(len(HOSTILE))
    assert hostile.locator("#log .mine .msg-text").all_inner_texts() == list(HOSTILE)
    claim = conversation(hostile)
    log_in(hostile, product, "schadebeheerder")
    open_file(hostile, claim)
    assert hostile.locator(".by-insured .msg-text").all_inner_texts() == list(HOSTILE)
    assert hostile.evaluate("document.body.dataset.hacked") is None
    assert hostile.locator("main h1").count() == 1


def test_access_that_ended_asks_for_the_code_and_keeps_what_was_typed(chat: Page, product: Product) -> None:
    say(chat, "Nee, de aanval is gestopt.")
    code = chat.locator("#code").inner_text()
    one = conversation(chat)
    with contextlib.closing(sqlite3.connect(next(product.folder.rglob("*.db")), timeout=10)) as database:
        database.execute("UPDATE access_tokens SET used_at = '2026-01-01 00:00:00.000000' WHERE conversation_id = ?", (one,))
        database.commit()
    for text in ("De klant heeft 7 bitcoin betaald.", "Dat was vorige week."):
        chat.locator("#text").fill(text)
        chat.locator("#text").press("Enter")
        expect(chat.locator("#notice")).to_contain_text("hervatcode")
    expect(chat.locator("#have-code")).to_have_attribute("open", "")
    chat.locator("#text").fill("nog niet verstuurd")
    chat.reload()
    expect(chat.locator("#notice")).to_contain_text("hervatcode")
    expect(chat.locator("#log .mine")).to_have_count(2)
    assert code not in chat.content()
    assert code not in chat.evaluate("JSON.stringify(localStorage)")
    chat.locator("#resume-code").fill(code)
    chat.locator("#resume-code").press("Enter")
    settled(chat)
    expect(chat.locator("#log .mine")).to_have_count(3)
    assert conversation(chat) == one
    transcript = [one["text"] for one in claim_file(chat, product)["transcript"] if one["author"] == "insured"]
    assert transcript == ["Nee, de aanval is gestopt.", "De klant heeft 7 bitcoin betaald.", "Dat was vorige week."]
    expect(chat.locator("#text")).to_have_value("nog niet verstuurd")
