"""The supervisor of `make run`, with small real processes: what dies is started again, what keeps dying ends all, Ctrl-C ends all."""

import os
import pathlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
# A process that answers on a port, as Rasa and the app do; `fails` makes one that ends at once.
SERVES = (
    "import http.server,sys; http.server.HTTPServer(('127.0.0.1', int(sys.argv[1])), http.server.SimpleHTTPRequestHandler).serve_forever()"
)
RUN = """
import os, pathlib, sys
from bot import supervise
folder = pathlib.Path(sys.argv[1])
def child(name, code):
    port = supervise.free_port()
    return supervise.Child(name, [sys.executable, "-c", code, str(port)], folder / f"{name}.log", dict(os.environ), f"http://127.0.0.1:{port}/")
children = [child("one", sys.argv[2]), child("two", sys.argv[3])]
def ready():
    for each in children:
        (folder / f"{each.name}.pid").write_text(str(each.process.pid))
    print("ready", flush=True)
try:
    supervise.keep_running(children, ready)
except supervise.GaveUp as error:
    sys.exit(f"gave up: {error}")
"""


def until(what: Callable[[], bool], seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def runs(pid: int) -> bool:
    try:
        return "zombie" not in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False


def start(folder: pathlib.Path, one: str, two: str) -> "subprocess.Popen[str]":
    with (folder / "out").open("w", encoding="utf-8") as out:
        return subprocess.Popen([sys.executable, "-c", RUN, str(folder), one, two], cwd=ROOT, stdout=out, stderr=out, text=True)


def printed(folder: pathlib.Path) -> str:
    return (folder / "out").read_text(encoding="utf-8")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_both(tmp_path: pathlib.Path, how: signal.Signals) -> None:
    top = start(tmp_path, SERVES, SERVES)
    until(lambda: "ready" in printed(tmp_path))
    pids = [int((tmp_path / f"{name}.pid").read_text()) for name in ("one", "two")]
    top.send_signal(how)
    assert top.wait(20) == 0
    assert not any(runs(pid) for pid in pids)


def test_what_dies_is_started_again(tmp_path: pathlib.Path) -> None:
    top = start(tmp_path, SERVES, SERVES)
    until(lambda: "ready" in printed(tmp_path))
    os.kill(int((tmp_path / "one.pid").read_text()), signal.SIGKILL)
    until(lambda: "one stopped (code -9); it is started again" in printed(tmp_path))
    assert top.poll() is None
    top.send_signal(signal.SIGINT)
    assert top.wait(20) == 0


def test_what_keeps_dying_ends_all_and_says_which(tmp_path: pathlib.Path) -> None:
    top = start(tmp_path, SERVES, "raise SystemExit(3)")
    assert top.wait(90) == 1
    assert "gave up: two stopped 5 times" in printed(tmp_path)
    assert str(tmp_path / "two.log") in printed(tmp_path)


def test_children_end_when_the_supervisor_is_killed(tmp_path: pathlib.Path) -> None:
    top = start(tmp_path, SERVES, SERVES)
    until(lambda: "ready" in printed(tmp_path))
    pids = [int((tmp_path / f"{name}.pid").read_text()) for name in ("one", "two")]
    top.kill()
    top.wait()
    until(lambda: not any(runs(pid) for pid in pids))


def test_a_second_set_up_does_nothing() -> None:
    done = subprocess.run([sys.executable, "deploy/setup.py", "--dev"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
