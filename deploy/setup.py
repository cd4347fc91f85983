#!/usr/bin/env python3
"""Put both environments under .venv/: `app` (Python 3.11 or later) and `rasa` (Python 3.10, without TensorFlow).

Standard library only, for it runs before anything is installed. An environment is made again only when its lock file, or this
file, has changed. `--dev` adds what tests and lint need; `--peers` and `--fuzz` each make an environment of their own instead, which
the product and CI never need. Ends with a sentence that says what is missing, never with a traceback.
"""

import argparse
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "requirements"
RASA_PYTHON = (3, 10)


def stop(sentence: str) -> None:
    sys.exit(f"set-up: {sentence}")


def run(command: list[str], doing: str) -> None:
    """Run `command` with one line that tells what is being done and how long it took; its output is shown only on failure."""
    print(f"set-up: {doing} ...", end="", flush=True)
    start = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    if done.returncode:
        print(" failed")
        stop(f"{' '.join(command[:4])} ... ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    print(f" {time.monotonic() - start:.0f} s", flush=True)


def uv() -> str:
    """The path of uv: the one on PATH that works, else the pinned one, installed into .venv/tools."""
    found = shutil.which("uv")
    if found and subprocess.run([found, "--version"], capture_output=True, check=False).returncode == 0:
        return found
    tools = VENV / "tools"
    if not (tools / "bin" / "uv").exists():
        run([sys.executable, "-m", "venv", str(tools)], "make a place for uv")
        run([str(tools / "bin" / "pip"), "install", "-q", "--require-hashes", "-r", str(LOCKS / "uv.txt")], "install uv")
    return str(tools / "bin" / "uv")


def version_of(python: str) -> tuple[int, ...] | None:
    try:
        done = subprocess.run([python, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True, check=False)
    except OSError:
        return None
    return tuple(int(part) for part in done.stdout.split()) if done.returncode == 0 else None


def rasa_python() -> str:
    """A Python 3.10 that runs: CLAIMLOKET_PYTHON310, on PATH, of pyenv (its shim may refuse, so its folders), else left to uv."""
    candidates = [os.environ.get("CLAIMLOKET_PYTHON310"), shutil.which("python3.10")]
    roots = [os.environ.get("PYENV_ROOT"), str(pathlib.Path.home() / ".pyenv")]
    if shutil.which("pyenv"):
        roots.append(subprocess.run(["pyenv", "root"], capture_output=True, text=True, check=False).stdout.strip())
    for root in filter(None, roots):
        candidates += [str(path) for path in sorted(pathlib.Path(root).glob("versions/3.10*/bin/python"), reverse=True)]
    for candidate in filter(None, candidates):
        if version_of(candidate) == RASA_PYTHON:
            return candidate
    return "3.10"


def stamp(*files: pathlib.Path) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def environment(name: str, python: str, lock: pathlib.Path, options: list[str], also: tuple[pathlib.Path, ...] = ()) -> bool:
    """Make .venv/<name> out of `lock`; True when something was installed. What an older lock put there and this one lacks stays."""
    home, mark = VENV / name, VENV / f"{name}.stamp"
    wanted = stamp(lock, pathlib.Path(__file__), *also)
    if mark.exists() and mark.read_text() == wanted and (home / "bin" / "python").exists():
        return False
    mark.unlink(missing_ok=True)
    tool = uv()
    if not (home / "bin" / "python").exists():
        run([tool, "venv", "--quiet", "--python", python, str(home)], f"make the environment '{name}'")
    interpreter = str(home / "bin" / "python")
    run([tool, "pip", "install", "--quiet", "--python", interpreter, "--require-hashes", *options, "-r", str(lock)], f"install {lock.name}")
    return True


def finish(name: str, lock: pathlib.Path, also: tuple[pathlib.Path, ...] = ()) -> None:
    (VENV / f"{name}.stamp").write_text(stamp(lock, pathlib.Path(__file__), *also))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dev", action="store_true", help="also what tests and lint need")
    parser.add_argument("--peers", action="store_true", help="only .venv/peers: other readers of dates, for `make evaluate`")
    parser.add_argument("--fuzz", action="store_true", help="only .venv/fuzz: the fuzzer, for `make fuzz`")
    args = parser.parse_args()
    dev = args.dev
    if sys.version_info < (3, 11):
        stop(f"Python 3.11 or later is needed, this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 run")
    VENV.mkdir(exist_ok=True)
    beside = [name for name in ("peers", "fuzz") if getattr(args, name)]
    for name in beside:
        if environment(name, sys.executable, LOCKS / f"{name}.txt", []):
            finish(name, LOCKS / f"{name}.txt")
    if beside:
        return 0
    app_lock, dev_lock, rasa_lock = LOCKS / "app.txt", LOCKS / "dev.txt", LOCKS / "rasa.txt"
    # dev.txt holds all of app.txt with the same pins, so an environment made for tests also serves `make run`.
    made_for_tests = (VENV / "app.stamp").exists() and (VENV / "app.stamp").read_text() == stamp(dev_lock, pathlib.Path(__file__))
    lock = dev_lock if dev or made_for_tests else app_lock
    if environment("app", sys.executable, lock, []):
        finish("app", lock)
    shim = ROOT / "bot" / "nlu" / "rasa" / "shim.py"
    if environment("rasa", rasa_python(), rasa_lock, ["--no-deps"], (shim,)):
        run([str(VENV / "rasa" / "bin" / "python"), str(shim), "--install"], "let Rasa start without TensorFlow")
        finish("rasa", rasa_lock, (shim,))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nset-up: stopped; start again and it goes on where it was")
