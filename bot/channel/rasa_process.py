"""Start and stop a Rasa server: its command, its environment, and a handle on the process. Standard library and httpx only.

The server listens on loopback, offers the REST channel only (plus its HTTP API when asked for), and never outlives the
process that started it.
"""

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
RASA = ROOT / ".venv" / "rasa" / "bin" / "rasa"
# Run before Rasa in the same process: the kernel ends it when the thread that started it ends. A wrapper and not `preexec_fn`,
# which is not safe once the parent has threads. The check closes the gap between start and prctl (1 is PR_SET_PDEATHSIG).
ENDS_WITH_PARENT = """
import ctypes, os, signal, sys
ctypes.CDLL(None, use_errno=True).prctl(1, signal.SIGTERM)
if os.getppid() != int(sys.argv[1]):
    sys.exit("the parent is gone already")
os.execv(sys.argv[2], sys.argv[2:])
"""


class RasaNotReady(Exception):
    """Rasa ended, or did not answer in time; `log` is the file with what it said."""

    def __init__(self, reason: str, log: Path) -> None:
        super().__init__(f"Rasa is not ready: {reason}; what it said stands in {log}")
        self.log = log


def command(*, port: int, model: Path, api: bool = False) -> list[str]:
    """The command line of a server on 127.0.0.1:`port`. `api` adds Rasa's HTTP API, which has no authentication: scoring only."""
    line = [str(RASA), "run", "--model", str(model), "--interface", "127.0.0.1", "--port", str(port)]
    line += ["--endpoints", str(ROOT / "endpoints.yml"), "--credentials", str(ROOT / "credentials.yml")]
    return [*line, "--enable-api"] if api else line


def environment(*, action_url: str, secret: str) -> dict[str, str]:
    """The environment of a server: ours, the two variables of endpoints.yml, no telemetry, no personal data in the log."""
    return {
        **os.environ,
        "CLAIMLOKET_ACTION_URL": action_url,
        "CLAIMLOKET_ACTION_SECRET": secret,
        "RASA_TELEMETRY_ENABLED": "false",
        "LOG_LEVEL": "INFO",  # at DEBUG Rasa prints whole messages
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "0",
        "PYTHONWARNINGS": "ignore",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }


class RasaProcess:
    """A running server. `url` is its address without a slash at the end."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
        self.process, self.port, self.log = process, port, log
        self.url = f"http://127.0.0.1:{port}"

    @property
    def pid(self) -> int:
        return self.process.pid

    def ready(self, timeout: float = 60.0) -> float:
        """Wait until the model is loaded and the channel answers; returns the seconds waited. Raises RasaNotReady.

        A server that could not read its model listens all the same and ignores every message: that is not ready.
        """
        start = time.monotonic()
        while (waited := time.monotonic() - start) < timeout:
            if self.process.poll() is not None:
                raise RasaNotReady(f"it ended with code {self.process.returncode}", self.log)
            with contextlib.suppress(httpx.HTTPError):  # not listening yet
                status = httpx.get(f"{self.url}/webhooks/rest/ready", timeout=2).status_code
                if status == 200:
                    return waited
                if status == 503:  # it listens, so loading is over
                    raise RasaNotReady("it could not load its model", self.log)
            time.sleep(0.1)
        raise RasaNotReady(f"no answer within {timeout:.0f} s", self.log)

    def stop(self, patience: float = 8.0) -> None:
        """End the server: asked first, killed after `patience` seconds. Safe to repeat."""
        if self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def kill(self) -> None:
        """End the server at once, as a crash would (SIGKILL)."""
        self.process.kill()
        self.process.wait()


def start_rasa(*, port: int, action_url: str, secret: str, model: Path, api: bool = False, log_path: Path) -> RasaProcess:
    """Start a server and return at once; `ready()` waits for it. What it prints is appended to `log_path`.

    Start it from a thread that lives as long as it shall: it ends with that thread. Raises RasaNotReady when there is no
    model: Rasa would quietly take another one out of models/.
    """
    if not model.is_file():
        raise RasaNotReady(f"there is no model at {model}", log_path)
    log_path.parent.mkdir(parents=True, exist_ok=True)
    with log_path.open("ab") as out:
        process = subprocess.Popen(
            [sys.executable, "-c", ENDS_WITH_PARENT, str(os.getpid()), *command(port=port, model=model, api=api)],
            cwd=ROOT,
            env=environment(action_url=action_url, secret=secret),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    return RasaProcess(process, port, log_path)
