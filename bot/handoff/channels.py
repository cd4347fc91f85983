"""Two ways to reach a person: a signed webhook and an e-mail. Each raises an exception when it did not get through."""

import asyncio
import hashlib
import hmac
import json
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate
from time import time
from typing import Protocol

import httpx

from bot.handoff.notice import Notice

PATIENCE = 10.0
UNREACHED = (httpx.HTTPError, httpx.InvalidURL, smtplib.SMTPException, OSError, ValueError)


class Channel(Protocol):
    async def send(self, notice: Notice) -> None:
        """Return once the other side took it."""
        ...


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """ "sha256=" and the HMAC of the timestamp (whole seconds since 1970), a dot and the body: as in the insurer's calls to us."""
    return "sha256=" + hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


class Webhook:
    """Posts JSON; any 2xx is taken. Redirects are not followed: the signature is for this address."""

    def __init__(self, url: str, secret: str, now: Callable[[], float] = time) -> None:
        self._url, self._secret, self._now = url, secret, now

    async def send(self, notice: Notice) -> None:
        body = json.dumps(notice.as_json(), ensure_ascii=False, separators=(",", ":")).encode()
        timestamp = str(int(self._now()))
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": notice.id,
            "X-Claimloket-Timestamp": timestamp,
            "X-Claimloket-Signature": signature(self._secret, timestamp, body),
        }
        async with httpx.AsyncClient(timeout=PATIENCE, follow_redirects=False, trust_env=False) as client:
            answer = await client.post(self._url, content=body, headers=headers)
        if not answer.is_success:
            raise httpx.HTTPStatusError(f"answered {answer.status_code}", request=answer.request, response=answer)


@dataclass(frozen=True, slots=True)
class Server:
    """The mail server. `security` is starttls, tls or none."""

    host: str
    port: int
    security: str
    user: str
    password: str
    sender: str


class Mail:
    """Sends plain text to one or more addresses; the server must take it for all of them."""

    def __init__(self, server: Server, to: tuple[str, ...]) -> None:
        self._server, self._to = server, to

    async def send(self, notice: Notice) -> None:
        await asyncio.to_thread(self._send, self._message(notice))

    def _message(self, notice: Notice) -> EmailMessage:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = self._server.sender, ", ".join(self._to), notice.subject
        message["Date"] = formatdate(localtime=False)
        # The same id at every try, so that a mail box can tell a repeat.
        message["Message-ID"] = f"<{notice.id}@{self._server.sender.rpartition('@')[2].strip('> ') or 'claimloket'}>"
        message["Auto-Submitted"], message["X-Priority"] = "auto-generated", "1"
        message.set_content(notice.as_text())
        return message

    def _send(self, message: EmailMessage) -> None:
        with self._connect() as client:
            if self._server.user:
                client.login(self._server.user, self._server.password)
            refused = client.send_message(message)
        if refused:
            raise smtplib.SMTPRecipientsRefused(refused)

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        if server.security == "tls":
            return smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=ssl.create_default_context())
        client = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
        if server.security == "starttls":
            try:
                client.starttls(context=ssl.create_default_context())
            except Exception:
                client.close()
                raise
        return client
