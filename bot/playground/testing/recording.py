"""In the bot's place: an app that remembers everything it is sent and answers as it is told."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.playground.objects import Json
from bot.playground.testing.screen import DEFAULT_TIMEOUT_S

__all__ = ["Answer", "Received", "RecordingBot"]


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it reached the bot."""

    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes

    @property
    def json(self) -> Json:
        """The body of an event: the envelope."""
        decoded: Json = json.loads(self.body)
        return decoded

    @property
    def event(self) -> Json:
        """The event in its envelope."""
        event: Json = self.json["event"]
        return event

    @property
    def form(self) -> dict[str, str]:
        """The fields of a command or an interaction."""
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))

    @property
    def payload(self) -> Json:
        """What an interaction carries."""
        decoded: Json = json.loads(self.form["payload"])
        return decoded

    @property
    def name(self) -> str:
        """What arrived: an event's type (and `.subtype`), a payload's type, or a command."""
        if self.headers["content-type"] == "application/json":
            event = self.event
            return f"{event['type']}.{event['subtype']}" if "subtype" in event else str(event["type"])
        return str(self.payload["type"]) if "payload" in self.form else self.form["command"]


Answer: TypeAlias = Callable[[Received], Response]


class RecordingBot:
    """Takes every request at `/slack/events`; answers 200 unless told otherwise."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        """Everything so far, in order of arrival."""
        self.open = threading.Event()
        """While it is cleared, requests are taken but not answered."""
        self._arrived = threading.Condition()
        self._answer: Answer = _take
        self.open.set()

    @property
    def route(self) -> Route:
        """Where the playground sends its requests."""
        return Route("/slack/events", self._endpoint, methods=["POST"])

    def answers(self, answer: Answer) -> None:
        """Answer like this from now on."""
        self._answer = answer

    def reset(self) -> None:
        """Forget everything, and answer 200 again."""
        self.open.set()
        with self._arrived:
            self.received = []
            self._answer = _take

    def named(self, name: str) -> list[Received]:
        """What arrived under that name (see `Received.name`)."""
        return [request for request in self.received if request.name == name]

    def waits_for(self, name: str, count: int = 1) -> list[Received]:
        """The first `count` requests of that name.

        Raises:
            TimeoutError: they did not arrive; the text says what did.
        """
        with self._arrived:
            if not self._arrived.wait_for(lambda: len(self.named(name)) >= count, DEFAULT_TIMEOUT_S):
                raise TimeoutError(f"no {name} arrived, only {[request.name for request in self.received]}")
            return self.named(name)[:count]

    async def _endpoint(self, request: Request) -> Response:
        received = Received(dict(request.headers), await request.body())
        with self._arrived:
            self.received.append(received)
            self._arrived.notify_all()
        await run_in_threadpool(self.open.wait, DEFAULT_TIMEOUT_S)
        return self._answer(received)


def _take(_request: Received) -> Response:
    return Response()
