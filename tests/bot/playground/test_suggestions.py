"""Menus whose options come from the app while one types."""

from __future__ import annotations

import json
from typing import Any

import pytest
from slack_sdk import WebClient
from starlette.responses import JSONResponse, Response

from bot.playground.testing import Person, Received, RecordingBot, RefusedError

MAIL = "C04MAILSUPP"


def option(value: str) -> dict[str, Any]:
    return {"text": {"type": "plain_text", "text": value.title()}, "value": value}


def offering(*options: dict[str, Any]) -> Any:
    def answer(request: Received) -> Response:
        return JSONResponse({"options": list(options)}) if request.name == "block_suggestion" else Response()

    return answer


@pytest.fixture
def menu(web: WebClient, ana: Person) -> Any:
    """A message with such a menu, as Ana sees it."""
    element = {"type": "external_select", "action_id": "entry", "min_query_length": 2}
    blocks = [{"type": "actions", "block_id": "of", "elements": [element]}]
    ts = web.chat_postMessage(channel=MAIL, text="Which one?", blocks=blocks)["ts"]
    return ana.waits_for(lambda seen: seen.message(MAIL, ts))


def test_the_app_is_asked_with_what_was_typed_and_hears_what_was_chosen(
    menu: Any, ana: Person, bot: RecordingBot
) -> None:
    bot.answers(offering(option("smtp-535"), option("smtp-550")))
    found = ana.searches(menu, "entry", "smtp")
    (asked,) = bot.waits_for("block_suggestion")
    assert (asked.payload["value"], asked.payload["action_id"], asked.payload["block_id"]) == ("smtp", "entry", "of")
    assert asked.payload["channel"]["id"] == MAIL
    assert [one["value"] for one in found] == ["smtp-535", "smtp-550"]
    ana.chooses(menu, "entry", found[1])
    (chosen,) = bot.waits_for("block_actions")
    assert chosen.payload["actions"][0]["selected_option"]["value"] == "smtp-550"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ({"options": [{"value": "x"}]}, "missing required field: text"),
        ({"options": [], "option_groups": []}, "but not both"),
        ({}, "but not both"),
        ("nonsense", "invalid_response"),
    ],
)
def test_an_answer_that_slack_would_not_show_is_refused(
    menu: Any, ana: Person, bot: RecordingBot, answer: Any, why: str
) -> None:
    bot.answers(lambda _request: Response(json.dumps(answer)))
    with pytest.raises(RefusedError, match=why):
        ana.searches(menu, "entry", "smtp")


def test_only_such_menus_can_be_searched(web: WebClient, ana: Person) -> None:
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    ts = web.chat_postMessage(channel=MAIL, text="x", blocks=[{"type": "actions", "elements": [button]}])["ts"]
    message = ana.waits_for(lambda seen: seen.message(MAIL, ts))
    with pytest.raises(RefusedError, match="element_not_found"):
        ana.searches(message, "go", "smtp")
