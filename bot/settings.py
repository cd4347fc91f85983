"""Every setting of the app, from the environment (CLAIMLOKET_*), built once and passed on.

A missing value stops the start and names itself; secrets have no default. `make run` keeps generated secrets in `.local/env`.
"""

import os
import pathlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

PREFIX = "CLAIMLOKET_"
LEAST_SECRET = 24


class SettingMissing(Exception):
    """The environment lacks a value that has no default."""


class SettingRefused(Exception):
    """The environment holds a value that cannot be used."""


def said(default: Any, about: str) -> Any:
    """A setting with a default and one sentence about it for the README."""
    return field(default=default, metadata={"about": about})


def needed(about: str) -> Any:
    return field(metadata={"about": about})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Each attribute `x` is the variable CLAIMLOKET_X; the metadata hold the sentence of the README."""

    database_url: str = needed("where claims are kept, as an SQLAlchemy URL; `make run` takes a SQLite file in `.local/`")
    action_secret: str = field(repr=False, metadata={"about": "shared with Rasa, in a header of every call; 24 characters or more"})
    session_secret: str = field(repr=False, metadata={"about": "key under which tokens and codes are hashed; 24 characters or more"})
    local_dir: str = said(".local", "folder for secrets, database and logs of this machine")
    host: str = said("127.0.0.1", "address the app listens on")
    port: int = said(8000, "port the app listens on")
    action_port: int = said(5055, "loopback port on which Rasa reaches `/rasa/actions`")
    action_host: str = said("127.0.0.1", "address of the action listener; another one only on a private network with the Rasa server")
    rasa_url: str = said("http://127.0.0.1:5005", "address of the Rasa server; loopback or a private network only")
    model: str = said("", "name of the trained model, written into every claim file")
    environment: str = said("production", "`production`, or `test`, in which faults can be set off on purpose")
    cookie_secure: bool = said(False, "set to 1 behind HTTPS: cookies then travel over HTTPS only")
    heard_within_seconds: float = said(8.0, "how long a sent message may wait to be heard before the answer is 202")
    rasa_timeout_seconds: float = said(20.0, "how long one call to Rasa may take")
    retry_first_seconds: float = said(0.5, "wait before the second try to deliver; doubles")
    retry_most_seconds: float = said(30.0, "longest wait between two tries to deliver")
    session_hours: float = said(10.0, "how long a login of the staff lasts")
    access_days: float = said(30.0, "how long a person's access to a conversation lasts after its last use; the resume code gives it back")
    openings_per_hour: int = said(600, "how many conversations one address may open in an hour; 0 sets no limit")
    insurer_secret: str = field(
        default="",
        repr=False,
        metadata={"about": "key of the insurer's signed calls to `/api/v1/handoff/status`, 24 characters or more; empty closes it"},
    )
    language: str = said("nl-NL", "`nl-NL` or `nl-BE`: the Dutch for whom neither the page's address nor the browser names a country")
    privacy_url: str = said("", "page that says how personal data are used; shown at the start of a conversation")
    urgent_phone: str = said("", "number of the line for urgent incidents; texts name it only when it is set")
    waiting_period_hours: int = said(8, "waiting period that the downtime clock takes while that of the policy is not known")
    public_url: str = said("", "address under which staff reach this app, for the link in a page; empty: `http://HOST:PORT`")
    page_webhook_url: str = said("", "where a P1 that nobody looks at is posted; empty: no webhook")
    page_mail_to: str = said("", "who gets an e-mail then, with commas between; empty: no e-mail")
    page_second_webhook_url: str = said("", "where it is posted when still nobody looked (the duty manager); empty: no second webhook")
    page_second_mail_to: str = said("", "who gets an e-mail then; empty: no second e-mail")
    page_secret: str = field(
        default="", repr=False, metadata={"about": "key of the signature of both webhooks, 24 characters or more; needed with one"}
    )
    page_open_within_seconds: float = said(300.0, "how long a P1 may wait to be opened while staff is logged in, before anyone is paged")
    page_second_after_seconds: float = said(900.0, "how long after the first page the second address is paged")
    staff_seen_within_seconds: float = said(600.0, "how long after its last use a login counts as somebody being at work")
    smtp_host: str = said("", "mail server; needed for e-mail")
    smtp_port: int = said(587, "its port")
    smtp_security: str = said("starttls", "`starttls`, `tls` (from the first byte), or `none` (a server on this machine only)")
    smtp_user: str = said("", "name to log in with; empty: no login")
    smtp_password: str = field(default="", repr=False, metadata={"about": "password to log in with"})
    smtp_from: str = said("", "address the e-mail comes from; needed for e-mail")
    next_steps: str = said("", "file with the insurer's own text on what follows after the hand-over (UTF-8); empty shows nothing")
    fault: str = said("", "where to kill or hold the process (tests of the turn); refused outside environment `test`")

    def __post_init__(self) -> None:
        for name in ("action_secret", "session_secret"):
            if len(getattr(self, name)) < LEAST_SECRET:
                raise SettingRefused(f"{PREFIX}{name.upper()} must have {LEAST_SECRET} characters or more")
        if self.insurer_secret and len(self.insurer_secret) < LEAST_SECRET:
            raise SettingRefused(f"{PREFIX}INSURER_SECRET must have {LEAST_SECRET} characters or more, or be empty")
        if self.access_days <= 0:
            raise SettingRefused(f"{PREFIX}ACCESS_DAYS must be more than 0")
        if self.environment not in ("production", "test"):
            raise SettingRefused(f"{PREFIX}ENVIRONMENT must be production or test")
        if self.language not in ("nl-NL", "nl-BE"):
            raise SettingRefused(f"{PREFIX}LANGUAGE must be nl-NL or nl-BE")
        self._check_paging()
        if self.fault and self.environment != "test":
            raise SettingRefused(f"{PREFIX}FAULT may only be set where {PREFIX}ENVIRONMENT=test")

    def _check_paging(self) -> None:
        hooks = [url for url in (self.page_webhook_url, self.page_second_webhook_url) if url]
        if any(not url.startswith(("https://", "http://")) for url in hooks):
            raise SettingRefused(f"{PREFIX}PAGE_WEBHOOK_URL and {PREFIX}PAGE_SECOND_WEBHOOK_URL must be http or https addresses")
        if hooks and len(self.page_secret) < LEAST_SECRET:
            raise SettingRefused(f"{PREFIX}PAGE_SECRET must have {LEAST_SECRET} characters or more where a webhook is set")
        if (self.page_mail_to or self.page_second_mail_to) and not (self.smtp_host and self.smtp_from):
            raise SettingRefused(f"{PREFIX}SMTP_HOST and {PREFIX}SMTP_FROM must be set where an e-mail address is")
        if self.smtp_security not in ("starttls", "tls", "none"):
            raise SettingRefused(f"{PREFIX}SMTP_SECURITY must be starttls, tls or none")

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> "Settings":
        """Build from `env` (default: this process's). Raises SettingMissing or SettingRefused, naming the variable."""
        env = os.environ if env is None else env
        values: dict[str, Any] = {}
        for one in fields(cls):
            name = PREFIX + one.name.upper()
            if name in env:
                values[one.name] = convert(name, env[name], one.type)
        missing = [PREFIX + one.name.upper() for one in fields(cls) if one.name in NO_DEFAULT and one.name not in values]
        if missing:
            raise SettingMissing(f"not set: {', '.join(missing)}")
        return cls(**values)

    @property
    def local_path(self) -> pathlib.Path:
        return pathlib.Path(self.local_dir)


NO_DEFAULT = ("database_url", "action_secret", "session_secret")


def convert(name: str, text: str, wanted: Any) -> Any:
    if wanted is bool:
        if text.lower() not in ("0", "1", "true", "false", ""):
            raise SettingRefused(f"{name} must be 0 or 1")
        return text.lower() in ("1", "true")
    if wanted in (int, float):
        try:
            return wanted(text)
        except ValueError:
            raise SettingRefused(f"{name} must be a number") from None
    return text
