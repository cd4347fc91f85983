"""Take a file: look what it is, keep it under the hash of its content, list it in the claim file."""

import hashlib
import os
import pathlib
import re
import secrets
import tempfile
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from bot import log
from bot.claims.cleaning import cleaned
from bot.claims.errors import (
    CodeUnknown,
    ConversationClosed,
    ConversationUnknown,
    DocumentEmpty,
    DocumentTooLarge,
    StoreUnavailable,
    TooManyDocuments,
)
from bot.claims.fields import FIELDS
from bot.claims.model import Assertion, Log, Say, Turn
from bot.services.bell import Bell
from bot.services.core import Core
from bot.services.filetypes import KINDS, kind_of
from bot.services.hearing import Written, write
from bot.services.ports import Units
from bot.services.staff import utc_now

LOG = log.get(__name__)
FIELD = "documents"
MEGABYTES = 50
MOST_BYTES = MEGABYTES * 1_000_000
MOST_FILES = 100  # of one conversation
MOST_NAME = 120
BLOCK = 1 << 20
RETRY_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Received:
    """A file in the claim file: `about` as listed there; `new` is False when this conversation had it before."""

    about: dict[str, Any]
    new: bool
    written: Written | None


class Documents:
    """Files lie in `folder` (no web server looks there), named after the SHA-256 of their content, readable by this user only."""

    def __init__(self, units: Units, core: Core, bell: Bell, folder: pathlib.Path, now: Callable[[], datetime] = utc_now) -> None:
        self._units, self._core, self._bell, self._folder, self._now = units, core, bell, folder, now

    def receive(self, conversation_id: str, file: BinaryIO, name: str, kind: str = "other") -> Received:
        """Keep `file`, which was called `name`; `kind` is a code of the field `documents`. The same content again changes nothing.

        Raises DocumentRefused's children, CodeUnknown, TooManyDocuments, ConversationClosed, ConversationUnknown, StoreUnavailable.
        """
        if kind not in FIELDS[FIELD].codes:
            options = ", ".join(FIELDS[FIELD].codes.values())
            raise CodeUnknown(name=FIELD, label=FIELDS[FIELD].label, pointer="#/type", options=options)
        size = file.seek(0, os.SEEK_END)
        if not size:
            raise DocumentEmpty()
        if size > MOST_BYTES:
            raise DocumentTooLarge(megabytes=MEGABYTES)
        sort = kind_of(file, name)
        self._may_add(conversation_id)  # before anything is written: a refused file leaves nothing behind
        sha256 = self._keep(file)
        at = self._now()
        about = {
            "type": kind, "status": "received", "sha256": sha256, "name": clean_name(name, sort), "media_type": KINDS[sort][0],
            "size": size, "received_at": at.isoformat(timespec="seconds"),
        }  # fmt: skip
        return self._list(conversation_id, about, at)

    def path(self, sha256: str) -> pathlib.Path:
        """Where the content with this hash lies."""
        return self._folder / sha256[:2] / sha256

    def _keep(self, file: BinaryIO) -> str:
        """Write the content under its hash: first to a name of its own, so that a half-written file is never taken for a whole one."""
        digest = hashlib.sha256()
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile(dir=self._folder, prefix="part-") as part:
                file.seek(0)
                while block := file.read(BLOCK):
                    digest.update(block)
                    part.write(block)
                part.flush()
                os.fsync(part.fileno())
                target = self.path(digest.hexdigest())
                target.parent.mkdir(exist_ok=True, mode=0o700)
                if not target.exists():
                    unique = target.with_name(f"part-{secrets.token_hex(8)}")
                    os.link(part.name, unique)
                    unique.replace(target)
        except OSError as error:
            LOG.error("document_not_kept", error=type(error).__name__, number=error.errno)
            raise StoreUnavailable(seconds=RETRY_SECONDS) from error
        return digest.hexdigest()

    def _may_add(self, conversation_id: str) -> None:
        with self._units.read() as unit:
            found = unit.conversations.get(conversation_id)
            if found is None:
                raise ConversationUnknown()
            if found.status in ("withdrawn", "rejected"):
                raise ConversationClosed()
            if len(received(unit.log(conversation_id))) >= MOST_FILES:
                raise TooManyDocuments(limit=MOST_FILES)

    def _list(self, conversation_id: str, about: dict[str, Any], at: datetime) -> Received:
        with self._units.write() as unit:
            found = unit.conversations.get(conversation_id)
            if found is None:
                raise ConversationUnknown()
            if found.status in ("withdrawn", "rejected"):
                raise ConversationClosed()
            known = unit.log(conversation_id)
            earlier = received(known)
            if again := next((one for one in earlier if one["sha256"] == about["sha256"]), None):
                return Received(again, False, None)
            if len(earlier) >= MOST_FILES:
                raise TooManyDocuments(limit=MOST_FILES)
            listed = Assertion("field", FIELD, [about], "stated", "document", "", at)
            turn = Turn("", (listed,), (Say("utter_document_received", {"name": about["name"]}),))
            written = write(unit, self._core, known, turn, at)
            unit.commit()
        self._bell.ring(conversation_id)
        LOG.info("document_received", conversation=conversation_id, media_type=about["media_type"], size=about["size"])
        return Received(about, True, written)


def received(known: Log) -> list[dict[str, Any]]:
    """The files of a conversation, in order."""
    return [item for one in known.assertions if one.name == FIELD and one.said_by == "document" for item in one.value]


def clean_name(name: str, sort: str) -> str:
    """The last part of `name` as people may see it: no folders, no control or direction signs, secrets masked, an ending that fits."""
    last = re.split(r"[/\\]", name)[-1].encode("utf-8", "replace").decode("utf-8")
    plain = "".join(" " if unicodedata.category(sign)[0] in "ZC" else sign for sign in unicodedata.normalize("NFC", last))
    plain = re.sub(r'[<>:"|?*]', "_", cleaned(" ".join(plain.split()))).strip(". ")
    endings = KINDS[sort][1]
    ending = next((one for one in endings if plain.lower().endswith(one)), "")
    stem = plain[: len(plain) - len(ending)].strip(". ") or "bestand"
    return stem[: MOST_NAME - 5] + (plain[len(plain) - len(ending) :] if ending else endings[0])
