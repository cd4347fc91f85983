"""A person who talks with the product and knows only its published API."""

import re
import uuid
from dataclasses import dataclass, field
from typing import Any

import httpx

V1 = "/api/v1"


@dataclass
class Talk:
    """One conversation. `open` is the field whose question is open; `asked` all fields asked so far, in order."""

    client: httpx.Client
    headers: dict[str, str]
    path: str
    messages: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    open: str | None = None
    code: str | None = None  # brings the conversation back on another device

    def take(self, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
        new = [message for message in messages if message["author"] == "bot"]
        self.messages += new
        for message in new:
            if message.get("ask"):
                self.open = message["ask"]["field"]
                self.asked.append(self.open)
        return new

    def say(self, text: str) -> list[dict[str, Any]]:
        """The bot's messages in answer to `text`; fails when it was not heard at once."""
        self.open = None
        headers = {**self.headers, "Idempotency-Key": str(uuid.uuid4())}
        answer = self.client.post(f"{self.path}/messages", json={"text": text}, headers=headers)
        assert answer.status_code == 200, answer.text
        return self.take(answer.json()["messages"])

    def claim_file(self) -> dict[str, Any]:
        found: dict[str, Any] = self.client.get(f"{self.path}/claim-file", headers=self.headers).raise_for_status().json()
        return found


def begin(client: httpx.Client, language: str = "nl-BE", channel: str = "web_chat", **headers: str) -> Talk:
    opened = client.post(f"{V1}/conversations", json={"channel": channel, "language": language}, headers=headers)
    assert opened.status_code == 201, opened.text
    body = opened.json()
    talk = Talk(client, {"Authorization": f"Bearer {body['access_token']}", **headers}, f"{V1}/conversations/{body['id']}")
    talk.code = body.get("resume_code")
    talk.take(body["messages"])
    return talk


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, f"no {name} in the form"
    return found[1]


def agent(url: str, name: str, password: str) -> tuple[httpx.Client, dict[str, str]]:
    """A logged-in agent's client and the header that their calls must carry. The one-time login is used up."""
    client = httpx.Client(base_url=url, timeout=30, follow_redirects=True)
    form = client.get("/inloggen").text
    page = client.post("/inloggen", data={"name": name, "password": password, "csrf": hidden(form, "csrf"), "back": "/dossiers"})
    new = f"een lange zin voor {name}"
    chosen = client.post("/wachtwoord", data={"old": password, "new": new, "again": new, "csrf": hidden(page.text, "csrf")})
    assert chosen.is_success
    return client, {"X-CSRF-Token": hidden(client.get("/dossiers").text, "csrf")}


def answered(claim: dict[str, Any]) -> set[str]:
    return {name for name, state in claim["fields"].items() if state["status"] not in ("unknown", "declined")}
