"""A process that behaves like Rasa's REST channel: strips the text, calls the action endpoint, answers with its responses, [] on failure.

`python -m tests.turn.stand_in PORT ACTION_URL SECRET MODE`. Modes: good, twice (calls the action two times), slow:SECONDS, drop (hangs up
without an answer), and the names in NONSENSE, whose answers come without the action being called. The real server: test_with_rasa.py.
"""

import json
import sys
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

WORD = "euro"
NONSENSE = {
    "empty": (200, b"[]"),
    "html": (200, b"<html><body>Bad Gateway</body></html>"),
    "error": (500, b"no"),
    "broken": (200, b'[{"recipient_id": '),
    "other": (200, b'{"text": 5, "custom": [null, {"heard": "m1"}]}'),
    "strange": (200, b'[null, 5, "x", {"custom": "heard"}, {"custom": {"heard": "somebody else"}}]'),
    "nothing": (204, b""),
    "away": (302, b""),
    "bytes": (200, b"\xff\xfe\x00"),
    "heavy": (200, b"[" * 200_000),
}


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
        if self.mode in NONSENSE:
            self.answer(*NONSENSE[self.mode])
            return
        if self.mode == "drop":
            self.close_connection = True
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
