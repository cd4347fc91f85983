"""Deliver a stored message to Rasa's REST channel. The reply is not trusted: it is read and forgotten."""

import asyncio
import time
from zoneinfo import ZoneInfo

import httpx

from bot import log
from bot.channel.pieces import Piece, cut
from bot.claims.records import Stored

LOG = log.get(__name__)
WEBHOOK = "/webhooks/rest/webhook"
LOCAL = ZoneInfo("Europe/Brussels")
AT_A_TIME = 2


class RasaLine:
    """The way to one Rasa server at `url`; a call may take `timeout` seconds. Fits `bot.services.ports.Line`."""

    def __init__(self, url: str, timeout: float) -> None:
        self._client = httpx.AsyncClient(base_url=url, timeout=httpx.Timeout(timeout, connect=min(timeout, 3.0)), trust_env=False)

    async def deliver(self, message: Stored, language: str) -> None:
        """Send the pieces of `message`, the last one when all others were taken.

        Stops at the first that Rasa did not take; raises nothing for that.

        Of a long text two pieces are on their way at a time: while one is handed on and kept, Rasa reads the next.
        """
        start, pieces = time.perf_counter(), cut(message.text)
        waiting = iter(pieces[:-1])

        async def send_in_turn() -> bool:
            for piece in waiting:
                if not await self._send(message, piece, language):
                    return False
            return True

        if not all(await asyncio.gather(*(send_in_turn() for _ in range(min(AT_A_TIME, len(pieces) - 1))))):
            return
        if await self._send(message, pieces[-1], language):
            LOG.info("message_delivered", message=message.id, pieces=len(pieces), seconds=round(time.perf_counter() - start, 3))

    async def _send(self, message: Stored, piece: Piece, language: str) -> bool:
        """Send one piece; False when Rasa did not take it."""
        metadata = {
            "message_id": message.id,
            "at": message.at.astimezone(LOCAL).isoformat(),
            "ask": message.ask,
            "language": language,
            "offset": piece.offset,
            "length": piece.length,
            "piece": piece.number,
            "pieces": piece.of,
            "intents_wanted": piece.intents_wanted,
        }
        # Rasa lets one sender wait for itself, a second at a time. It keeps nothing of a sender, so each piece can be one.
        sender = message.conversation_id if piece.of == 1 else f"{message.conversation_id}.{piece.number}"
        try:
            response = await self._client.post(WEBHOOK, json={"sender": sender, "message": piece.sent, "metadata": metadata})
        except httpx.HTTPError as error:
            LOG.warning("rasa_away", message=message.id, piece=piece.number, error=type(error).__name__)
            return False
        if response.status_code != httpx.codes.OK:
            LOG.warning("rasa_refused", message=message.id, piece=piece.number, status=response.status_code)
            return False
        return True

    async def answers(self) -> bool:
        """Whether the server answers now."""
        try:
            return (await self._client.get("/webhooks/rest/ready", timeout=2.0)).status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False

    async def close(self) -> None:
        await self._client.aclose()
