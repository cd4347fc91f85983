"""The trained model and what it was made from: a model is named after the hash of its sources, so it is trained once."""

import fcntl
import hashlib
import os
import pathlib
import subprocess
import sys
import time
from collections.abc import Iterator

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODELS = ROOT / "models"
SOURCES = ("config.yml", "domain.yml", "requirements/rasa.txt", "data", "bot/nlu")
PREFIX = "claimloket-"
KEPT = 2


class TrainingFailed(Exception):
    """`rasa train` ended without a model; `log` is the file with what it said."""

    def __init__(self, log: pathlib.Path) -> None:
        super().__init__(f"rasa train made no model; what it said stands in {log}")
        self.log = log


def source_files() -> Iterator[pathlib.Path]:
    """All files a model is made from, in a fixed order; compiled Python and hidden files do not count."""
    for name in SOURCES:
        path = ROOT / name
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            parts = file.relative_to(ROOT).parts
            if file.is_file() and "__pycache__" not in parts and not any(part.startswith(".") for part in parts) and file.suffix != ".md":
                yield file


def sources_hash() -> str:
    """Sixteen hexadecimal digits over names and contents of the sources."""
    digest = hashlib.sha256()
    for file in source_files():
        digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def model_path() -> pathlib.Path:
    """Where the model of the present sources stands, or will stand once trained."""
    return MODELS / f"{PREFIX}{sources_hash()}.tar.gz"


def train(log: pathlib.Path) -> pathlib.Path:
    """Return the model of the present sources, training it when it is not there yet.

    Progress goes to the terminal, everything Rasa prints to `log`. Raises TrainingFailed. An unfinished training leaves no
    model behind: the archive is written under another name and renamed when it is whole.
    """
    MODELS.mkdir(exist_ok=True)
    with (MODELS / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two trainings at once spoil each other's cache; the second finds the model of the first
        wanted = model_path()
        return wanted if wanted.exists() else _train(wanted, log)


def _train(wanted: pathlib.Path, log: pathlib.Path) -> pathlib.Path:
    log.parent.mkdir(parents=True, exist_ok=True)
    part = f"part-{os.getpid()}"
    rasa = ROOT / ".venv" / "rasa" / "bin" / "rasa"
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    command = [str(rasa), "train", "--out", str(MODELS), "--fixed-model-name", part, "--skip-validation"]
    start = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        try:
            while process.poll() is None:
                show(f"train the language model ... {time.monotonic() - start:.0f} s")
                time.sleep(0.5)
        except BaseException:
            process.terminate()
            process.wait()
            raise
    made = MODELS / f"{part}.tar.gz"
    if process.returncode or not made.exists():
        raise TrainingFailed(log)
    made.rename(wanted)
    # A product that runs may need its older model again when Rasa is restarted: the two newest stay.
    for old in sorted(MODELS.glob(f"{PREFIX}*.tar.gz"), key=lambda file: file.stat().st_mtime)[:-KEPT]:
        old.unlink()
    show(f"train the language model ... {time.monotonic() - start:.0f} s", last=True)
    return wanted


def show(line: str, *, last: bool = False) -> None:
    """One line of progress that is overwritten on a terminal, and written only once (`last`) elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{line}" + ("\n" if last else ""))
    elif last:
        sys.stderr.write(line + "\n")
    sys.stderr.flush()
