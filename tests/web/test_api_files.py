"""Files come in by their content, once, under their hash; the insurer's signed word reaches the insured."""

import hashlib
import hmac
import io
import json
import pathlib
import time
import uuid
import zipfile
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from bot.services import core as cores
from bot.services.documents import MOST_FILES, clean_name
from bot.services.texts import Catalogue
from bot.wiring import ROOT
from tests.turn.served import Served, served

V1 = "/api/v1"
SECRET = "a-secret-of-the-insurer-0123456789"
LETTERS: Any = {"X-Claimloket-Timestamp": "now", "X-Claimloket-Signature": "é".encode("latin-1")}
PDF = b"%PDF-1.7\n1 0 obj\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
MAIL = b"From: an@example.be\r\nTo: wij@example.be\r\nSubject: eis\r\nDate: Mon, 16 Nov 2026 10:00:00 +0100\r\n\r\nBeste\r\n"


def office(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return made.getvalue()


DOCX = office("[Content_Types].xml", "word/document.xml")
XLSX = office("[Content_Types].xml", "xl/workbook.xml")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("files")
    core = cores.real(Catalogue.load(ROOT / "domain.yml"))
    with served(folder, core, local_dir=str(folder / "local"), insurer_secret=SECRET) as up:
        yield up


@pytest.fixture
def client(house: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=house.url, timeout=30) as made:
        yield made


class Talk:
    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        opened = client.post(f"{V1}/conversations", json={}).json()
        self.id, self.path = opened["id"], f"{V1}/conversations/{opened['id']}"
        self.headers = {"Authorization": f"Bearer {opened['access_token']}"}

    def send(self, content: bytes, name: str = "stuk.bin", **form: str) -> httpx.Response:
        return self.client.post(f"{self.path}/documents", files={"file": (name, content)}, data=form, headers=self.headers)

    def get(self, what: str) -> Any:
        return self.client.get(f"{self.path}/{what}", headers=self.headers).raise_for_status().json()

    def submit(self) -> str:
        self.client.post(f"{self.path}/submit", headers=self.headers).raise_for_status()
        return str(self.get("claim-file")["number"])


def problem(answer: httpx.Response, status: int, code: str) -> str:
    body = answer.json()
    assert (answer.status_code, body.get("code")) == (status, code), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    return str(body["detail"])


@pytest.mark.parametrize(
    ("content", "name", "media_type", "kept_as"),
    [
        (PDF, "eis van de klant.pdf", "application/pdf", "eis van de klant.pdf"),
        (PDF, "brief.docx", "application/pdf", "brief.docx.pdf"),
        (PNG, "C:\\Users\\an\\scherm.PNG", "image/png", "scherm.PNG"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 20, "foto", "image/jpeg", "foto.jpg"),
        (DOCX, "contract.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "contract.docx"),
        (XLSX, "cijfers.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "cijfers.xlsx"),
        (MAIL, "bericht", "message/rfc822", "bericht.eml"),
        ("Ze vroegen € 100\n".encode(), "nota.txt", "text/plain", "nota.txt"),
        ("Ze vroegen € 100\n".encode("utf-16"), "nota.txt", "text/plain", "nota.txt"),
        ("Café\r\n".encode("cp1252"), "server.log", "text/plain", "server.log"),
    ],
)  # fmt: skip
def test_a_file_is_kept_and_listed_by_what_it_is(
    house: Served, client: httpx.Client, content: bytes, name: str, media_type: str, kept_as: str
) -> None:
    talk = Talk(client)
    answer = talk.send(content, name, type="demand_letter")
    assert answer.status_code == 201, answer.text
    sha256 = hashlib.sha256(content).hexdigest()
    [listed] = [one for one in talk.get("claim-file")["documents"] if one["status"] == "received"]
    assert listed | {"received_at": "", "label": ""} == {
        "type": "demand_letter", "label": "", "status": "received", "sha256": sha256, "name": kept_as, "media_type": media_type,
        "size": len(content), "received_at": "",
    }  # fmt: skip
    assert answer.json()["document"]["sha256"] == sha256
    path = house.system.services.documents.path(sha256)
    assert path.read_bytes() == content
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_the_same_content_again_changes_nothing(house: Served, client: httpx.Client) -> None:
    talk, other = Talk(client), Talk(client)
    first, again = talk.send(PDF + b"1", "a.pdf"), talk.send(PDF + b"1", "anders.pdf", type="contract")
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()["document"] == first.json()["document"]
    assert again.json()["messages"] == []
    assert len(talk.get("claim-file")["fields"]["documents"]["value"]) == 1
    assert other.send(PDF + b"1", "a.pdf").status_code == 201  # another conversation has it in its own file


@pytest.mark.parametrize(
    ("content", "name", "status", "code"),
    [
        (b"", "leeg.pdf", 422, "document_empty"),
        (b"MZ\x90\0" + b"\0" * 60, "factuur.pdf", 415, "document_executable"),
        (b"\x7fELF\x02\x01", "log.txt", 415, "document_executable"),
        (b"#!/bin/sh\nrm -rf /\n", "notities.txt", 415, "document_executable"),
        (b"@ECHO OFF\r\n", "start", 415, "document_executable"),
        (b"Get-Process\n", "herstel.ps1", 415, "document_executable"),
        (PDF + b"exe", "factuur.pdf.exe", 415, "document_executable"),
        (PDF + b"exe", "factuur.exe . ", 415, "document_executable"),
        (office("brief.txt"), "stukken.zip", 415, "document_archive"),
        (office("brief.txt"), "stukken.docx", 415, "document_archive"),
        (b"Rar!\x1a\x07\0", "x.rar", 415, "document_archive"),
        (b"\x1f\x8b\x08", "x.gz", 415, "document_archive"),
        (office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "brief.docx", 415, "document_macro"),
        (b"PK\x03\x04broken", "brief.docx", 415, "document_kind"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "brief.txt", 415, "document_kind"),
        (b"<svg onload=alert(1)>", "plaatje.txt", 415, "document_kind"),
        (b"GIF89a" + b"\0" * 20, "plaatje.gif", 415, "document_kind"),
        (b"gewone tekst" + b"a" * 5000 + b"\0", "brief.txt", 415, "document_kind"),
    ],
)
def test_what_is_not_taken_is_refused_in_dutch_and_not_kept(
    house: Served, client: httpx.Client, content: bytes, name: str, status: int, code: str
) -> None:
    talk = Talk(client)
    assert " " in problem(talk.send(content, name), status, code)
    assert "documents" not in talk.get("claim-file")["fields"]
    assert not house.system.services.documents.path(hashlib.sha256(content).hexdigest()).exists()


def test_the_limit_is_50_megabytes(house: Served, client: httpx.Client) -> None:
    talk = Talk(client)
    most = PDF + b"\n" * (50_000_000 - len(PDF))
    assert talk.send(most, "groot.pdf").status_code == 201
    assert "50 MB" in problem(talk.send(most + b"\n", "groter.pdf"), 413, "document_too_large")
    assert "50 MB" in problem(talk.send(most + b"\n" * 100_000, "groter.pdf"), 413, "document_too_large")


def test_a_form_that_is_none(client: httpx.Client) -> None:
    talk = Talk(client)
    path = f"{talk.path}/documents"
    problem(client.post(path, headers=talk.headers), 422, "document_missing")
    problem(client.post(path, headers=talk.headers, json={"file": "x"}), 422, "document_missing")
    problem(client.post(path, headers=talk.headers, data={"file": "geen bestand"}), 422, "document_missing")
    broken = {**talk.headers, "Content-Type": "multipart/form-data; boundary=x"}
    problem(client.post(path, headers=broken, content=b"--y\r\nnonsense"), 422, "invalid")
    problem(client.post(path, headers={**talk.headers, "Content-Type": "multipart/form-data"}, content=b"x"), 422, "invalid")
    problem(client.post(path, headers=talk.headers, files=[("file", ("a", PDF)), ("more", ("b", PDF))]), 422, "invalid")
    problem(talk.send(PDF, "a.pdf", type="tax_return"), 422, "code_unknown")


def test_only_the_token_opens_the_door_for_files(client: httpx.Client) -> None:
    mine, other = Talk(client), Talk(client)
    for headers in ({}, {"Authorization": "Bearer x"}, other.headers):
        problem(client.post(f"{mine.path}/documents", files={"file": ("a", PDF)}, headers=headers), 401, "token_refused")
    mine.client.post(f"{mine.path}/withdraw", headers=mine.headers)
    problem(mine.send(PDF + b"late", "a.pdf"), 409, "conversation_closed")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("../../etc/passwd", "passwd.txt"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("", "bestand.txt"),
        (".txt", "txt.txt"),
        ("brief\u202etxt.fdp", "brief txt.fdp.txt"),
        ("a\0b\r\nc\u200b.txt", "a b c .txt".replace("c .", "c.")),
        ('<img src="x">.txt', "_img src=_x__.txt"),
        ("ww: Geheim123.txt", "ww_ █████████████.txt"),
        ("x" * 500 + ".txt", "x" * 115 + ".txt"),
        ("brief \ud83d.txt", "brief _.txt"),
    ],
)  # fmt: skip
def test_names_are_cleaned(name: str, wanted: str) -> None:
    assert clean_name(name, "txt") == wanted


def test_a_correction_of_the_field_takes_no_file_away(client: httpx.Client) -> None:
    talk = Talk(client)
    talk.send(PDF + b"kept", "a.pdf")
    patched = client.patch(
        f"{talk.path}/fields/documents", json={"value": [{"type": "contract", "status": "promised"}]}, headers=talk.headers
    )
    assert patched.status_code == 200
    assert [one["name"] for one in talk.get("claim-file")["documents"] if one["status"] == "received"] == ["a.pdf"]


def test_one_conversation_cannot_fill_the_disk(house: Served, client: httpx.Client) -> None:
    talk = Talk(client)
    for number in range(MOST_FILES):
        assert talk.send(b"regel %d\n" % number, "a.txt").status_code == 201
    assert str(MOST_FILES) in problem(talk.send(b"te veel", "a.txt"), 409, "too_many_documents")


def test_a_disk_that_cannot_be_written_loses_nothing(house: Served, client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    talk = Talk(client)
    with monkeypatch.context() as patch:
        patch.setattr("bot.services.documents.os.fsync", full)
        answer = talk.send(PDF + b"full", "a.pdf")
    problem(answer, 503, "store_unavailable")
    assert int(answer.headers["retry-after"]) > 0
    assert "documents" not in talk.get("claim-file")["fields"]
    assert talk.send(PDF + b"full", "a.pdf").status_code == 201
    assert not list(house.system.services.documents.path("xx").parent.parent.glob("part-*"))


# --- the insurer's system --------------------------------------------------------------------------------------------


def signed(client: httpx.Client, body: Any, *, secret: str = SECRET, at: float | None = None, over: bytes | None = None) -> httpx.Response:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    stamp = str(int(time.time() if at is None else at))
    mark = "sha256=" + hmac.new(secret.encode(), stamp.encode() + b"." + (raw if over is None else over), hashlib.sha256).hexdigest()
    headers = {"X-Claimloket-Timestamp": stamp, "X-Claimloket-Signature": mark, "Content-Type": "application/json"}
    return client.post(f"{V1}/handoff/status", content=raw, headers=headers)


def event(number: str, status: str = "received", reference: str | None = "INS-7", **more: Any) -> dict[str, Any]:
    return {"id": str(uuid.uuid4()), "number": number, "status": status, "reference": reference, **more}


def test_the_insured_reads_how_the_claim_stands(house: Served, client: httpx.Client) -> None:
    talk = Talk(client)
    number = talk.submit()
    body = event(number)
    answer = signed(client, body)
    assert (answer.status_code, answer.json()) == (200, {"id": body["id"], "status": "received", "reference": "INS-7", "again": False})
    texts = [one["text"] for one in talk.get("messages")["messages"]]
    assert texts[-1] == "De verzekeraar heeft uw melding ontvangen. Het nummer bij de verzekeraar is INS-7."
    assert signed(client, body).json()["again"] is True
    assert len(talk.get("messages")["messages"]) == len(texts)
    signed(client, event(number, "in_review", None))
    assert "INS-7" in talk.get("messages")["messages"][-1]["text"]  # the reference was kept


@pytest.mark.parametrize("case", ["secret", "old", "future", "body", "missing", "letters"])
def test_only_the_insurers_system_is_believed(client: httpx.Client, case: str) -> None:
    talk = Talk(client)
    body = event(talk.submit())
    answer = {
        "secret": lambda: signed(client, body, secret="another-secret-0123456789-0123"),
        "old": lambda: signed(client, body, at=time.time() - 330),
        "future": lambda: signed(client, body, at=time.time() + 330),
        "body": lambda: signed(client, body, over=b"{}"),
        "missing": lambda: client.post(f"{V1}/handoff/status", json=body),
        "letters": lambda: client.post(f"{V1}/handoff/status", json=body, headers=LETTERS),
    }[case]()
    problem(answer, 401, "signature_refused")
    assert not [one for one in talk.get("messages")["messages"] if "INS-7" in one["text"]]


def test_a_signed_call_that_says_nonsense(client: httpx.Client) -> None:
    number = Talk(client).submit()
    problem(signed(client, b"{"), 422, "invalid")
    problem(signed(client, b"\xff\xfe"), 422, "invalid")
    problem(signed(client, []), 422, "invalid")
    problem(signed(client, event(number, more=1)), 422, "invalid")
    problem(signed(client, event(number, status="gedekt")), 422, "status_unknown")
    problem(signed(client, event("CL2026-NOTHING")), 404, "conversation_unknown")


def test_without_a_secret_the_door_is_closed(tmp_path: pathlib.Path) -> None:
    with served(tmp_path) as up, httpx.Client(base_url=up.url) as client:
        problem(signed(client, event("CL1"), secret=""), 401, "signature_refused")


# --- how much one address may open ------------------------------------------------------------------------------------


def test_one_address_cannot_fill_the_store_with_conversations(tmp_path: pathlib.Path) -> None:
    with served(tmp_path, openings_per_hour=3) as up, httpx.Client(base_url=up.url) as client:
        talks = [Talk(client) for _ in range(3)]
        answer = client.post(f"{V1}/conversations", json={})
        assert "Wacht" in problem(answer, 429, "too_many_conversations")
        assert int(answer.headers["retry-after"]) == 3600
        said = client.post(f"{talks[0].path}/messages", json={"text": "ik wel"}, headers={**talks[0].headers, "Idempotency-Key": "k"})
        assert said.status_code == 200
