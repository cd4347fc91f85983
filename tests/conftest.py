"""With CI=true a skipped test fails the run unless `.ci/allowed-skips` names it, one test id (or its beginning) a line."""

import os
import pathlib
from collections.abc import Generator

import pytest

ALLOWED = pathlib.Path(__file__).resolve().parent.parent / ".ci" / "allowed-skips"


def allowed(nodeid: str) -> bool:
    lines = (line.split("#")[0].strip() for line in ALLOWED.read_text(encoding="utf-8").splitlines())
    return any(line and nodeid.startswith(line) for line in lines)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail") and not allowed(item.nodeid):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and .ci/allowed-skips does not name it: {report.longrepr}"
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: Playwright's sync driver keeps an event loop running in this thread until the session ends."""
    items.sort(key=lambda item: "browser" in item.path.parts)
