"""A tiny action server for tests and benchmarks: it keeps every call, and can be told to answer badly."""

import json
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any


@dataclass(frozen=True)
class Call:
    """What Rasa sent: header names in lower case, the JSON body, and the size of the body in bytes."""

    headers: dict[str, str]
    body: dict[str, Any]
    size: int

    @property
    def message(self) -> dict[str, Any]:
        """The person's message with all that the pipeline made of it."""
        return dict(self.body["tracker"]["latest_message"])


class ActionServer:
    """Listens on a free loopback port inside a `with` block. `reply` is (status, body) of every answer; `calls` in order."""

    FINE: tuple[int, bytes] = (200, b'{"events": [], "responses": []}')

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.reply = self.FINE
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}/rasa/actions"

    def __enter__(self) -> "ActionServer":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers["Content-Length"]))
                owner.calls.append(Call({name.lower(): value for name, value in self.headers.items()}, json.loads(raw), len(raw)))
                status, body = owner.reply
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        return Handler
