"""Deliver a stored message to Rasa's REST channel. The reply is not trusted: it is read and forgotten."""

import time
from zoneinfo import ZoneInfo

import httpx

from bot import log
from bot.channel.pieces import cut
from bot.claims.records import Stored

LOG = log.get(__name__)
WEBHOOK = "/webhooks/rest/webhook"
LOCAL = ZoneInfo("Europe/Brussels")


class RasaLine:
    """The way to one Rasa server at `url`; a call may take `timeout` seconds. Fits `bot.services.ports.Line`."""

    def __init__(self, url: str, timeout: float) -> None:
        self._client = httpx.AsyncClient(base_url=url, timeout=httpx.Timeout(timeout, connect=min(timeout, 3.0)), trust_env=False)

    async def deliver(self, message: Stored, language: str) -> None:
        """Send the pieces of `message` one after the other. Stops at the first that Rasa did not take; raises nothing for that."""
        start, pieces = time.perf_counter(), cut(message.text)
        for piece in pieces:
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
            body = {"sender": message.conversation_id, "message": piece.sent, "metadata": metadata}
            try:
                response = await self._client.post(WEBHOOK, json=body)
            except httpx.HTTPError as error:
                LOG.warning("rasa_away", message=message.id, piece=piece.number, error=type(error).__name__)
                return
            if response.status_code != httpx.codes.OK:
                LOG.warning("rasa_refused", message=message.id, piece=piece.number, status=response.status_code)
                return
        LOG.info("message_delivered", message=message.id, pieces=len(pieces), seconds=round(time.perf_counter() - start, 3))

    async def answers(self) -> bool:
        """Whether the server answers now."""
        try:
            return (await self._client.get("/webhooks/rest/ready", timeout=2.0)).status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False

    async def close(self) -> None:
        await self._client.aclose()
