"""The road between the report and a library in another environment: a JSON line in, a JSON line out. Standard library only."""

import json
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

Finder = Callable[[str, datetime], list[dict[str, Any]]]


def serve(find: Finder, version: str) -> None:
    """Answer lines {"text", "reference"} with {"finds"} or {"failed": name of the error}, after a first line {"ready": version}.

    A warm-up comes before the first line, so that loading is not charged to a sentence. What the library prints goes nowhere.
    """
    out, sys.stdout = sys.stdout, sys.stderr
    find("gisteren om 10u, 5 euro, 3 dagen", datetime.fromisoformat("2026-11-23T10:15:00+01:00"))
    print(json.dumps({"ready": version}), file=out, flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer: dict[str, Any] = {"finds": find(asked["text"], datetime.fromisoformat(asked["reference"]))}
        except Exception as error:  # noqa: BLE001 - whatever a library throws is a figure of the report, not its end
            answer = {"failed": type(error).__name__}
        print(json.dumps(answer), file=out, flush=True)
