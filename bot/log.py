"""Logs: one JSON object a line on standard error, a fixed event name and facts; never a person's text, name or number.

Who saw or changed what belongs in tables, not here.
"""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

get = structlog.get_logger


def without_what_was_said(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """The place of a fault without its message: "could not convert '...'" would quote a person."""
    faults = list(event.get("exception") or ())
    while faults:
        fault = faults.pop()
        fault.pop("exc_value", None)
        fault.pop("exc_notes", None)
        for group in fault.get("exceptions") or ():  # each is a list of traces, as the outer one
            faults.extend(group)
    return event


def configure(level: int = logging.INFO) -> None:
    """Set the format for this process: JSON with a UTC time stamp. Call once, in an entry point."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.ExceptionRenderer(structlog.tracebacks.ExceptionDictTransformer(show_locals=False)),
            without_what_was_said,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
