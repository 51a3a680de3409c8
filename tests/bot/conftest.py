"""What tests of the bot need: an environment without a word about Slack, and a Slack to talk to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_sdk import WebClient
from starlette.applications import Starlette

from bot.playground import Playground, create_playground
from bot.playground.testing import Served, serving
from bot.server import MANIFEST

TOKEN = "xoxb-1"
VARIABLES = (
    "DATABASE_URL",
    "HOST",
    "PORT",
    "POSTMASTER_DB",
    "POSTMASTER_LOG_LEVEL",
    "POSTMASTER_URL",
    "SLACK_API_URL",
    "SLACK_APP_TOKEN",
    "SLACK_BOT_TOKEN",
    "SLACK_SIGNING_SECRET",
)


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable of whoever runs the tests, and no `.env` file of theirs, reaches a test."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def _slack() -> Iterator[tuple[Served, Playground]]:
    made: list[Playground] = []

    def app(port: int) -> Starlette:
        url = f"http://127.0.0.1:{port}/slack/events"
        made.append(create_playground(events_url=url, signing_secret="s", bot_token=TOKEN, manifest=MANIFEST))
        return Starlette(routes=made[0].routes, lifespan=lambda _app: made[0].lifespan())

    with serving(app) as served:
        yield served, made[0]


@pytest.fixture
def served(_slack: tuple[Served, Playground]) -> Served:
    """Slack on its first day, spoken by the playground with this app's own manifest."""
    served, _ = _slack
    served.switch(reset=True)
    served.http.post("/playground/reset", json={}).raise_for_status()
    return served


@pytest.fixture
def playground(_slack: tuple[Served, Playground], served: Served) -> Playground:  # noqa: ARG001 - it begins anew
    """The same from inside: who is there and what was said."""
    return _slack[1]


@pytest.fixture
def web(served: Served) -> WebClient:
    """The bot's client for it."""
    return WebClient(token=TOKEN, base_url=f"{served.url}/playground/api/")
