"""Put the parts together: the one module that may import them all. Only entry points import it.

build(settings)     -> System: .app (the door), .actions_app (for Rasa), .intake, .staff, .review, await .start(), await .stop()
serve(settings)     runs both listeners until SIGTERM or Ctrl-C
upgrade_db, new_login, first_logins    for the command line
"""

import asyncio
import contextlib
import gc
import pathlib
import secrets
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

import uvicorn
import uvloop
from fastapi import APIRouter, FastAPI

from actions.intake import ActionIntake
from actions.server import create_actions_app
from bot import log, supervise
from bot.channel.rasa_client import RasaLine
from bot.claims import schema as claim_schema
from bot.claims.records import Role
from bot.handoff import pager as paging
from bot.handoff.pager import Pager
from bot.services import core as cores
from bot.services import faults
from bot.services.alarms import Alarms
from bot.services.bell import Bell
from bot.services.bundle import Services
from bot.services.core import Core
from bot.services.deliverer import Deliverer, Pace
from bot.services.documents import Documents
from bot.services.events import Events
from bot.services.hearing import Hearing
from bot.services.insurer import Insurer
from bot.services.intake import Intake
from bot.services.locks import LocalLocks
from bot.services.ports import Line
from bot.services.review import Review
from bot.services.secrets import Hasher
from bot.services.staff import Staff, utc_now
from bot.services.texts import Catalogue
from bot.settings import Settings
from bot.store.engine import make_engine
from bot.store.unit import Units
from bot.store.upgrade import upgrade
from bot.web.app import create_app

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOG = log.get(__name__)


@dataclass(frozen=True, slots=True)
class System:
    """A whole app. `start` delivers what an earlier process left unheard; `stop` leaves unheard messages in the store."""

    app: FastAPI
    actions_app: FastAPI
    services: Services
    hearing: Hearing
    deliverer: Deliverer
    pager: Pager
    bell: Bell
    line: Line
    close_store: Callable[[], None]

    @property
    def intake(self) -> Intake:
        return self.services.intake

    @property
    def staff(self) -> Staff:
        return self.services.staff

    @property
    def review(self) -> Review:
        return self.services.review

    async def start(self) -> None:
        self.bell.open()
        await self.deliverer.recover()
        self.pager.start()

    async def stop(self) -> None:
        self.bell.close()
        await self.pager.stop()
        await self.deliverer.stop()
        await self.line.close()
        self.close_store()


def build(settings: Settings, core: Core | None = None, line: Line | None = None) -> System:
    """Open the store (migrations applied) and make everything on it. Nothing is delivered before `start`.

    `core` and `line` are the real ones unless a test of the plumbing brings its own.
    """
    faults.arm(settings.fault)
    engine = make_engine(settings.database_url)
    upgrade(engine)
    units, bell, hasher = Units(engine), Bell(), Hasher(settings.session_secret)
    texts = catalogue(settings)
    core = core or cores.real(texts, settings.waiting_period_hours)
    line = line or RasaLine(settings.rasa_url, settings.rasa_timeout_seconds)
    deliverer = Deliverer(units, core, line, LocalLocks(), Pace(settings.retry_first_seconds, settings.retry_most_seconds))
    hearing = Hearing(units, core, bell)
    services = Services(
        intake=Intake(
            units,
            core,
            deliverer,
            bell,
            hasher,
            model=settings.model,
            heard_within=settings.heard_within_seconds,
            openings=settings.openings_per_hour,
            access=timedelta(days=settings.access_days),
        ),
        staff=Staff(units, hasher, settings.session_hours),
        review=Review(units, core),
        documents=Documents(units, core, bell, settings.local_path / "documents"),
        insurer=Insurer(units, core, bell, settings.insurer_secret),
        alarms=Alarms(units, core, bell, utc_now),
        events=Events(units, core),
        bell=bell,
        texts=texts,
        line=line,
        check_store=units.check,
        schema=claim_schema.schema,
    )
    base_url = settings.public_url or f"http://{settings.host}:{settings.port}"
    pager = Pager(units, core, bell, paging.channels_of(settings), paging.pace_of(settings), base_url)
    actions = create_actions_app([ActionIntake(hearing)], settings.action_secret)
    app = create_app(settings, services, page_routers())
    return System(app, actions, services, hearing, deliverer, pager, bell, line, engine.dispose)


def catalogue(settings: Settings) -> Catalogue:
    """The texts of domain.yml with what this installation fills in."""
    return Catalogue.load(
        ROOT / "domain.yml",
        {"privacy_url": settings.privacy_url, "urgent_phone": settings.urgent_phone, "next_steps": next_steps(settings)},
    )


def next_steps(settings: Settings) -> str:
    """The insurer's own words on what follows. Raises OSError when the file that is named cannot be read: better no start than no text."""
    return pathlib.Path(settings.next_steps).read_text(encoding="utf-8").strip() if settings.next_steps else ""


def page_routers() -> list[APIRouter]:
    """The pages of the insured and of the staff."""
    from bot.web.chat.router import router as chat
    from bot.web.desk.router import router as desk
    from bot.web.review.event_router import router as events
    from bot.web.review.router import router as review

    return [chat, desk, review, events]


def serve(settings: Settings, core: Core | None = None) -> None:
    """Run the door and the action listener in this process until SIGTERM or Ctrl-C; open streams end, nothing is lost."""
    log.configure()
    uvloop.run(run(build(settings, core), settings))


async def run(system: System, settings: Settings) -> None:
    """Both listeners on one event loop. The action listener is up before anything is delivered."""
    door = listener(system.app, settings.host, settings.port)
    actions = listener(system.actions_app, settings.action_host, settings.action_port)
    ends = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, ends.set)
    running = [asyncio.create_task(server._serve()) for server in (actions, door)]
    while not (actions.started and door.started) and not any(task.done() for task in running):
        await asyncio.sleep(0.01)
    await system.start()
    be_fair()
    LOG.info("app_started", port=settings.port, action_port=settings.action_port)
    waiting = asyncio.create_task(ends.wait())
    await asyncio.wait([waiting, *running], return_when=asyncio.FIRST_COMPLETED)
    system.bell.close()
    for server in (door, actions):
        server.should_exit = True
    with contextlib.suppress(SystemExit):
        await asyncio.gather(*running)
    waiting.cancel()
    await system.stop()
    LOG.info("app_stopped")


def be_fair() -> None:
    """Keep one long text from holding up everybody's turn: threads change places sooner, and the collector leaves what stays alone."""
    sys.setswitchinterval(0.001)
    gc.collect()
    gc.freeze()


def listener(app: FastAPI, host: str, port: int) -> uvicorn.Server:
    """Without uvicorn's access log: its lines hold addresses with the ids of conversations."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
        lifespan="off",
    )
    return uvicorn.Server(config)


def upgrade_db(settings: Settings) -> None:
    """Bring the database to the newest version."""
    upgrade(make_engine(settings.database_url))


def find_events(settings: Settings) -> int:
    """Look through all files for those of one event; returns how many files were read."""
    engine = make_engine(settings.database_url)
    upgrade(engine)
    return Events(Units(engine), cores.real(catalogue(settings), settings.waiting_period_hours)).refresh_all()


def staff_of(settings: Settings) -> Staff:
    engine = make_engine(settings.database_url)
    upgrade(engine)
    return Staff(Units(engine), Hasher(settings.session_secret), settings.session_hours)


def new_login(settings: Settings, name: str, role: str) -> tuple[str, str]:
    """A one-time login: for a new member, or a fresh one for an existing member. Returns name and password."""
    staff = staff_of(settings)
    known = {member.name for member in staff.members()}
    made = staff.renew_login(name) if name.strip().lower() in known else staff.create_staff(name, cast("Role", role))
    return made.name, made.password


def first_logins(settings: Settings) -> list[tuple[str, str]]:
    """At the first start: one-time logins for an adjuster and an agent. Later nothing."""
    staff = staff_of(settings)
    if staff.members():
        return []
    roles: tuple[tuple[str, Role], ...] = (("schadebeheerder", "adjuster"), ("balie", "agent"))
    return [(made.name, made.password) for name, role in roles for made in [staff.create_staff(name, role)]]


async def replay(model: pathlib.Path, source: pathlib.Path, target: pathlib.Path, rasa_log: pathlib.Path) -> int:
    """Write a claim file for each transcript of `source` to `target`, with a Rasa of its own on free ports; returns how many.

    `target` appears only when all went well. Nothing else is kept.
    """
    from bot.channel import rasa_process
    from bot.services import replay as replays

    catcher, secret = replays.Catcher(), secrets.token_urlsafe(32)
    rasa_port, action_port = supervise.free_port(), supervise.free_port()
    url = f"http://127.0.0.1:{action_port}/rasa/actions"
    rasa = rasa_process.start_rasa(port=rasa_port, action_url=url, secret=secret, model=model, log_path=rasa_log)
    server = listener(create_actions_app([ActionIntake(cast("Hearing", catcher))], secret), "127.0.0.1", action_port)
    serving = asyncio.create_task(server._serve())
    line = RasaLine(rasa.url, 60.0)
    part, count = target.with_name(target.name + ".part"), 0
    try:
        await asyncio.to_thread(rasa.ready)
        with source.open(encoding="utf-8") as lines, part.open("w", encoding="utf-8") as out:
            async for done in replays.replay(lines, line, catcher, model.name.removesuffix(".tar.gz")):
                out.write(done + "\n")
                count += 1
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
        await line.close()
        rasa.stop()
        server.should_exit = True
        await serving
    return count
