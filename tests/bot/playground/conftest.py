"""A playground on a real port, and in the bot's place an app that remembers what it is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from slack_sdk import WebClient
from starlette.applications import Starlette

from bot.playground import Playground, Timing, create_playground
from bot.playground.testing import Person, RecordingBot, Served, serving

MANIFEST = Path(__file__).parent / "manifest.yml"
TOKEN = "xoxb-test"
QUICK = Timing(timeout_s=1.0, retry_delays_s=(0.0, 0.01, 0.01))


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


@pytest.fixture(scope="session")
def _only_world() -> Iterator[_World]:
    bot = RecordingBot()
    made: list[Playground] = []

    def app(port: int) -> Starlette:
        url = f"http://127.0.0.1:{port}/slack/events"
        playground = create_playground(
            events_url=url, signing_secret="signing-secret", bot_token=TOKEN, manifest=MANIFEST, timing=QUICK
        )
        made.append(playground)

        @asynccontextmanager
        async def lifespan(_app: Starlette) -> AsyncIterator[None]:
            async with playground.lifespan():
                yield

        return Starlette(routes=[bot.route, *playground.routes], lifespan=lifespan)

    with serving(app) as served:
        yield _World(served, made[0], bot)


@pytest.fixture
def _world(_only_world: _World) -> _World:
    _only_world.begin_anew()
    return _only_world


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
