"""All services of one app, as the doors get them (`app.state.services`)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.services.alarms import Alarms
from bot.services.bell import Bell
from bot.services.documents import Documents
from bot.services.events import Events
from bot.services.insurer import Insurer
from bot.services.intake import Intake
from bot.services.ports import Line
from bot.services.review import Review
from bot.services.staff import Staff
from bot.services.texts import Catalogue


@dataclass(frozen=True, slots=True)
class Services:
    """`check_store` raises when the database cannot answer; `schema` gives the JSON Schema of the claim file."""

    intake: Intake
    staff: Staff
    review: Review
    documents: Documents
    insurer: Insurer
    alarms: Alarms
    events: Events
    bell: Bell
    texts: Catalogue
    line: Line
    check_store: Callable[[], None]
    schema: Callable[[], dict[str, Any]]
