"""Call a person for a file that became P1: the first address, and a second one when nobody looked.

The plan of an alarm (who, when) stands in the outbox, so it survives a restart; opening the file ends it (`bot.services.alarms`).
"""

import asyncio
import contextlib
import random
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot import log
from bot.claims.records import Alarm, Conversation, Page
from bot.handoff.channels import UNREACHED, Channel, Mail, Server, Webhook
from bot.handoff.notice import Notice, notice
from bot.services.alarms import tell
from bot.services.bell import Bell
from bot.services.core import Core
from bot.services.ports import Unit, Units
from bot.services.raising import CLOSED, duty_call
from bot.services.staff import utc_now
from bot.settings import Settings

LOG = log.get(__name__)
Line = Literal["first", "second"]
Way = Literal["webhook", "mail"]
FIRST_WAIT, LONGEST_WAIT = 2.0, 300.0  # seconds between tries; doubles, with jitter
AFTER_TROUBLE = 10  # times the usual pause, when the store could not be read or written
GIVE_UP = timedelta(hours=24)
WARNED = {"web_chat": "utter_person_warned", "call_centre_agent": "utter_agent_person_warned"}


@dataclass(frozen=True, slots=True)
class Pace:
    """When whom: `open_within` for staff at work to open it, then the first address, `second_after` that the second one."""

    open_within: timedelta
    second_after: timedelta
    seen_within: timedelta
    look_every: float = 1.0


def channels_of(settings: Settings) -> dict[tuple[Line, Way], Channel]:
    """The addresses that are configured; none is a product that pages nobody."""
    made: dict[tuple[Line, Way], Channel] = {}
    server = Server(
        settings.smtp_host, settings.smtp_port, settings.smtp_security, settings.smtp_user, settings.smtp_password, settings.smtp_from
    )
    lines: tuple[tuple[Line, str, str], ...] = (
        ("first", settings.page_webhook_url, settings.page_mail_to),
        ("second", settings.page_second_webhook_url, settings.page_second_mail_to),
    )
    for line, url, to in lines:
        if url:
            made[line, "webhook"] = Webhook(url, settings.page_secret)
        if to:
            made[line, "mail"] = Mail(server, tuple(one.strip() for one in to.split(",") if one.strip()))
    return made


def pace_of(settings: Settings) -> Pace:
    return Pace(
        timedelta(seconds=settings.page_open_within_seconds),
        timedelta(seconds=settings.page_second_after_seconds),
        timedelta(seconds=settings.staff_seen_within_seconds),
    )


class Pager:
    """One task of the app's event loop. With no channel it only marks alarms as seen to."""

    def __init__(
        self, units: Units, core: Core, bell: Bell, channels: Mapping[tuple[Line, Way], Channel], pace: Pace, base_url: str,
        now: Callable[[], datetime] = utc_now,
    ) -> None:  # fmt: skip
        self._units, self._core, self._bell, self._channels = units, core, bell, channels
        self._pace, self._base_url, self._now = pace, base_url, now
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name="pager")

    async def stop(self) -> None:
        """What was not sent waits in the store for the next start."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        while True:
            pause = self._pace.look_every
            try:
                await self.look()
            except Exception as error:  # the loop outlives whatever the store or a rule raises
                LOG.error("pager_failed", error=type(error).__name__, exc_info=True)
                pause *= AFTER_TROUBLE
            await asyncio.sleep(pause)

    async def look(self) -> None:
        """Plan what is new, send what is due."""
        await asyncio.to_thread(self._plan)
        due = await asyncio.to_thread(self._due)
        await asyncio.gather(*(self._page(page) for page in due))

    def _due(self) -> list[Page]:
        with self._units.read() as unit:
            return unit.alarms.due(self._now())

    def _plan(self) -> None:
        with self._units.read() as unit:
            if not unit.alarms.unplanned():
                return
        with self._units.write() as unit:
            for alarm in unit.alarms.unplanned():
                about = unit.conversations.get(alarm.conversation_id)
                if about is not None:
                    unit.alarms.plan(alarm.id, self._pages(unit, alarm, about), self._now())
            unit.commit()

    def _pages(self, unit: Unit, alarm: Alarm, about: Conversation) -> list[Page]:
        """Who is called when. Each page has an id of its own that a second planning would give it too."""
        now = self._now()
        at_work = unit.staff.present(now - self._pace.seen_within, now)
        first = alarm.raised_at + (self._pace.open_within if at_work else timedelta())
        due: dict[Line, datetime] = {"first": first, "second": first + self._pace.second_after}
        haste = duty_call(about, alarm.raised_at)
        if haste is not None:
            due = {line: min(at, haste) for line, at in due.items()}
        return [
            Page(str(uuid.uuid5(uuid.UUID(alarm.id), f"{line}.{way}")), about.id, alarm.id, line, way, due[line])
            for line, way in self._channels
        ]

    async def _page(self, page: Page) -> None:
        channel = self._channels.get((page.line, page.channel))
        if channel is None:
            await asyncio.to_thread(self._close, page, "unset")
            return
        try:
            await channel.send(await asyncio.to_thread(self._notice, page))
        except UNREACHED as error:  # its words may hold an address or a key of the configuration: only its kind is logged
            LOG.warning("page_failed", conversation=page.conversation_id, page=page.id, channel=page.channel, error=type(error).__name__)
            await asyncio.to_thread(self._failed, page)
            return
        LOG.info("page_delivered", conversation=page.conversation_id, page=page.id, channel=page.channel, line=page.line)
        await asyncio.to_thread(self._delivered, page)
        self._bell.ring(page.conversation_id)

    def _notice(self, page: Page) -> Notice:
        with self._units.read() as unit:
            known = unit.log(page.conversation_id)
            raised = next(one.raised_at for one in unit.alarms.of(page.conversation_id) if one.id == page.alarm_id)
        try:
            claim = self._core.claim_file(known)
        except Exception as error:  # the border to the rules: a person is called all the more when one fails
            LOG.error("claim_file_failed", conversation=page.conversation_id, error=type(error).__name__, exc_info=True)
            claim = {"id": known.conversation_id, "number": known.number, "fields": {}, "triage": {"level": "P1", "signals": ()}}
        return notice(page.id, page.line, raised, claim, self._base_url)

    def _close(self, page: Page, outcome: str) -> None:
        with self._units.write() as unit:
            unit.alarms.closed(page.id, self._now(), outcome)
            unit.commit()

    def _failed(self, page: Page) -> None:
        now = self._now()
        wait = min(FIRST_WAIT * 2**page.tries, LONGEST_WAIT) * random.uniform(0.5, 1.5)
        with self._units.write() as unit:
            unit.alarms.tried(page.id, now + timedelta(seconds=wait))
            raised = next(one.raised_at for one in unit.alarms.of(page.conversation_id) if one.id == page.alarm_id)
            if now - raised >= GIVE_UP:
                unit.alarms.closed(page.id, now, "failed")
            unit.commit()

    def _delivered(self, page: Page) -> None:
        """Note it, and say so once for each alarm: only now is it true that somebody was warned."""
        now = self._now()
        with self._units.write() as unit:
            unit.alarms.closed(page.id, now, "delivered")
            about = unit.conversations.get(page.conversation_id)
            raised = next(one.raised_at for one in unit.alarms.of(page.conversation_id) if one.id == page.alarm_id)
            if about is not None and about.status not in CLOSED:
                text_id = WARNED[about.channel]
                said = any(one.text_id == text_id and one.at >= raised for one in unit.messages.since(about.id))
                if not said:
                    tell(unit, self._core, about, text_id, now)
            unit.commit()
