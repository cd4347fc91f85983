"""The running product for browser tests: `python -m bot.cli run` with its own folder, database and ports."""

import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field

import httpx

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PATIENCE = 300.0  # a first start trains the model
LOGIN = re.compile(r"one-time login: (\S+)\s+(\S+)")


class NotRunning(Exception):
    """The product ended or was not ready in time; the message holds what it printed."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Product:
    """A product that runs. `logins` are the one-time logins it printed; `passwords` what tests chose instead."""

    folder: pathlib.Path
    port: int
    process: "subprocess.Popen[bytes]"
    logins: dict[str, str] = field(default_factory=dict)
    passwords: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def printed(self) -> str:
        return (self.folder / "out.log").read_text(encoding="utf-8")

    def ready(self) -> dict[str, str]:
        answer: dict[str, str] = httpx.get(f"{self.url}/readyz", timeout=5).json()
        return answer

    def wait(self) -> None:
        """Return once both processes answer and the first logins are printed. Raises NotRunning."""
        end = time.monotonic() + PATIENCE
        while "Claimloket runs at" not in self.printed or len(LOGIN.findall(self.printed)) < 2:
            if self.process.poll() is not None or time.monotonic() > end:
                raise NotRunning(self.printed)
            time.sleep(0.2)
        self.logins = dict(LOGIN.findall(self.printed))

    def rasa_pid(self) -> int:
        """The process id of this product's own Rasa: a child of its supervisor. Raises NotRunning."""
        return self._child("--credentials")

    def app_pid(self) -> int:
        """The process id of the app. Raises NotRunning."""
        return self._child("bot.cli serve")

    def _child(self, words: str) -> int:
        command = ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(self.process.pid)]
        listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        for line in listed.splitlines():
            if words in line:
                return int(line.split()[0])
        raise NotRunning(f"no {words!r} among {listed!r}; {self.printed}")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(25)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(folder: pathlib.Path) -> Product:
    """Start the product; `wait` waits for it. A message counts as late after 3 s here, so that tests of that need not wait long."""
    port = free_port()
    env = {
        **os.environ,
        "CLAIMLOKET_PORT": str(port),
        "CLAIMLOKET_LOCAL_DIR": str(folder / "local"),
        "CLAIMLOKET_DATABASE_URL": f"sqlite:///{folder / 'claims.db'}",
        "CLAIMLOKET_HEARD_WITHIN_SECONDS": "3",
    }
    with (folder / "out.log").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "run"], cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
        )
    return Product(folder, port, process)
