"""A playground on a real port, and in the bot's place an app that remembers what it is sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from slack_sdk import WebClient
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.playground import Playground, Timing, create_playground
from bot.playground.testing import Person, Served, serving

MANIFEST = Path(__file__).parent / "manifest.yml"
TOKEN = "xoxb-test"
SECRET = "signing-secret"
PATIENCE_S = 10.0


@dataclass(frozen=True)
class Received:
    """A request as it reached the bot."""

    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        return json.loads(self.body)

    @property
    def event(self) -> dict[str, Any]:
        return self.json["event"]

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))

    @property
    def payload(self) -> dict[str, Any]:
        return json.loads(self.form["payload"])

    @property
    def name(self) -> str:
        """What arrived: an event's type (and subtype), a payload's type, or a command."""
        if self.headers["content-type"] == "application/json":
            return ".".join(filter(None, [self.event["type"], self.event.get("subtype")]))
        return self.payload["type"] if "payload" in self.form else self.form["command"]


class RecordingBot:
    """Stands where the bot would: takes every request, and answers as it was told."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self._arrived = threading.Condition()
        self._answer: Callable[[Received], Response] = lambda _request: Response()
        self.open = threading.Event()
        """Cleared, no request is answered until it is set again."""
        self.open.set()

    def answers(self, answer: Callable[[Received], Response]) -> None:
        self._answer = answer

    def reset(self) -> None:
        self.open.set()
        with self._arrived:
            self.received = []
            self._answer = lambda _request: Response()

    def waits_for(self, name: str, count: int = 1) -> list[Received]:
        """The first `count` requests of that name."""
        with self._arrived:
            found = self._arrived.wait_for(lambda: len(self.named(name)) >= count, PATIENCE_S)
            assert found, f"no {name} arrived, only {[request.name for request in self.received]}"
            return self.named(name)[:count]

    def named(self, name: str) -> list[Received]:
        return [request for request in self.received if request.name == name]

    async def endpoint(self, request: Request) -> Response:
        received = Received(dict(request.headers), await request.body())
        with self._arrived:
            self.received.append(received)
            self._arrived.notify_all()
        await run_in_threadpool(self.open.wait, PATIENCE_S)
        return self._answer(received)


@dataclass
class World:
    """All there is: the server, the playground in it, and the bot beside it."""

    served: Served
    playground: Playground
    bot: RecordingBot
    web: WebClient

    def fresh(self) -> None:
        self.bot.reset()
        self.served.switch(reset=True)
        self.served.deliveries()
        self.served.http.post("/playground/reset", json={}).raise_for_status()
        self.served.deliveries()
        self.bot.reset()
        self.playground.services.deliverer.log.clear()


@pytest.fixture(scope="session")
def _world() -> Iterator[World]:
    bot = RecordingBot()
    made: list[Playground] = []

    def app(port: int) -> Starlette:
        playground = create_playground(
            events_url=f"http://127.0.0.1:{port}/slack/events",
            signing_secret=SECRET,
            bot_token=TOKEN,
            manifest=MANIFEST,
            timing=Timing(timeout_s=1.0, retry_delays_s=(0.0, 0.01, 0.01)),
        )
        made.append(playground)

        @asynccontextmanager
        async def lifespan(_app: Starlette) -> Any:
            async with playground.lifespan():
                yield

        return Starlette(
            routes=[Route("/slack/events", bot.endpoint, methods=["POST"]), *playground.routes], lifespan=lifespan
        )

    with serving(app) as served:
        web = WebClient(token=TOKEN, base_url=f"{served.url}/playground/api/")
        yield World(served, made[0], bot, web)


@pytest.fixture
def world(_world: World) -> World:
    """The world on its first day."""
    _world.fresh()
    return _world


@pytest.fixture
def bot(world: World) -> RecordingBot:
    return world.bot


@pytest.fixture
def web(world: World) -> WebClient:
    return world.web


@pytest.fixture
def ana(world: World) -> Iterator[Person]:
    with world.served.person("Ana") as person:
        yield person


@pytest.fixture
def wei(world: World) -> Iterator[Person]:
    with world.served.person("Wei") as person:
        yield person
