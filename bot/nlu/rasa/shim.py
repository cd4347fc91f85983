"""TensorFlow's place, taken by nothing: Rasa imports it always, and our pipeline uses it never.

`rasa.server` reaches `rasa.utils.tensorflow` at import, which costs 350 MB and 10 s and needs a package that we do not
install. This module answers `import tensorflow` and `import keras` with empty classes. `tensorflow.experimental` is refused,
because thinc (spaCy) asks for it to learn whether TensorFlow is there. A real TensorFlow, when installed, always wins.

    python -m bot.nlu.rasa.shim --install

copies this file into the site-packages of the Python that runs it, with a `.pth` line that loads it at every start, so that
the plain `rasa` command works too. Standard library only; it must stay importable on its own.
"""

import importlib.abc
import importlib.machinery
import os
import shutil
import sys
import sysconfig
from abc import ABCMeta
from pathlib import Path
from types import ModuleType
from typing import Any, Optional, Sequence

ROOTS = ("tensorflow", "keras")
REFUSED = ("tensorflow.experimental",)
MODULE = "claimloket_shim"
MISSING = "TensorFlow is not installed here: this Rasa component or policy needs it"


class _Nothing(ABCMeta):
    """A class that has every attribute (again such a class), can be subclassed and used as a decorator, and does nothing."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = _Nothing(name, (), {"__module__": cls.__module__, "_is_nothing": True})
        setattr(cls, name, made)
        return made

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if "_is_nothing" not in cls.__dict__:
            raise ModuleNotFoundError(MISSING)  # somebody makes a real TED, DIET ...: say it plainly
        return args[0] if len(args) == 1 and callable(args[0]) and not kwargs else cls


class _NothingModule(ModuleType):
    __path__: Sequence[str] = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if f"{self.__name__}.{name}" in REFUSED:
            raise AttributeError(name)
        made = _Nothing(name, (), {"__module__": self.__name__, "_is_nothing": True})
        setattr(self, name, made)
        return made


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Answers for `tensorflow` and `keras`. Stands last on `sys.meta_path`, so installed packages come first."""

    stands_in_for = ROOTS

    def find_spec(
        self, name: str, path: Optional[Sequence[str]] = None, target: Optional[ModuleType] = None
    ) -> Optional[importlib.machinery.ModuleSpec]:
        if name.split(".")[0] not in ROOTS or name.startswith(REFUSED):
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _NothingModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        return None


def activate() -> None:
    """Put the finder in place and switch Rasa's telemetry off unless somebody switched it on. Safe to repeat."""
    if not any(getattr(finder, "stands_in_for", None) == ROOTS for finder in sys.meta_path):
        sys.meta_path.append(Finder())
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")


def install(site_packages: Path) -> Path:
    """Copy this module and its `.pth` line into `site_packages`; returns the path of the `.pth`. Safe to repeat."""
    shutil.copyfile(__file__, site_packages / f"{MODULE}.py")
    pth = site_packages / f"{MODULE}.pth"
    pth.write_text(f"import {MODULE}; {MODULE}.activate()\n", encoding="utf-8")
    return pth


if __name__ == "__main__":
    if sys.argv[1:] != ["--install"]:
        sys.exit("usage: python -m bot.nlu.rasa.shim --install")
    sys.stdout.write(f"{install(Path(sysconfig.get_paths()['purelib']))}\n")
