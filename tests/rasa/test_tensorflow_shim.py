"""The place of TensorFlow is taken by nothing, in the Rasa environment, without anybody's help."""

import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv/rasa/bin/python"


def run(code: str) -> str:
    """What a plain Python of the Rasa environment prints; started elsewhere, so only the installed shim can help."""
    done = subprocess.run([PYTHON, "-W", "ignore", "-c", code], cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_rasas_server_imports_without_tensorflow() -> None:
    assert run("import rasa.server, sys; print(type(sys.modules['tensorflow']).__module__)") == "claimloket_shim"


def test_spacy_sees_no_tensorflow() -> None:
    assert run("import thinc.compat, spacy; print(thinc.compat.has_tensorflow)") == "False"


def test_telemetry_is_off_unless_somebody_switched_it_on() -> None:
    assert run("import os; print(os.environ['RASA_TELEMETRY_ENABLED'])") == "false"
    assert run("import rasa.telemetry; print(rasa.telemetry.is_telemetry_enabled())") == "False"


def test_a_component_that_needs_tensorflow_says_so() -> None:
    code = """
from rasa.utils.tensorflow.layers import Embed
try:
    Embed(1, 2, 3)
except ModuleNotFoundError as error:
    print(error)
"""
    assert "TensorFlow is not installed" in run(code)


@pytest.mark.parametrize("name", ["tensorflow.experimental", "tensorflow.experimental.dlpack", "tensorflowx", "torch"])
def test_it_answers_for_nothing_else(name: str) -> None:
    assert run(f"import importlib.util as u\ntry: print(u.find_spec({name!r}))\nexcept ModuleNotFoundError: print(None)") == "None"


def test_an_installed_tensorflow_wins(tmp_path: pathlib.Path) -> None:
    (tmp_path / "tensorflow.py").write_text("real = True\n")
    assert run(f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import tensorflow; print(tensorflow.real)") == "True"


def test_no_component_of_ours_loads_tensorflow_or_keras() -> None:
    for file in (ROOT / "bot/nlu").rglob("*.py"):
        if file.name != "shim.py":
            assert "tensorflow" not in file.read_text(encoding="utf-8").lower().replace("rasa.utils.tensorflow.constants", ""), file
