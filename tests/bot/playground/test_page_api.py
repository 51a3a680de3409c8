"""What the page asks: it gets what it may see, and a sentence where something cannot be done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_sdk import WebClient

from bot.playground.language import Words
from bot.playground.pages import _POST
from bot.playground.sentences import REFUSALS, SLACKBOT_SAYS
from bot.playground.testing import Person, RecordingBot, RefusedError, Served

MAIL, ANA, WEI = "C04MAILSUPP", "U04ANA7QK2F", "U04WEI5XN8D"


def test_the_first_day(served: Served) -> None:
    state = served.http.get("/playground/state", params={"user": ANA}).json()
    assert state["team"]["name"] == "Northwind Support"
    assert [user["name"] for user in state["users"]] == ["ana", "wei", "sam", "postmaster", "slackbot"]
    assert [(c["name"], c["is_member"], c["is_im"]) for c in state["channels"]] == [
        ("mail-support", True, False),
        ("incidents", True, False),
        ("random", False, False),
        ("Postmaster", True, True),
    ]
    (welcome,) = state["messages"][MAIL]
    assert welcome["user"] == "USLACKBOT"
    assert state["bot"] == {"user_id": "U04POST9MSR", "name": "Postmaster"}
    assert state["commands"][0] == {
        "command": "/smtp",
        "description": "Look up a mail error",
        "usage_hint": "[error text | help]",
    }
    assert state["shortcuts"][0] == {"callback_id": "look_up", "name": "Look up this error", "type": "message"}
    assert [(group["handle"], len(group["users"])) for group in state["groups"]] == [
        ("mail-reviewers", 2),
        ("mail-oncall", 1),
    ]
    assert (state["views"], state["home"], state["deliveries"]) == ([], None, [])


def test_a_permalink_leads_to_the_thread_on_the_page(served: Served, web: WebClient, ana: Person) -> None:
    root = ana.says("#mail-support", "root")
    reply = ana.says("#mail-support", "reply", thread=root)
    for message in (root, reply):
        link = web.chat_getPermalink(channel=MAIL, message_ts=message.ts)["permalink"]
        assert served.http.get(link).headers["location"] == f"/#/{MAIL}/{root.ts}"


def test_the_state_holds_what_this_person_sees_and_nothing_else(served: Served, web: WebClient, ana: Person) -> None:
    ana.says("bot", "between us")
    web.chat_postEphemeral(channel=MAIL, user=ANA, text="psst")
    mine = served.http.get("/playground/state", params={"user": ANA}).text
    theirs = served.http.get("/playground/state", params={"user": WEI}).text
    assert "between us" in mine
    assert "psst" in mine
    assert "between us" not in theirs
    assert "psst" not in theirs


def test_the_delivery_log_is_in_the_state_newest_first(served: Served, ana: Person) -> None:
    ana.says("#mail-support", "@Postmaster hello")
    served.deliveries()
    log = served.http.get("/playground/state").json()["deliveries"]
    assert {line["event"] for line in log} == {"message", "app_mention"}
    assert log[0]["at"] >= log[1]["at"]
    assert {"id", "status", "attempt", "elapsed_ms"} <= set(log[0])


def test_a_reset_empties_everything(served: Served, web: WebClient, bot: RecordingBot, ana: Person) -> None:
    message = ana.says("#mail-support", "hello")
    ana.invites_bot("#random")
    ana.runs("/smtp")
    view = {"type": "modal", "title": {"type": "plain_text", "text": "T"}, "blocks": [{"type": "divider"}]}
    web.views_open(trigger_id=bot.waits_for("/smtp")[0].form["trigger_id"], view=view)
    ana.waits_for_view()
    served.http.post("/playground/reset", json={})
    seen = ana.waits_for(lambda seen: seen if seen.message(MAIL, message.ts) is None else None)
    assert (len(seen.messages), seen.views) == (1, ())
    assert not ana.sees().channels["C04RANDOM42"]["is_member"]


@pytest.mark.parametrize(
    ("path", "body", "status", "error"),
    [
        ("messages", {"user": "U0NOBODY", "channel": MAIL, "text": "x"}, 404, "user_not_found"),
        ("messages", {"user": "U04POST9MSR", "channel": MAIL, "text": "x"}, 404, "user_not_found"),
        ("messages", {"user": "USLACKBOT", "channel": MAIL, "text": "x"}, 404, "user_not_found"),
        ("messages", {"user": ANA, "channel": "C0", "text": "x"}, 404, "channel_not_found"),
        ("messages", {"user": WEI, "channel": "D04ANA7QK2F", "text": "x"}, 404, "channel_not_found"),
        ("messages", {"user": ANA, "channel": MAIL, "text": " \n "}, 400, "no_text"),
        ("messages", {"user": ANA, "channel": MAIL, "text": "x", "thread_ts": "1.0"}, 404, "thread_not_found"),
        ("messages", {"user": ANA, "channel": MAIL}, 400, "invalid_arguments"),
        ("messages", {"user": ANA, "channel": MAIL, "text": 1}, 400, "invalid_arguments"),
        ("messages", {"user": ANA, "channel": MAIL, "text": "x", "txet": "y"}, 400, "invalid_arguments"),
        ("messages", [], 400, "invalid_arguments"),
        ("messages/edit", {"user": ANA, "channel": MAIL, "ts": "1.0", "text": "x"}, 404, "message_not_found"),
        ("messages/delete", {"user": ANA, "channel": MAIL, "ts": "1.0"}, 404, "message_not_found"),
        ("reactions", {"user": ANA, "channel": MAIL, "ts": "1.0", "name": "+1"}, 404, "message_not_found"),
        ("home", {"user": ANA, "tab": "about"}, 400, "invalid_arguments"),
        ("invite", {"user": ANA, "channel": "C0"}, 404, "channel_not_found"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    served: Served, path: str, body: Any, status: int, error: str
) -> None:
    answer = served.http.post(f"/playground/{path}", json=body)
    assert (answer.status_code, answer.json()["ok"], answer.json()["error"]) == (status, False, error)
    assert answer.json()["message"]


def test_refusals_speak_the_language_of_the_browser(served: Served) -> None:
    body = {"user": ANA, "channel": MAIL, "text": ""}
    spoken = {
        accept: served.http.post("/playground/messages", json=body, headers={"Accept-Language": accept}).json()
        for accept in ("zh-CN,zh;q=0.9,en;q=0.8", "en-GB,en;q=0.9", "fr, zh", "")
    }
    assert [answer["message"] for answer in spoken.values()] == [
        "不能发送空消息。",
        "An empty message cannot be sent.",
        "不能发送空消息。",
        "An empty message cannot be sent.",
    ]


@pytest.mark.parametrize("sentences", [REFUSALS, SLACKBOT_SAYS])
def test_every_sentence_fills_in_the_same_in_both_languages(sentences: Mapping[str, Words]) -> None:
    for name, words in sentences.items():
        assert _fields(words.en) == _fields(words.zh), name
        assert words.en != words.zh, name


def _fields(sentence: str) -> set[str]:
    return {part.partition("}")[0].partition("!")[0] for part in sentence.split("{")[1:]}


def test_only_ones_own_messages_can_be_changed(ana: Person, wei: Person) -> None:
    message = ana.says("#mail-support", "mine")
    wei.waits_for(lambda seen: seen.message(MAIL, message.ts))
    with pytest.raises(RefusedError, match="not_your_message"):
        wei.edits(message, "yours")
    with pytest.raises(RefusedError, match="not_your_message"):
        wei.deletes(message)
    with pytest.raises(RefusedError, match="edit_to_nothing"):
        ana.edits(message, " ")
    with pytest.raises(RefusedError, match="msg_too_long"):
        ana.edits(message, "x" * 4001)
    with pytest.raises(RefusedError, match="invalid_name"):
        ana.reacts(message, "not an emoji")


@pytest.mark.parametrize(
    ("content", "status", "error"),
    [
        (b"{", 400, "invalid_arguments"),
        (b"", 400, "invalid_arguments"),
        (b"\xff", 400, "invalid_arguments"),
        (b'{"user": "\\ud800"}', 400, "invalid_arguments"),
        (b"[" * 100_000, 400, "invalid_arguments"),
        (b" " * (8 * 1024**2 + 1), 413, "too_large"),
    ],
)
def test_a_body_that_is_no_json_is_refused_everywhere(served: Served, content: bytes, status: int, error: str) -> None:
    for path in _POST:
        if path not in {"files", "reset"}:
            answer = served.http.post(
                f"/playground/{path}", content=content, headers={"Content-Type": "application/json"}
            )
            assert (answer.status_code, answer.json()["error"]) == (status, error), path


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from([ANA, MAIL, "D04ANA7QK2F"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)
FIELDS = ["channel", "ts", "text", "thread_ts", "name", "command", "callback_id", "view_id", "message_ts", "action"]


@given(st.sampled_from(sorted(set(_POST) - {"files"})), st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=5))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_request_whatever_breaks_the_server(served: Served, path: str, body: dict[str, Any]) -> None:
    answer = served.http.post(f"/playground/{path}", json={"user": ANA} | body)
    assert answer.status_code < 500, answer.text
    assert isinstance(answer.json()["ok"], bool)
