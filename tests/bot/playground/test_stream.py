"""The stream tells everybody what they may see, as it happens."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.playground.changes import Delivered, EphemeralShown, MessagePosted
from bot.playground.objects import Message
from bot.playground.seed import ANA, MAIL_SUPPORT, SAM, WEI, new_workspace
from bot.playground.stream import Stream, seen_by
from bot.playground.testing import Person, Served

DIRECT = "D04ANA7QK2F"


def test_a_direct_message_is_streamed_to_its_person_only() -> None:
    workspace = new_workspace("Postmaster")
    change = MessagePosted(Message(channel=DIRECT, ts="1.0", user=ANA, text="between us"))
    assert seen_by(ANA, change, workspace)["message"]["text"] == "between us"
    assert seen_by(WEI, change, workspace) is None


def test_an_ephemeral_message_is_streamed_to_its_person_only() -> None:
    workspace = new_workspace("Postmaster")
    change = EphemeralShown(Message(channel=MAIL_SUPPORT, ts="1.0", user="U", text="psst", ephemeral_for=SAM))
    assert [seen_by(user, change, workspace) is not None for user in (ANA, WEI, SAM)] == [False, False, True]


def test_the_delivery_log_is_streamed_to_everybody() -> None:
    event = seen_by(ANA, Delivered("Ev1", "message", "200", 1, 0.0123, at=1.5), new_workspace("Postmaster"))
    assert event == {
        "type": "delivery",
        "id": "Ev1",
        "event": "message",
        "status": "200",
        "attempt": 1,
        "elapsed_ms": 12,
        "at": 1500,
    }


def test_closing_ends_every_stream() -> None:
    async def watched() -> list[str]:
        stream = Stream(new_workspace("Postmaster"))
        watching = stream.watch(ANA)
        lines = [await anext(watching)]
        stream.close()
        return lines + [line async for line in watching]

    assert asyncio.run(watched()) == ["retry: 1000\n\n: watching\n\n"]


def test_a_quiet_stream_shows_that_it_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.playground.stream._KEEP_ALIVE_S", 0.01)

    async def second_line() -> str:
        watching = Stream(new_workspace("Postmaster")).watch(ANA)
        await anext(watching)
        line = await anext(watching)
        await watching.aclose()
        return line

    assert asyncio.run(second_line()).startswith(":")


def test_the_wire_is_server_sent_events(served: Served, ana: Person) -> None:
    with served.http.stream("GET", "/playground/stream", params={"user": ana.id}) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        lines = response.iter_lines()
        assert next(lines) == "retry: 1000"
        ana.says("#mail-support", "line one\nline two")
        data = next(line for line in lines if line.startswith("data: "))
        assert json.loads(data.removeprefix("data: "))["message"]["text"] == "line one\nline two"


def test_nobody_streams_as_somebody_unknown(served: Served) -> None:
    answer = served.http.get("/playground/stream", params={"user": "U0NOBODY"})
    assert (answer.status_code, answer.json()["error"]) == (404, "user_not_found")


def test_everybody_in_a_channel_sees_reactions_edits_and_deletions(ana: Person, wei: Person) -> None:
    message = ana.says("#mail-support", "before")
    wei.waits_for(lambda seen: seen.message(MAIL_SUPPORT, message.ts))
    wei.reacts(message, "+1")
    ana.waits_for(lambda seen: (shown := seen.message(MAIL_SUPPORT, message.ts)) and shown.reactions == {"+1": (WEI,)})
    wei.unreacts(message, "+1")
    ana.waits_for(lambda seen: (shown := seen.message(MAIL_SUPPORT, message.ts)) and shown.reactions == {})
    ana.edits(message, "after")
    wei.waits_for(lambda seen: (shown := seen.message(MAIL_SUPPORT, message.ts)) and shown.text == "after")
    ana.deletes(message)
    wei.waits_for(lambda seen: seen.message(MAIL_SUPPORT, message.ts) is None)
