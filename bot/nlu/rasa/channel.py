"""Rasa's REST channel with one more question to ask (is a model loaded?), and with long texts read in short steps."""

import gc
from typing import Any, Awaitable, Callable

from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.nlu.rasa import ahead


class IntakeInput(RestInput):
    """As shipped, a server without a usable model starts, says 200 and ignores every message. `GET .../rest/ready` tells."""

    @classmethod
    def name(cls) -> str:
        return "rest"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        async def read_first(message: UserMessage) -> Any:
            _keep_what_is_loaded()
            await ahead.read(message.text, message.metadata)
            return await on_new_message(message)

        blueprint = super().blueprint(read_first)

        @blueprint.route("/ready", methods=["GET"])
        async def ready(request: Request) -> HTTPResponse:
            """200 with the model's file name when messages are understood, else 503."""
            agent = getattr(request.app.ctx, "agent", None)
            if agent is None or not agent.is_ready():
                return response.json({"ready": False}, status=503)
            return response.json({"ready": True, "model": agent.processor.model_filename})

        return blueprint


def _keep_what_is_loaded() -> None:
    """Once, with the model loaded: the collector need not walk through half a million objects that stay. That took 0.2 s each time."""
    if not gc.get_freeze_count():
        gc.collect()
        gc.freeze()
