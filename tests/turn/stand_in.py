"""A process that behaves like Rasa's REST channel: strips the text, calls the action endpoint, answers with its responses, [] on failure.

`python -m tests.turn.stand_in PORT ACTION_URL SECRET MODE`. Modes: good, empty (never calls the action, 200 []), nonsense (200, no JSON),
error (500), slow:SECONDS, twice (calls the action two times). The real server is used in test_with_rasa.py.
"""

import json
import sys
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

WORD = "euro"


def entities(text: str) -> list[dict[str, Any]]:
    start = text.find(WORD)
    return [{"entity": "money", "start": start, "end": start + len(WORD), "value": WORD}] if start >= 0 else []


def call_action(url: str, secret: str, body: dict[str, Any]) -> list[dict[str, Any]]:
    text = body["message"].strip()
    latest = {
        "text": text,
        "metadata": body["metadata"],
        "entities": entities(text),
        "intent_ranking": [{"name": "inform_incident", "confidence": 0.9}],
    }
    call = {"next_action": "action_intake", "sender_id": body["sender"], "tracker": {"sender_id": body["sender"], "latest_message": latest}}
    headers = {"Content-Type": "application/json", "X-Claimloket-Secret": secret}
    request = urllib.request.Request(url, json.dumps(call).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return [{"recipient_id": body["sender"], "custom": one["custom"]} for one in json.load(answer)["responses"]]
    except OSError:
        return []


class Rasa(BaseHTTPRequestHandler):
    action_url = secret = mode = ""

    def do_GET(self) -> None:
        self.answer(200, b'{"status":"ok"}')

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.mode.startswith("slow:"):
            time.sleep(float(self.mode.removeprefix("slow:")))
        if self.mode in ("empty", "nonsense", "error"):
            self.answer(*{"empty": (200, b"[]"), "nonsense": (200, b"<html>"), "error": (500, b"no")}[self.mode])
            return
        replies = call_action(self.action_url, self.secret, body)
        if self.mode == "twice":
            replies += call_action(self.action_url, self.secret, body)
        self.answer(200, json.dumps(replies).encode())

    def answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


if __name__ == "__main__":
    port, Rasa.action_url, Rasa.secret, Rasa.mode = int(sys.argv[1]), *sys.argv[2:5]
    ThreadingHTTPServer(("127.0.0.1", port), Rasa).serve_forever()
