"""Slack's JSON is read once: what a person wrote, or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt import BoltContext

from bot.listeners.incoming import from_event, from_message
from bot.people import language_of
from knowledge.conversation import Place
from knowledge.model import Language

CONTEXT = BoltContext({"team_id": "T1", "bot_user_id": "UBOT"})
MESSAGE: dict[str, Any] = {"channel": "C1", "user": "U1", "ts": "1.1", "text": "&lt;550&gt;"}


def test_a_message_is_where_it_stands_who_wrote_it_and_what_was_typed() -> None:
    incoming = from_event(MESSAGE, CONTEXT)
    assert incoming is not None
    assert (incoming.place, incoming.author, incoming.text) == (Place("T1", "C1", "1.1"), "U1", "<550>")
    assert (incoming.thread_ts, incoming.in_thread) == ("1.1", False)


def test_a_reply_knows_its_thread() -> None:
    incoming = from_event(MESSAGE | {"thread_ts": "1.0"}, CONTEXT)
    assert incoming is not None
    assert (incoming.in_thread, incoming.parent) == (True, Place("T1", "C1", "1.0"))


@pytest.mark.parametrize(
    ("fields", "direct"),
    [({}, False), ({"channel_type": "im"}, True), ({"channel": "D1"}, True), ({"channel": "G1"}, False)],
)
def test_a_direct_message_is_known_by_its_kind_or_its_place(fields: dict[str, str], *, direct: bool) -> None:
    incoming = from_event(MESSAGE | fields, CONTEXT)
    assert incoming is not None
    assert incoming.is_direct is direct


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [("<@UBOT> 550", True), ("<@UBOT|postmaster> 550", True), ("<@UBOTANY> 550", False), ("UBOT", False)],
)
def test_only_its_own_name_mentions_the_bot(text: str, *, mentioned: bool) -> None:
    incoming = from_event(MESSAGE | {"text": text}, CONTEXT)
    assert incoming is not None
    assert incoming.mentions_bot is mentioned


@pytest.mark.parametrize(
    "fields",
    [
        {"bot_id": "B1"},
        {"user": "UBOT"},
        {"user": None},
        {"ts": ""},
        {"channel": ""},
        {"subtype": "channel_join"},
        {"subtype": "bot_message"},
        {"subtype": "message_changed"},
        {"subtype": "tombstone"},
    ],
)
def test_what_no_person_wrote_is_nothing(fields: dict[str, Any]) -> None:
    assert from_event(MESSAGE | fields, CONTEXT) is None


def test_a_file_is_known_by_what_slack_tells_of_it_and_a_deleted_one_is_none() -> None:
    files = [
        {"id": "F1", "name": "a.log", "mimetype": "text/plain", "size": 5, "url_private": "https://files.slack.com/a"},
        {"id": "F2", "mode": "tombstone"},
        {"id": "F3", "size": "big"},
        "no file",
    ]
    incoming = from_event(MESSAGE | {"files": files}, CONTEXT)
    assert incoming is not None
    assert [(file.id, file.size, file.url) for file in incoming.files] == [
        ("F1", 5, "https://files.slack.com/a"),
        ("F3", 0, ""),
    ]


def test_a_message_of_another_bot_can_be_read_when_somebody_points_at_it() -> None:
    alert = {"bot_id": "B1", "ts": "1.1", "text": "550", "subtype": "bot_message"}
    incoming = from_message(alert, team="T1", channel="C1")
    assert incoming is not None
    assert (incoming.author, incoming.text) == ("B1", "550")


@pytest.mark.parametrize(
    ("edited", "edited_us"),
    [({"user": "U1", "ts": "5.000000"}, 5_000_000), (None, 0), ({"ts": "soon"}, 0), ("5.000000", 0)],
)
def test_when_a_message_was_edited_is_what_slack_says(edited: object, edited_us: int) -> None:
    incoming = from_event(MESSAGE | {"edited": edited}, CONTEXT)
    assert incoming is not None
    assert incoming.edited_us == edited_us


@given(
    st.dictionaries(
        st.sampled_from(["channel", "user", "ts", "thread_ts", "text", "files", "blocks", "subtype", "bot_id"]),
        st.none()
        | st.text(max_size=5)
        | st.integers()
        | st.lists(st.dictionaries(st.text(max_size=3), st.text(max_size=3))),
    )
)
def test_no_event_makes_reading_raise(event: dict[str, Any]) -> None:
    incoming = from_event(event, CONTEXT)
    assert incoming is None or isinstance(incoming.text, str)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("550 User unknown", Language.EN),
        ("", Language.EN),
        ("退信 550", Language.ZH),
        ("Fehler für müller", Language.EN),
    ],
)
def test_chinese_is_answered_in_chinese_and_all_else_in_english(text: str, language: Language) -> None:
    assert language_of(text) is language
