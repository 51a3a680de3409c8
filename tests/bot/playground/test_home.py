"""The app's home: what is entered there, pressed there, and put there in its place."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.playground.testing import Person, RecordingBot, words_of

ANA = "U04ANA7QK2F"


def plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def home(*, heading: str = "Welcome", dispatches: bool = True) -> dict[str, Any]:
    search = {
        "type": "plain_text_input",
        "action_id": "search",
        "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
    }
    lists = {"type": "channels_select", "action_id": "channel", "initial_channel": "C04MAILSUPP"}
    buttons = {"type": "button", "action_id": "more", "text": plain("More"), "value": "2"}
    return {
        "type": "home",
        "blocks": [
            {"type": "header", "text": plain(heading)},
            {
                "type": "input",
                "block_id": "find",
                "label": plain("Search"),
                "element": search,
                "dispatch_action": dispatches,
            },
            {"type": "actions", "block_id": "list", "elements": [lists, buttons]},
        ],
    }


def test_what_is_typed_reaches_the_app_with_the_state_of_the_whole_home(
    web: WebClient, ana: Person, bot: RecordingBot
) -> None:
    web.views_publish(user_id=ANA, view=home())
    ana.types_into(ana.waits_for_home("Welcome"), "search", "535", entered={"channel": "C04INCIDENT"})
    (request,) = bot.waits_for("block_actions")
    view, (action,) = request.payload["view"], request.payload["actions"]
    assert request.payload["container"] == {"type": "view", "view_id": view["id"]}
    assert (action["action_id"], action["value"]) == ("search", "535")
    assert view["state"]["values"]["list"]["channel"]["selected_channel"] == "C04INCIDENT"
    assert "message" not in request.payload


def test_a_field_that_dispatches_nothing_is_silent(web: WebClient, ana: Person, bot: RecordingBot) -> None:
    web.views_publish(user_id=ANA, view=home(dispatches=False))
    shown = ana.waits_for_home("Welcome")
    ana.types_into(shown, "search", "535")
    ana.clicks(shown, "more")
    (request,) = bot.waits_for("block_actions")
    assert request.payload["actions"][0]["action_id"] == "more"
    assert request.payload["view"]["state"]["values"]["find"]["search"]["value"] == "535"


def test_a_modal_opens_from_the_home(web: WebClient, ana: Person, bot: RecordingBot) -> None:
    web.views_publish(user_id=ANA, view=home())
    ana.clicks(ana.waits_for_home("Welcome"), "more")
    (request,) = bot.waits_for("block_actions")
    view = {"type": "modal", "title": plain("Proposal"), "blocks": [{"type": "divider"}]}
    web.views_open(trigger_id=request.payload["trigger_id"], view=view)
    assert words_of(ana.waits_for_view("Proposal")) == "Proposal"


def test_a_home_is_updated_like_a_modal_and_old_hashes_are_refused(web: WebClient, ana: Person) -> None:
    first = web.views_publish(user_id=ANA, view=home())["view"]
    second = web.views_update(view_id=first["id"], hash=first["hash"], view=home(heading="Page 2"))["view"]
    assert ana.waits_for_home("Page 2")["id"] == first["id"] == second["id"]
    for call in (web.views_update, web.views_publish):
        name = {"view_id": first["id"]} if call == web.views_update else {"user_id": ANA}
        with pytest.raises(SlackApiError, match="hash_conflict"):
            call(**name, hash=first["hash"], view=home(heading="Too late"))
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        web.views_update(view_id=first["id"], view={"type": "modal", "title": plain("x"), "blocks": []})
