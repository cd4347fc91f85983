"""A library in another environment as a function on a text, with a time budget for each sentence."""

import contextlib
import json
import pathlib
import queue
import subprocess
import threading
from datetime import datetime
from typing import Any

from bench.evaluate.sets import ROOT

PYTHON = ROOT / ".venv" / "peers" / "bin" / "python"
PEERS = {"MS Recognizers": "bench.peers.recognizers_dutch", "dateparser": "bench.peers.dateparser_dutch"}
BUDGET_SECONDS = 5.0
START_SECONDS = 90.0


class PeerNotThere(Exception):
    """The library could not be started: no environment, or it ended before it was ready."""


class Peer:
    """Call it as `extract(text, reference)`; a sentence over budget, or on which it throws, has no finds and is counted."""

    def __init__(self, command: list[str], *, budget: float = BUDGET_SECONDS, start: float = START_SECONDS) -> None:
        self._command, self._budget, self._start = command, budget, start
        self.late = self.failed = 0
        self.version = self._begin()

    def _begin(self) -> str:
        pipe = subprocess.PIPE
        try:
            # Its warnings and whatever it prints of a text stay unseen.
            self._process = subprocess.Popen(self._command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True)
        except OSError as error:
            raise PeerNotThere(str(error)) from error
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=_pump, args=(self._process, self._lines), daemon=True).start()
        told = self._answer(self._start)
        if told is None or "ready" not in told:
            self.close()
            raise PeerNotThere("it did not get ready")
        return str(told["ready"])

    def _answer(self, seconds: float) -> dict[str, Any] | None:
        """The next line; None when it does not come in time or the process ended."""
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            return None
        return json.loads(line) if line else None

    def __call__(self, text: str, reference: datetime) -> list[dict[str, Any]]:
        if self._process.poll() is not None:
            self._begin()
        assert self._process.stdin
        with contextlib.suppress(BrokenPipeError):  # it died just now: then no answer comes either
            self._process.stdin.write(json.dumps({"text": text, "reference": reference.isoformat()}) + "\n")
            self._process.stdin.flush()
        told = self._answer(self._budget)
        if told is None:
            self.late += 1
            self.close()
            return []
        self.failed += "failed" in told
        finds: list[dict[str, Any]] = told.get("finds", [])
        return finds

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with contextlib.suppress(BrokenPipeError):  # what was still to be written has no reader any more
                    pipe.close()


def _pump(process: "subprocess.Popen[str]", lines: "queue.Queue[str]") -> None:
    assert process.stdout
    try:
        for line in process.stdout:
            lines.put(line)
    except ValueError:  # closed while it was being read, by a call that ran out of time
        return
    lines.put("")


def command_of(name: str, python: pathlib.Path = PYTHON) -> list[str]:
    return [str(python), "-W", "ignore", "-m", PEERS[name]]
