"""A tracker store that stores nothing: every turn begins with a fresh tracker.

The claim file and the messages live in the app. So turn 300 costs what turn 1 costs, any Rasa process can take any message,
and nothing that Rasa loses can be missed. Named in endpoints.yml; loading it also repairs the server (`bot.nlu.rasa.server`).
"""

from typing import Any, Iterable, Optional

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.nlu.rasa import server


class StatelessTrackerStore(TrackerStore):
    """Remembers no conversation; `retrieve` never finds one and `save` drops what it gets."""

    def __init__(self, domain: Optional[Domain], event_broker: Optional[EventBroker] = None, **kwargs: Any) -> None:
        super().__init__(domain, event_broker)
        server.install()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Drop the tracker."""

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """None: there is never an earlier tracker."""
        return None

    async def keys(self) -> Iterable[str]:
        """No conversations."""
        return []
