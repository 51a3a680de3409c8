"""What is due later in a thread: a reminder, and what Slack refused to take."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from slack_sdk import WebClient
from starlette.applications import Starlette

from bot.listeners import following
from bot.playground.testing import Served, serving
from bot.schedule import Schedule
from bot.server import create_server
from bot.settings import Settings
from knowledge import files, opening
from knowledge.base import KnowledgeBase
from knowledge.preferences import ChannelPreferences, Listening
from tests.e2e.threads import (
    OTHER,
    STEP,
    TEAM,
    paste,
    replies,
    waits_for_line,
    waits_for_words,
)


@dataclass(frozen=True)
class Tomorrow:
    """A running Postmaster, and what another process does with the same database a day and an hour later."""

    served: Served
    client: WebClient
    knowledge: KnowledgeBase

    def comes(self) -> None:
        """Do what is due then, as every process does again and again."""
        Schedule(self.knowledge, following.handlers(self.client, self.knowledge)).do_what_is_due()


@pytest.fixture
def tomorrow(knowledge: KnowledgeBase, database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tomorrow]:
    for name in ("SLACK_APP_TOKEN", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "POSTMASTER_URL"):
        monkeypatch.delenv(name, raising=False)
    servers: list[Starlette] = []

    def server(port: int) -> Starlette:
        servers.append(create_server(Settings(), knowledge, port=port))
        return servers[0]

    later = KnowledgeBase(*opening.open_database(str(database), files.ENTRIES), now=lambda: time.time() + 25 * 3_600)
    with serving(server) as served:
        yield Tomorrow(served, servers[0].state.bolt.client, later)
    later.close()


def test_a_thread_without_a_word_is_reminded_once_and_the_reminder_goes_with_the_first_vote(
    tomorrow: Tomorrow, knowledge: KnowledgeBase
) -> None:
    with tomorrow.served.person("Ana") as ana:
        message, card = paste(ana, knowledge)
        tomorrow.comes()
        reminded = waits_for_words(ana, message, "Did one of these work?")
        assert "@" not in reminded.words
        tomorrow.comes()
        ana.reacts(card, "+1")
        ana.waits_for(lambda seen: seen.message(reminded.channel, reminded.ts) is None)
        tomorrow.comes()
        assert replies(ana, message, "Did one of these work?") == []


def test_there_is_no_reminder_after_feedback_nor_where_postmaster_is_off(
    tomorrow: Tomorrow, knowledge: KnowledgeBase
) -> None:
    with tomorrow.served.person("Ana") as ana:
        message, card = paste(ana, knowledge)
        ana.reacts(card, "-1")
        waits_for_line(ana, card, "0 of 1 here")
        solved, _ = paste(ana, knowledge, OTHER)
        ana.says("#mail-support", "solved", thread=solved)
        waits_for_words(ana, solved, "Thanks, Ana!")
        tomorrow.comes()
        assert replies(ana, message, "Did one") == replies(ana, solved, "Did one") == []
        quiet, _ = paste(ana, knowledge, "552 5.2.2 Mailbox full")
        off = ChannelPreferences(listening=Listening.OFF)
        tomorrow.knowledge.preferences.set_channel(TEAM, card.channel, off, by="U1")
        tomorrow.comes()
        assert replies(ana, quiet, "Did one") == []


def test_what_slack_refused_to_take_is_said_later(tomorrow: Tomorrow, knowledge: KnowledgeBase) -> None:
    with tomorrow.served.person("Ana") as ana:
        message, card = paste(ana, knowledge)
        tomorrow.served.switch(fail=[{"method": "chat.postMessage", "error": "internal_error", "times": 1}])
        ana.clicks(card, "thread_menu", option="still_broken")
        assert "Sorry" in ana.waits_for_ephemeral().text
        tomorrow.comes()
        waits_for_words(ana, message, "Next: 2.")
        tomorrow.comes()
        assert len(replies(ana, message, STEP)) == 1
