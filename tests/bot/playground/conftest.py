"""A playground on a real port, and in the bot's place an app that remembers what it is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from slack_sdk import WebClient
from starlette.applications import Starlette

from bot.playground import Playground, Timing, create_playground
from bot.playground.testing import Person, RecordingBot, Served, serving

MANIFEST = Path(__file__).parent / "manifest.yml"
TOKEN = "xoxb-test"
PATIENT = Timing(timeout_s=20.0, retry_delays_s=(0.0, 0.01, 0.01))
IMPATIENT = Timing(timeout_s=0.5, retry_delays_s=(0.0, 0.01, 0.01))


@dataclass(frozen=True)
class _World:
    served: Served
    playground: Playground
    bot: RecordingBot

    def begin_anew(self) -> None:
        self.bot.reset()
        self.served.switch(reset=True)
        self.served.deliveries()
        self.served.http.post("/playground/reset", json={}).raise_for_status()
        self.served.deliveries()
        self.bot.reset()
        self.playground.services.deliverer.log.clear()


@contextmanager
def _new_world(timing: Timing) -> Iterator[_World]:
    bot = RecordingBot()
    made: list[Playground] = []

    def app(port: int) -> Starlette:
        url = f"http://127.0.0.1:{port}/slack/events"
        playground = create_playground(
            events_url=url, signing_secret="signing-secret", bot_token=TOKEN, manifest=MANIFEST, timing=timing
        )
        made.append(playground)

        @asynccontextmanager
        async def lifespan(_app: Starlette) -> AsyncIterator[None]:
            async with playground.lifespan():
                yield

        return Starlette(routes=[bot.route, *playground.routes], lifespan=lifespan)

    with serving(app) as served:
        yield _World(served, made[0], bot)


@pytest.fixture(scope="session")
def _only_world() -> Iterator[_World]:
    with _new_world(PATIENT) as world:
        yield world


@pytest.fixture
def _world(request: pytest.FixtureRequest) -> Iterator[_World]:
    """The world on its first day; with `impatient` it is one that waits for the bot only half a second."""
    if "impatient" in request.fixturenames:
        with _new_world(IMPATIENT) as world:
            yield world
        return
    shared: _World = request.getfixturevalue("_only_world")
    shared.begin_anew()
    yield shared


@pytest.fixture
def impatient() -> None:
    """Half a second without an answer of the bot is a timeout."""


@pytest.fixture
def served(_world: _World) -> Served:
    return _world.served


@pytest.fixture
def playground(_world: _World) -> Playground:
    return _world.playground


@pytest.fixture
def bot(_world: _World) -> RecordingBot:
    return _world.bot


@pytest.fixture
def web(served: Served) -> WebClient:
    return WebClient(token=TOKEN, base_url=f"{served.url}/playground/api/")


@pytest.fixture
def ana(served: Served) -> Iterator[Person]:
    with served.person("Ana") as person:
        yield person


@pytest.fixture
def wei(served: Served) -> Iterator[Person]:
    with served.person("Wei") as person:
        yield person
