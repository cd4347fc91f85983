"""A conversation in the terminal, through the published API: for developers, and a check that the API is enough."""

import sys
import uuid

import httpx


def show(messages: list[dict[str, object]]) -> None:
    for message in messages:
        if message.get("author") in ("bot", "system"):
            sys.stdout.write(f"\n  {message['text']}\n")


def talk(url: str, language: str) -> int:
    """Talk with the product at `url` until the end of input; "/dossier" prints the claim file. Returns an exit code."""
    with httpx.Client(base_url=url, timeout=30) as client:
        try:
            opened = client.post("/api/v1/conversations", json={"channel": "web_chat", "language": language})
        except httpx.ConnectError:
            sys.stderr.write(f"Nothing answers at {url}: start the product with `make run` first.\n")
            return 1
        opened.raise_for_status()
        body = opened.json()
        headers = {"Authorization": f"Bearer {body['access_token']}"}
        path = f"/api/v1/conversations/{body['id']}"
        show(body["messages"])
        while True:
            try:
                text = input("\n> ")
            except EOFError:
                return 0
            if text == "/dossier":
                sys.stdout.write(client.get(f"{path}/claim-file", headers=headers).text + "\n")
                continue
            answer = client.post(f"{path}/messages", json={"text": text}, headers={**headers, "Idempotency-Key": str(uuid.uuid4())})
            if answer.is_success:
                show(answer.json()["messages"])
            else:
                sys.stdout.write(f"\n  ! {answer.json().get('detail', answer.text)}\n")
