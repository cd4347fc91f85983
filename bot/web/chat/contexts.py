"""All that the chat page may use: one frozen dataclass."""

from dataclasses import dataclass

from bot.claims.fields import MINIMUM
from bot.claims.records import Channel
from bot.claims.variants import DUTCH, Language, terms


@dataclass(frozen=True, slots=True)
class Line:
    """One message as the page shows it without JavaScript: `at` is ISO 8601, `clock` the local time of day.

    `ask` is the field it asks, `choices` the answers that question allows; both may be empty.
    `items` are the fields (name and label) that the message reads back, each of which can be changed.
    """

    author: str
    who: str
    mine: bool
    text: str
    at: str
    clock: str
    ask: str = ""
    choices: tuple[str, ...] = ()
    items: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChatPage:
    """All that `chat/page.html` may use.

    `channel` and `csrf` go to the scripts (an agent's calls need the token of their session). The rest is for a talk without
    JavaScript: `action` is where the form goes, `key` the idempotency key of what is sent next, `messages` what was said so far,
    `problem` a Dutch sentence, `text` the refused text; `conversation` and `token` let the scripts go on with it;
    `code` gives it back. `basics` is the
    number of questions of the minimum notice. `language` is the variant of Dutch, `chosen` whether it was picked just now by hand.
    """

    title: str
    heading: str
    welcome: str
    channel: Channel
    box_label: str
    fresh_label: str
    home: str
    action: str
    csrf: str = ""
    staff_name: str = ""
    privacy_url: str = ""
    urgent_phone: str = ""
    key: str = ""
    language: Language = DUTCH
    chosen: bool = False
    top_note: str = ""
    problem: str = ""
    text: str = ""
    messages: tuple[Line, ...] = ()
    conversation: str = ""
    token: str = ""
    code: str = ""
    basics: int = len(MINIMUM)

    @property
    def handler(self) -> str:
        """Who handles a claim, in this variant of Dutch."""
        return terms(self.language)["handler"]

    @property
    def report(self) -> str:
        """What the person makes here, in this variant of Dutch."""
        return terms(self.language)["report"]

    @property
    def desk(self) -> bool:
        """Whether an agent types for a caller; the page then speaks to the agent."""
        return self.channel == "call_centre_agent"
