"""Events reach the bot as from Slack: signed, in an envelope, again when it does not answer well."""

from __future__ import annotations

import pytest
from slack_sdk.signature import SignatureVerifier
from starlette.responses import Response

from bot.playground import Playground
from bot.playground.testing import Person, RecordingBot, Served

SECRET = "signing-secret"


def test_an_event_is_signed_and_in_slacks_envelope(bot: RecordingBot, ana: Person) -> None:
    message = ana.says("#mail-support", "hello")
    (request,) = bot.waits_for("message")
    assert SignatureVerifier(SECRET).is_valid_request(request.body.decode(), request.headers)
    assert request.headers["content-type"] == "application/json"
    envelope = request.json
    assert envelope["type"] == "event_callback"
    assert envelope["event_id"].startswith("Ev")
    assert envelope["event"]["ts"] == envelope["event"]["event_ts"] == message.ts
    assert envelope["authorizations"] == [
        {
            "enterprise_id": None,
            "team_id": envelope["team_id"],
            "user_id": "U04POST9MSR",
            "is_bot": True,
            "is_enterprise_install": False,
        }
    ]
    assert {"token", "api_app_id", "event_time", "event_context"} <= set(envelope)
    assert "x-slack-retry-num" not in request.headers


def test_an_answer_that_is_no_success_brings_three_retries_of_the_same_event(
    served: Served, bot: RecordingBot, ana: Person
) -> None:
    bot.answers(lambda _request: Response(status_code=500))
    ana.says("#mail-support", "hello")
    requests = bot.waits_for("message", 4)
    served.deliveries()
    assert len(bot.named("message")) == 4
    assert len({request.json["event_id"] for request in requests}) == 1
    assert [request.headers.get("x-slack-retry-num") for request in requests] == [None, "1", "2", "3"]
    assert {request.headers.get("x-slack-retry-reason") for request in requests[1:]} == {"http_error"}


@pytest.mark.usefixtures("impatient")
def test_silence_counts_as_a_timeout_and_a_late_success_ends_the_retries(
    served: Served, bot: RecordingBot, ana: Person
) -> None:
    bot.open.clear()
    ana.says("#mail-support", "hello")
    _, second = bot.waits_for("message", 2)
    bot.open.set()
    assert second.headers["x-slack-retry-reason"] == "http_timeout"
    outcomes = [(line["status"], line["attempt"]) for line in served.deliveries()]
    assert outcomes == [("http_timeout", 1), ("200", 2)]


def test_the_bot_can_decline_retries(served: Served, bot: RecordingBot, ana: Person) -> None:
    bot.answers(lambda _request: Response(status_code=500, headers={"X-Slack-No-Retry": "1"}))
    ana.says("#mail-support", "hello")
    assert [line["attempt"] for line in served.deliveries()] == [1]


def test_every_retry_is_signed_anew(served: Served, bot: RecordingBot, ana: Person) -> None:
    bot.answers(lambda _request: Response(status_code=503))
    ana.says("#mail-support", "hello")
    served.deliveries()
    for request in bot.named("message"):
        assert SignatureVerifier(SECRET).is_valid_request(request.body.decode(), request.headers)


def test_where_the_bot_is_no_member_it_hears_nothing(served: Served, bot: RecordingBot, ana: Person) -> None:
    message = ana.says("#random", "@Postmaster 535 5.7.8 hello?")
    ana.reacts(message, "+1")
    ana.edits(message, "@Postmaster 535 again")
    ana.deletes(message)
    served.deliveries()
    assert bot.received == []


def test_events_the_manifest_does_not_name_are_not_sent(
    served: Served, playground: Playground, bot: RecordingBot, ana: Person
) -> None:
    events = playground.services.manifest.bot_events
    assert "channel_created" not in events
    ana.uploads("#mail-support", "a.txt", b"hello")
    served.deliveries()
    assert {request.event["type"] for request in bot.received} <= {name.partition(".")[0] for name in events}


def test_events_can_be_doubled(served: Served, bot: RecordingBot, ana: Person) -> None:
    served.switch(copies=2)
    ana.says("#mail-support", "hello")
    first, second = bot.waits_for("message", 2)
    assert first.json == second.json


def test_events_can_be_held_and_released_newest_first(served: Served, bot: RecordingBot, ana: Person) -> None:
    served.switch(hold=True)
    for text in ("one", "two", "three"):
        ana.says("#mail-support", text)
    served.deliveries()
    assert bot.received == []
    served.switch(hold=False, newest_first=True)
    bot.waits_for("message", 3)
    assert [line["event"] for line in served.deliveries()] == ["message"] * 3


def test_held_events_can_be_released_from_any_thread(playground: Playground, bot: RecordingBot, ana: Person) -> None:
    playground.switches.hold_events()
    ana.says("#mail-support", "one")
    playground.switches.release_events()
    assert bot.waits_for("message")[0].event["text"] == "one"


def test_events_can_be_late(served: Served, bot: RecordingBot, ana: Person) -> None:
    served.switch(delay_s=0.5)
    ana.says("#mail-support", "hello")
    assert bot.received == []
    assert bot.waits_for("message")


def test_many_events_at_once_all_arrive(served: Served, bot: RecordingBot, ana: Person) -> None:
    served.switch(copies=10)
    for number in range(10):
        ana.says("#mail-support", str(number))
    served.deliveries()
    assert len(bot.named("message")) == 100


@pytest.mark.parametrize("switches", [{"copies": 0}, {"copies": 11}, {"delay_s": -1}, {"unknown": 1}])
def test_switches_that_make_no_sense_are_refused(served: Served, switches: dict[str, object]) -> None:
    response = served.http.post("/playground/switches", json=switches)
    assert response.status_code == 400
    assert response.json()["error"] == "invalid_arguments"
