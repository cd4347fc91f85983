"""Keep the two processes of the product running: the Rasa server and the app. An entry point, started by `make run`.

Ctrl-C (or SIGTERM) ends both. A process that dies is started again; when one dies too often the other is ended too, with a
sentence that says which and where its log is. Neither outlives this process, however it dies (PR_SET_PDEATHSIG).
"""

import ctypes
import os
import pathlib
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable

import httpx

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESTARTS, WINDOW = 5, 120.0
PR_SET_PDEATHSIG = 1


class GaveUp(Exception):
    """A process died `RESTARTS` times within `WINDOW` seconds, or never became ready."""


def free_port() -> int:
    """A TCP port of loopback that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def port_is_free(host: str, port: int) -> bool:
    """Whether this process could listen on `host`:`port` now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def local_environment(folder: pathlib.Path) -> dict[str, str]:
    """What `folder`/env holds, made at the first start with fresh secrets and readable by its owner only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / "env"
    if not file.exists():
        lines = [f"{name}={secrets.token_urlsafe(32)}" for name in ("CLAIMLOKET_ACTION_SECRET", "CLAIMLOKET_SESSION_SECRET")]
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write("\n".join(lines) + "\n")
    pairs = (line.split("=", 1) for line in file.read_text().splitlines() if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, value in pairs}


def die_with_parent() -> None:
    """Run in the child between fork and exec: the kernel ends it when this process ends."""
    ctypes.CDLL("libc.so.6", use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Child:
    """One process that is kept running: its name for people, its command, its log, and how to ask whether it is ready."""

    def __init__(self, name: str, command: list[str], log: pathlib.Path, env: dict[str, str], ready_url: str) -> None:
        self.name, self.command, self.log, self.env, self.ready_url = name, command, log, env, ready_url
        self.process: subprocess.Popen[bytes] | None = None
        self.deaths: deque[float] = deque(maxlen=RESTARTS)

    def start(self) -> None:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                preexec_fn=die_with_parent,
                start_new_session=True,  # Ctrl-C reaches only the supervisor, which ends the children in order
            )

    def ready(self) -> bool:
        """Whether it answers; never true once it has died, whoever else may listen there."""
        if self.process is None or self.process.poll() is not None:
            return False
        try:
            return httpx.get(self.ready_url, timeout=2).status_code == 200
        except httpx.HTTPError:
            return False

    def died(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def restart(self) -> None:
        """Start again after a death; raises GaveUp when it died too often."""
        now = time.monotonic()
        self.deaths.append(now)
        code = self.process.returncode if self.process else None
        if len(self.deaths) == RESTARTS and now - self.deaths[0] < WINDOW:
            raise GaveUp(f"{self.name} stopped {RESTARTS} times in {WINDOW:.0f} s (last code {code}); see {self.log}")
        say(f"{self.name} stopped (code {code}); it is started again. Log: {self.log}")
        time.sleep(min(2.0 ** len(self.deaths) / 4, 8))
        self.start()

    def stop(self) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(8)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def keep_running(children: list[Child], when_ready: Callable[[], None], patience: float = 120.0) -> None:
    """Start `children` in order, call `when_ready` once all answer, restart what dies, until SIGINT or SIGTERM.

    Raises GaveUp with a sentence for people; every child has ended when this returns or raises.
    """
    asked_to_stop = False

    def stop(_signal: int, _frame: object) -> None:
        nonlocal asked_to_stop
        asked_to_stop = True

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    try:
        for child in children:
            child.start()
        waiting, deadline = True, time.monotonic() + patience
        while not asked_to_stop:
            for child in children:
                if child.died():
                    child.restart()
            if waiting and all(child.ready() for child in children):
                waiting = False
                when_ready()
            if waiting and time.monotonic() > deadline:
                slow = ", ".join(f"{child.name} (log: {child.log})" for child in children if not child.ready())
                raise GaveUp(f"not ready after {patience:.0f} s: {slow}")
            time.sleep(0.3)
        say("\nClaimloket stops ...")
    finally:
        for child in reversed(children):
            child.stop()
