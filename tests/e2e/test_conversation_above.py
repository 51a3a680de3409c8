"""Who mentions Postmaster below something, without an error of their own, asks about what stands there."""

from __future__ import annotations

import time

import pytest
from slack_bolt import BoltRequest
from starlette.applications import Starlette

from bot.playground.testing import Person, Served, serving
from bot.server import create_server
from bot.settings import Settings
from knowledge.base import KnowledgeBase, Place
from knowledge.preferences import ChannelPreferences, Listening

TEAM = "T04NORTHWND"
PASTE = "535 5.7.8 Authentication credentials invalid"
UNKNOWN = "554 5.7.1 Zorblax flange misaligned with the hyperdrive"
NOTHING = "I see no mail error in this."


def test_it_is_the_latest_error_in_the_thread(ana: Person, sam: Person, served: Served) -> None:
    first = ana.says("#mail-support", "hi, my mail does it again")
    sam.says("#mail-support", UNKNOWN, thread=first)
    sam.says("#mail-support", "never saw that", thread=first)
    served.deliveries()
    ana.says("#mail-support", "@Postmaster", thread=first)
    assert UNKNOWN in ana.waits_for_reply(first).words


def test_it_is_also_one_below_an_answer(ana: Person, sam: Person, served: Served) -> None:
    first = ana.says("#mail-support", PASTE)
    ana.waits_for_reply(first)
    sam.says("#mail-support", UNKNOWN, thread=first)
    served.deliveries()
    ana.says("#mail-support", "@Postmaster", thread=first)
    ana.waits_for(lambda seen: any(m.from_bot and UNKNOWN in m.words for m in seen.messages) or None)


def test_where_nothing_was_found_that_is_said_again(ana: Person, served: Served) -> None:
    first = ana.says("#mail-support", "hi, how are you?")
    for words in ("", "any idea?"):
        ana.says("#mail-support", f"@Postmaster {words}", thread=first)
        served.deliveries()
    ana.waits_for(lambda seen: sum(m.text.startswith(NOTHING) for m in seen.messages) == 2)
    assert not any(message.is_ephemeral for message in ana.sees().messages)


def test_who_brings_an_error_in_their_own_words_asks_about_that(ana: Person, served: Served) -> None:
    first = ana.says("#mail-support", "hi, how are you?")
    served.deliveries()
    ana.says("#mail-support", "@Postmaster my mail server said: flux capacitor misaligned", thread=first)
    assert "I don't know this one." in ana.waits_for_reply(first).words


def test_the_error_that_began_a_long_thread_is_found(ana: Person, served: Served) -> None:
    first = ana.says("#mail-support", UNKNOWN)
    for _ in range(35):
        ana.says("#mail-support", "never saw that", thread=first)
    served.deliveries()
    ana.says("#mail-support", "@Postmaster", thread=first)
    assert UNKNOWN in ana.waits_for_reply(first).words


def test_a_mention_that_is_heard_again_is_not_told_of_the_answer_that_it_got(knowledge: KnowledgeBase) -> None:
    servers: list[Starlette] = []

    def server(port: int) -> Starlette:
        servers.append(create_server(Settings(), knowledge, port=port))
        return servers[0]

    with serving(server) as served, served.person("Ana") as ana:
        first = ana.says("#mail-support", "hi, how are you?")
        when_asked = ChannelPreferences(listening=Listening.MENTION)
        knowledge.preferences.set_channel(TEAM, first.channel, when_asked, by=ana.id)
        ana.says("#mail-support", PASTE, thread=first)
        mention = ana.says("#mail-support", "@Postmaster", thread=first)
        ana.waits_for_reply(first)
        served.deliveries()
        event = {"type": "app_mention", "user": ana.id, "text": "<@U04POST9MSR>", "channel": mention.channel}
        event |= {"ts": mention.ts, "event_ts": mention.ts, "thread_ts": first.ts}
        body = {"type": "event_callback", "team_id": TEAM, "event": event}
        servers[0].state.bolt.dispatch(BoltRequest(body=body, mode="socket_mode"))
        deadline = time.monotonic() + 10
        while knowledge.by_paste(Place(TEAM, mention.channel, mention.ts)) and time.monotonic() < deadline:
            time.sleep(0.01)
        ana.waits_for_reply(ana.says("bot", PASTE))
        assert not any(message.is_ephemeral for message in ana.sees().messages)


@pytest.mark.parametrize("error", ["thread_not_found", "missing_scope"])
def test_what_slack_does_not_show_is_said_once_and_not_tried_again(ana: Person, served: Served, error: str) -> None:
    first = ana.says("#mail-support", "hi, how are you?")
    served.switch(fail=[{"method": "conversations.replies", "error": error, "times": 1}])
    ana.says("#mail-support", "@Postmaster", thread=first)
    assert ana.waits_for_reply(first).text.startswith("Slack does not let me read what stands above")
