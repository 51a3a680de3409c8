"""A whole Postmaster on a free port, with its playground as Slack, and people who use it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.playground.testing import Person, Served, serving
from bot.server import create_server
from bot.settings import Settings
from knowledge.base import KnowledgeBase

SLACK = ("SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET")
UNSET = (*SLACK, "POSTMASTER_URL")


@pytest.fixture
def served(knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Served]:
    """The running server; `knowledge` is what it works on."""
    for name in UNSET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    with serving(lambda port: create_server(Settings(), knowledge, port=port)) as server:
        yield server


@pytest.fixture
def ana(served: Served) -> Iterator[Person]:
    """Somebody of the team."""
    with served.person("Ana") as person:
        yield person


@pytest.fixture
def wei(served: Served) -> Iterator[Person]:
    """Somebody else of the team."""
    with served.person("Wei") as person:
        yield person


@pytest.fixture
def sam(served: Served) -> Iterator[Person]:
    """A third person of the team."""
    with served.person("Sam") as person:
        yield person
