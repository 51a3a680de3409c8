"""HTTP mode: signed requests in, Web API calls out, and what happens to requests that are nobody's."""

from __future__ import annotations

import io
import json
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from starlette.applications import Starlette

from bot import logs
from bot.playground import Timing, create_playground
from bot.playground.signing import signed_headers
from bot.playground.testing import Person, Served, serving
from bot.server import MANIFEST, create_server
from bot.settings import Settings
from knowledge.base import KnowledgeBase

TOKEN, SECRET = "xoxb-known", "known-secret"
PASTE = "535 5.7.8 Authentication credentials invalid"
QUICK_RETRIES = Timing(retry_delays_s=(0.0, 0.05, 0.05))


@pytest.fixture
def served(knowledge: KnowledgeBase) -> Iterator[Served]:
    """Postmaster in HTTP mode; Slack is a playground on the same port, whose secrets the test knows."""

    def both(port: int) -> Starlette:
        base_url = f"http://127.0.0.1:{port}"
        slack = create_playground(
            events_url=f"{base_url}/slack/events",
            signing_secret=SECRET,
            bot_token=TOKEN,
            manifest=MANIFEST,
            timing=QUICK_RETRIES,
        )
        settings = Settings(
            slack_bot_token=TOKEN, slack_signing_secret=SECRET, slack_api_url=f"{base_url}/playground/api/"
        )
        postmaster = create_server(settings, knowledge, port=port)

        @asynccontextmanager
        async def lifespan(_app: Starlette) -> AsyncIterator[None]:
            async with slack.lifespan(), postmaster.router.lifespan_context(postmaster):
                yield

        return Starlette(routes=[*slack.routes, *postmaster.routes], lifespan=lifespan)

    with serving(both) as server:
        yield server


@pytest.fixture
def ana(served: Served) -> Iterator[Person]:
    """Somebody of the team."""
    with served.person("Ana") as person:
        yield person


def send(
    served: Served, body: bytes, *, secret: str = SECRET, content_type: str = "application/json"
) -> httpx.Response:
    """What Postmaster answers to a request with `body`, signed with `secret` as Slack signs."""
    headers = signed_headers(secret=secret, timestamp=int(time.time()), body=body) | {"Content-Type": content_type}
    return served.http.post("/slack/events", content=body, headers=headers)


def send_payload(served: Served, payload: dict[str, Any]) -> httpx.Response:
    """The same for an interaction."""
    body = urlencode({"payload": json.dumps(payload)}).encode()
    return send(served, body, content_type="application/x-www-form-urlencoded")


def event(kind: str, **fields: Any) -> bytes:
    """The body of a request about an event."""
    inner = {"type": kind, "event_ts": "1700000000.000100", **fields}
    return json.dumps({"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": inner}).encode()


def test_a_paste_is_answered(ana: Person) -> None:
    assert "535 5.7.8" in ana.waits_for_reply(ana.says("#mail-support", PASTE)).text


def test_the_address_proves_itself_to_slack(served: Served) -> None:
    response = send(served, b'{"type": "url_verification", "challenge": "abc"}')
    assert (response.status_code, response.text) == (200, "abc") or response.json() == {"challenge": "abc"}


@pytest.mark.parametrize("secret", ["", "wrong"])
def test_a_request_that_slack_did_not_sign_is_refused(served: Served, knowledge: KnowledgeBase, secret: str) -> None:
    body = event("app_mention", channel="C04MAILSUPP", user="U1", ts="1.1", text=PASTE)
    assert send(served, body, secret=secret).status_code == 401
    assert served.http.post("/slack/events", content=body).status_code == 401
    assert knowledge.stats().conversations == 0


def test_an_old_request_is_refused(served: Served) -> None:
    body = event("app_mention", channel="C04MAILSUPP", user="U1", ts="1.1", text=PASTE)
    headers = signed_headers(secret=SECRET, timestamp=int(time.time()) - 3_600, body=body)
    assert served.http.post("/slack/events", content=body, headers=headers).status_code == 401


NO_REQUESTS = {
    "no text": b"\xff\xfe\x00",
    "too long": b"x" * 2_000_000,
    "a channel that is a number": b'{"type": "event_callback", "event": {"type": "message", "channel": 5}}',
    "nested without end": b"[" * 100_000,
    "an event that is null": b'{"type": "event_callback", "event": null}',
    "an event that is a text": b'{"type": "event_callback", "event": "x"}',
    "an event that is a list": b'{"type": "event_callback", "event": [1]}',
    "a reaction to a text": event("reaction_added", user="U1", reaction="+1", item="x"),
}
NO_INTERACTIONS: dict[str, dict[str, Any]] = {
    "no actions": {"actions": []},
    "actions that are none": {"actions": "x"},
    "an option that is none": {"actions": [{"action_id": "which_worked", "selected_option": "x"}]},
    "a message that is none": {"actions": [{"action_id": "more"}], "container": "x"},
    "a form without its fields": {"type": "view_submission", "view": {"callback_id": "x", "state": {"values": "x"}}},
    "a form of texts": {"type": "view_submission", "view": {"state": {"values": {"hunter2 jane": {"a": "x"}}}}},
}
"""What differs from a pressed button."""


def test_what_cannot_be_a_request_of_slack_is_refused(served: Served, subtests: pytest.Subtests) -> None:
    for what, content in NO_REQUESTS.items():
        with subtests.test(what):
            assert send(served, content).status_code == 400
    for what, fields in NO_INTERACTIONS.items():
        with subtests.test(what):
            answer = send_payload(
                served, {"type": "block_actions", "team": {"id": "T1"}, "user": {"id": "U1"}, **fields}
            )
            assert (answer.status_code, answer.json()["error"].count("\n")) == (400, 0)
            assert "hunter2" not in answer.text


def test_what_cannot_be_signed_is_refused_as_unsigned(served: Served) -> None:
    for timestamp, signature in (("x", "v0=1"), ("9" * 5_000, "v0=1"), (str(int(time.time())), "v0=\xe9")):
        headers = {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature.encode("latin-1")}
        assert served.http.post("/slack/events", content=b"{}", headers=headers).status_code == 401


NOT_OURS = {
    "an event that nobody cares about": event("channel_archive", channel="C1"),
    "a message without anything": event("message"),
    "a message with fields of other kinds": event("message", channel="C1", ts={}, text=None, blocks="x", files=3),
    "a message without a person": event("message", channel="C1", ts="1.1", text=PASTE),
    "a message of a bot": event("message", channel="C1", ts="1.1", text=PASTE, user="U1", bot_id="B1"),
    "an edit without messages": event("message", subtype="message_changed", channel="C1"),
    "an edit with messages of other kinds": event("message", subtype="message_changed", message=3, previous_message=[]),
    "a deletion of nothing": event("message", subtype="message_deleted", channel="C1"),
    "a mention without a person": event("app_mention", channel="C1", text=PASTE),
    "a reaction to a file": event("reaction_added", user="U1", reaction="+1", item={"type": "file", "file": "F1"}),
    "a reaction to nothing": event("reaction_added", user="U1", reaction="+1"),
    "a reaction without a time": event(
        "reaction_added",
        user="U1",
        reaction="+1",
        item_user="U04POST9MSR",
        item={"type": "message", "channel": "C1", "ts": "1.1"},
        event_ts="soon",
    ),
    "an opened home without a tab": event("app_home_opened", user="U1"),
    "somebody else joins": event("member_joined_channel", user="U1", channel="C1"),
}


def test_an_event_that_calls_for_nothing_is_acknowledged(
    served: Served, knowledge: KnowledgeBase, subtests: pytest.Subtests
) -> None:
    for what, body in NOT_OURS.items():
        with subtests.test(what):
            assert send(served, body).status_code == 200
            assert knowledge.stats().conversations == 0


ACTIONS = [
    "vote_worked",
    "which_worked",
    "not_my_error",
    "show_entry:0",
    "none_of_these",
    "more",
    "share",
    "entry_language",
]
VALUES = [
    "",
    "en communication/none",
    '{"l":"en","e":[1],"x":{}}',
    "!" * 2_000,
]


def press(action_id: str, value: str) -> dict[str, Any]:
    """What Slack sends when somebody presses a button on a message that Postmaster does not know."""
    return {
        "type": "block_actions",
        "team": {"id": "T1"},
        "user": {"id": "U1"},
        "channel": {"id": "C1"},
        "container": {"type": "message", "message_ts": "1.1", "channel_id": "C1"},
        "trigger_id": "1.1.1",
        "actions": [{"type": "button", "action_id": action_id, "block_id": "b", "value": value, "action_ts": "1.1"}],
    }


def test_a_press_with_a_value_that_no_button_has_changes_nothing(
    served: Served, knowledge: KnowledgeBase, subtests: pytest.Subtests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.listeners.answering._PATIENCE_S", 0.1)  # no note of a card is on its way here
    for action_id in [*ACTIONS, "unheard_of"]:
        with subtests.test(action_id):
            for value in VALUES:
                assert send_payload(served, press(action_id, value)).status_code == 200
            stats = knowledge.stats()
            assert (stats.conversations, stats.answer_votes.votes, stats.workaround_votes.votes) == (0, 0, 0)


def test_a_press_without_anything_is_acknowledged(served: Served) -> None:
    for action_id in ACTIONS:
        payload = {"type": "block_actions", "actions": [{"type": "button", "action_id": action_id, "block_id": "b"}]}
        assert send_payload(served, payload).status_code == 200
    assert send_payload(served, {"type": "message_action", "callback_id": "look_up_error"}).status_code == 200


def test_a_request_is_sent_again_when_slack_did_not_say_who_we_are(ana: Person, served: Served) -> None:
    served.switch(fail=[{"method": "auth.test", "error": "internal_error", "times": 1}])
    assert "535 5.7.8" in ana.waits_for_reply(ana.says("#mail-support", PASTE)).text
    statuses = [delivery["status"] for delivery in served.deliveries() if delivery["event"] == "message"]
    assert statuses[0] == "500"
    assert statuses[1] == "200"


def test_a_database_that_fails_costs_an_apology_and_no_acknowledgement(
    ana: Person, served: Served, database: Path
) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("DROP TABLE conversations")
    connection.close()
    ana.says("#mail-support", f"@Postmaster {PASTE}")
    assert {d["status"] for d in served.deliveries() if d["event"] == "app_mention"} == {"500"}


def test_a_command_that_fails_says_so_to_the_one_who_asks(ana: Person, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in {"votes", "marks", "faces", "conversations"} & set(tables):
            connection.execute(f"DROP TABLE {table}")
    connection.close()
    ana.runs("/smtp", PASTE)
    assert ana.waits_for_ephemeral().text.startswith("Sorry, that went wrong on my side.")


def test_no_log_line_holds_a_word_of_a_paste(ana: Person, served: Served, database: Path) -> None:
    stream = io.StringIO()
    logs.configure("DEBUG", stream=stream)
    secret = "Tr0ub4dor-and-3"
    ana.waits_for_reply(ana.says("bot", f"{PASTE} password={secret} for zoe@example.com"))
    ana.runs("/smtp", f"{PASTE} {secret}")
    served.switch(fail=[{"method": "chat.postMessage", "error": "internal_error", "times": 3}])
    ana.says("#mail-support", f"@Postmaster {PASTE} {secret}")
    ana.waits_for(lambda seen: [m for m in seen.messages if m.text.startswith("Sorry")])
    with sqlite3.connect(database) as connection:
        connection.execute("DROP TABLE conversations")
    connection.close()
    ana.says("#mail-support", f"@Postmaster {PASTE} {secret}")
    served.deliveries()
    assert "a request failed" in stream.getvalue()
    assert "an answer failed" in stream.getvalue()
    for private in (secret, "zoe", "Authentication credentials invalid", TOKEN, SECRET):
        assert private not in stream.getvalue()
