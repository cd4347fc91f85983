"""The real ways out: a signed webhook on a real web server, an e-mail through a real mail server, and the whole app over both."""

import asyncio
import json
import pathlib
import smtplib
import time
import uuid
from datetime import UTC, datetime

import httpx
import pytest

from bot.handoff.channels import Mail, Server, Webhook, signature
from bot.handoff.notice import Notice
from bot.services import core as cores
from bot.services.texts import Catalogue
from bot.settings import SettingRefused, Settings
from tests.conversations.insured import hidden
from tests.handoff.outside import hook, mailbox
from tests.turn.house import SECRET, free_port
from tests.turn.served import Served, served

ROOT = pathlib.Path(__file__).resolve().parents[2]
AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
NOTICE = Notice("page-1", "first", "claim-1", "CL2026-1", "https://x/dossiers/claim-1", "P1", ("T1", "T6"), "+32470123456", AT)
DANGER = "Alles ligt plat en de patiënten zijn in gevaar."


def test_the_webhook_is_signed_over_its_time_and_body() -> None:
    with hook() as outside:
        asyncio.run(Webhook(outside.url, SECRET).send(NOTICE))
    [(headers, body)] = outside.calls
    assert headers["x-claimloket-signature"] == signature(SECRET, headers["x-claimloket-timestamp"], body)
    assert headers["idempotency-key"] == "page-1"
    assert abs(int(headers["x-claimloket-timestamp"]) - time.time()) < 60
    told = json.loads(body)
    assert told["signals"] == [{"id": "T1", "label": "de aanval loopt of breidt uit"}, {"id": "T6", "label": "gevaar voor mensen"}]
    assert (told["level"], told["phone"], told["file"]["url"]) == ("P1", "+32470123456", "https://x/dossiers/claim-1")


def test_another_key_time_or_body_is_another_signature() -> None:
    one = signature(SECRET, "1", b"a")
    assert one not in (signature(SECRET + "x", "1", b"a"), signature(SECRET, "2", b"a"), signature(SECRET, "1", b"b"))


@pytest.mark.parametrize("answer", [301, 400, 404, 500, 503])
def test_what_is_no_success_is_a_failure(answer: int) -> None:
    with hook(answer) as outside, pytest.raises(httpx.HTTPStatusError):
        asyncio.run(Webhook(outside.url, SECRET).send(NOTICE))


def server(port: int, security: str = "none") -> Server:
    return Server("127.0.0.1", port, security, "", "", "loket@claims.example")


def test_the_mail_reaches_every_address_with_the_same_id_at_every_try() -> None:
    with mailbox() as (port, mails):
        for _ in range(2):
            asyncio.run(Mail(server(port), ("wacht@claims.example", "an@claims.example")).send(NOTICE))
    assert [mail["X-RcptTo"] for mail in mails] == ["wacht@claims.example, an@claims.example"] * 2
    assert {mail["Message-ID"] for mail in mails} == {"<page-1@claims.example>"}
    text = mails[0].get_payload(decode=True).decode("utf-8")
    assert mails[0]["Subject"] == "P1: dossier CL2026-1 heeft nu iemand nodig"
    assert "T6: gevaar voor mensen" in text
    assert "Terugbellen: +32470123456" in text


def test_a_server_without_encryption_gets_nothing_when_encryption_is_asked() -> None:
    with mailbox() as (port, mails), pytest.raises(smtplib.SMTPException):
        asyncio.run(Mail(server(port, "starttls"), ("an@claims.example",)).send(NOTICE))
    assert not mails


def test_no_server_is_a_failure() -> None:
    with pytest.raises(OSError, match="refused"):
        asyncio.run(Mail(server(free_port()), ("an@claims.example",)).send(NOTICE))


# --- the whole app ---------------------------------------------------------------------------------------------------


def insured(house: Served) -> tuple[httpx.Client, str]:
    client = httpx.Client(base_url=house.url, timeout=10)
    opened = client.post("/api/v1/conversations", json={"channel": "web_chat", "language": "nl-NL"}).json()
    client.headers["Authorization"] = f"Bearer {opened['access_token']}"
    return client, opened["id"]


def say(client: httpx.Client, claim: str, words: str) -> None:
    answer = client.post(f"/api/v1/conversations/{claim}/messages", json={"text": words}, headers={"Idempotency-Key": str(uuid.uuid4())})
    assert answer.status_code == 200, answer.text


def texts(client: httpx.Client, claim: str) -> str:
    found = client.get(f"/api/v1/conversations/{claim}/messages").json()["messages"]
    return "\n".join(one["text"] for one in found if one["author"] == "bot")


def until(done: object, seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not done():  # type: ignore[operator]
        assert time.monotonic() < end, "not in time"
        time.sleep(0.05)


def adjuster(house: Served) -> httpx.Client:
    login = house.system.staff.create_staff("an", "adjuster")
    client = httpx.Client(base_url=house.url, timeout=10, follow_redirects=True)
    form = client.get("/inloggen").text
    page = client.post("/inloggen", data={"name": "an", "password": login.password, "csrf": hidden(form, "csrf"), "back": "/dossiers"})
    new = "een lange zin voor an"
    client.post("/wachtwoord", data={"old": login.password, "new": new, "again": new, "csrf": hidden(page.text, "csrf")})
    return client


def test_an_alarm_at_night_goes_out_over_both_ways_and_the_adjuster_sees_it(tmp_path: pathlib.Path) -> None:
    core = cores.real(Catalogue.load(ROOT / "domain.yml"))
    with hook(500) as first, hook() as second, mailbox() as (port, mails):
        more = {
            "page_webhook_url": first.url, "page_mail_to": "wacht@claims.example", "page_second_webhook_url": second.url,
            "page_secret": SECRET, "page_second_after_seconds": 3600.0, "smtp_host": "127.0.0.1", "smtp_port": port,
            "smtp_security": "none", "smtp_from": "loket@claims.example",
        }  # fmt: skip
        with served(tmp_path, core, **more) as house:
            client, claim = insured(house)
            say(client, claim, DANGER)
            until(lambda: len(first.calls) == 2 and mails)
            until(lambda: "dringend bericht over uw" in texts(client, claim))
            assert first.calls[0][0]["idempotency-key"] == first.calls[1][0]["idempotency-key"]
            assert "patiënten" not in (first.calls[1][1] + mails[0].as_bytes()).decode()
            staff = adjuster(house)
            page = staff.get(f"/dossiers/{claim}").text
            assert "Dossier werd P1" in page
            assert "Webhook naar het eerste adres: afgeleverd" in page
            assert "E-mail naar het eerste adres: afgeleverd" in page
            assert "Geopend door an" in page
            page = staff.post(f"/dossiers/{claim}/opnemen", data={"csrf": hidden(page, "csrf")}).text
            assert "Opgenomen door an" in page
            assert "Ik neem dit op" not in page
            assert "Een medewerker is nu met uw" in texts(client, claim)
            assert not second.calls


def test_an_alarm_that_was_not_sent_goes_out_after_a_restart(tmp_path: pathlib.Path) -> None:
    core = cores.real(Catalogue.load(ROOT / "domain.yml"))
    with served(tmp_path, core) as house:
        house.system.pager._task.cancel()  # type: ignore[union-attr]
        client, claim = insured(house)
        say(client, claim, DANGER)
    with hook() as outside, served(tmp_path, core, page_webhook_url=outside.url, page_secret=SECRET):
        until(lambda: outside.calls)
    assert json.loads(outside.calls[0][1])["file"]["id"] == claim


def test_to_take_up_needs_the_form_s_token_and_a_file(tmp_path: pathlib.Path) -> None:
    core = cores.real(Catalogue.load(ROOT / "domain.yml"))
    with served(tmp_path, core) as house:
        client, claim = insured(house)
        say(client, claim, DANGER)
        staff = adjuster(house)
        assert "Opgenomen" not in staff.post(f"/dossiers/{claim}/opnemen", data={"csrf": "x"}).text
        csrf = hidden(staff.get("/dossiers").text, "csrf")
        assert staff.post("/dossiers/geen/opnemen", data={"csrf": csrf}).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"page_webhook_url": "https://x"},
        {"page_webhook_url": "ftp://x", "page_secret": SECRET},
        {"page_mail_to": "an@x"},
        {"smtp_security": "ssl"},
    ],
)
def test_a_half_configuration_stops_the_start(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingRefused, match="CLAIMLOKET_"):
        Settings(database_url="sqlite://", action_secret="s" * 32, session_secret="s" * 32, **wrong)  # type: ignore[arg-type]
