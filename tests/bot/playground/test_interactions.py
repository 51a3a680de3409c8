"""Commands, shortcuts and clicks: what the bot gets, and what becomes of its answer."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.playground.testing import Person, RecordingBot, RefusedError, SeenMessage, Served

MAIL, ANA, BOT = "C04MAILSUPP", "U04ANA7QK2F", "U04POST9MSR"


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


OPTIONS = [{"text": plain(name), "value": name} for name in ("one", "two")]
CARD = [
    {
        "type": "section",
        "block_id": "head",
        "text": plain("535"),
        "accessory": {
            "type": "button",
            "action_id": "more",
            "text": plain("More"),
            "value": "entry-1",
            "style": "primary",
        },
    },
    {
        "type": "actions",
        "block_id": "row",
        "elements": [
            {"type": "static_select", "action_id": "which", "options": OPTIONS, "initial_option": OPTIONS[0]},
            {"type": "overflow", "action_id": "rest", "options": OPTIONS},
            {"type": "checkboxes", "action_id": "boxes", "options": OPTIONS},
        ],
    },
    {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "vote",
                "positive_button": {"text": plain("Good"), "value": "good"},
                "negative_button": {"text": plain("Bad"), "value": "bad"},
            }
        ],
    },
    {
        "type": "input",
        "block_id": "quiet",
        "label": plain("Note"),
        "element": {"type": "plain_text_input", "action_id": "note"},
    },
]


def posted(web: WebClient, person: Person, **more: Any) -> SeenMessage:
    ts = web.chat_postMessage(channel=MAIL, text="card", blocks=CARD, **more)["ts"]
    return person.waits_for(lambda seen: seen.message(MAIL, ts))


# Commands


def test_a_command_arrives_as_a_signed_form(bot: RecordingBot, ana: Person) -> None:
    ana.runs("/smtp", " 550 <bob@example.com> ")
    (request,) = bot.waits_for("/smtp")
    assert SignatureVerifier("signing-secret").is_valid_request(request.body.decode(), request.headers)
    fields = request.form
    assert fields["text"] == "550 <bob@example.com>"
    assert (fields["user_id"], fields["user_name"], fields["channel_id"]) == (ANA, "ana", MAIL)
    assert fields["channel_name"] == "mail-support"
    assert {"team_id", "team_domain", "trigger_id", "response_url", "api_app_id"} <= set(fields)


def test_a_command_that_asks_for_it_gets_escaped_text(bot: RecordingBot, ana: Person) -> None:
    ana.runs("/escaped", "<a&b> @wei")
    assert bot.waits_for("/escaped")[0].form["text"] == "&lt;a&amp;b&gt; <@U04WEI5XN8D>"


def test_a_direct_message_has_slacks_name_for_it(bot: RecordingBot, ana: Person) -> None:
    ana.runs("/smtp", channel="bot")
    assert bot.waits_for("/smtp")[0].form["channel_name"] == "directmessage"


def test_what_the_bot_says_at_once_is_seen_by_the_asker_only(bot: RecordingBot, ana: Person, wei: Person) -> None:
    bot.answers(lambda _request: PlainTextResponse("only you"))
    ana.runs("/smtp", "535")
    message = ana.waits_for_ephemeral()
    assert (message.text, message.user) == ("only you", BOT)
    assert wei.sees().message(MAIL, message.ts) is None


def test_what_the_bot_says_at_once_can_be_for_everybody(bot: RecordingBot, ana: Person, wei: Person) -> None:
    body = {"response_type": "in_channel", "text": "all", "blocks": [{"type": "divider"}]}
    bot.answers(lambda _request: JSONResponse(body))
    ana.runs("/smtp", "535")
    wei.waits_for(lambda seen: any(m.text == "all" and m.blocks for m in seen.messages))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Response(status_code=500), "/smtp failed with the error “dispatch_failed”"),
        (JSONResponse({"blocks": [{"type": "nothing"}]}), "The app's answer was refused: invalid_blocks"),
    ],
)
def test_when_the_bot_fails_slackbot_says_so(bot: RecordingBot, ana: Person, answer: Response, words: str) -> None:
    bot.answers(lambda _request: answer)
    ana.runs("/smtp", "535")
    message = ana.waits_for_ephemeral()
    assert (message.user, message.text) == ("USLACKBOT", words)


@pytest.mark.usefixtures("impatient")
def test_when_the_bot_is_silent_slackbot_says_so_in_the_persons_language(bot: RecordingBot, wei: Person) -> None:
    bot.open.clear()
    wei.runs("/smtp", "535")
    bot.open.set()
    assert wei.waits_for_ephemeral().text == "/smtp 执行失败，错误为“operation_timeout”"


def test_an_unknown_command_is_refused(ana: Person) -> None:
    with pytest.raises(RefusedError, match="unknown_command"):
        ana.runs("/nothing")


# Shortcuts


def test_a_shortcut_brings_the_whole_message(bot: RecordingBot, ana: Person, wei: Person) -> None:
    message = wei.says("#mail-support", "535 5.7.8 <bob@example.com>")
    ana.uses_shortcut(message, "look_up")
    payload = bot.waits_for("message_action")[0].payload
    assert (payload["callback_id"], payload["message_ts"], payload["user"]["id"]) == ("look_up", message.ts, ANA)
    assert payload["message"]["text"] == message.text
    assert payload["message"]["user"] == wei.id
    assert payload["channel"] == {"id": MAIL, "name": "mail-support"}
    assert {"trigger_id", "response_url", "action_ts", "team"} <= set(payload)


def test_a_shortcut_works_where_the_bot_is_not(bot: RecordingBot, ana: Person) -> None:
    ana.uses_shortcut(ana.says("#random", "535"), "look_up")
    assert bot.waits_for("message_action")[0].payload["channel"]["name"] == "random"


@pytest.mark.parametrize("callback_id", ["nothing", "ask"])
def test_a_shortcut_that_is_unknown_or_global_is_refused(ana: Person, callback_id: str) -> None:
    message = ana.says("#mail-support", "535")
    with pytest.raises(RefusedError, match="unknown_shortcut"):
        ana.uses_shortcut(message, callback_id)


# Clicks


def test_a_click_brings_the_button_its_message_and_where_it_happened(
    bot: RecordingBot, web: WebClient, ana: Person
) -> None:
    root = ana.says("#mail-support", "535")
    card = posted(web, ana, thread_ts=root.ts)
    ana.clicks(card, "more")
    payload = bot.waits_for("block_actions")[0].payload
    (action,) = payload["actions"]
    assert action.pop("action_ts")
    assert action == {
        "type": "button",
        "action_id": "more",
        "block_id": "head",
        "text": plain("More") | {"emoji": True},
        "value": "entry-1",
        "style": "primary",
    }
    assert payload["container"] == {
        "type": "message",
        "message_ts": card.ts,
        "channel_id": MAIL,
        "is_ephemeral": False,
        "thread_ts": root.ts,
    }
    assert payload["message"]["ts"] == card.ts
    assert payload["message"]["blocks"] == list(card.blocks)
    assert {"trigger_id", "response_url", "state", "user", "channel"} <= set(payload)


def test_choices_are_remembered_for_each_person(bot: RecordingBot, web: WebClient, ana: Person, wei: Person) -> None:
    card = posted(web, ana)
    ana.clicks(card, "which", option="two")
    wei.waits_for(lambda seen: seen.message(MAIL, card.ts))
    wei.clicks(card, "more")
    chosen, clicked = (request.payload for request in bot.waits_for("block_actions", 2))
    assert chosen["actions"][0]["selected_option"]["value"] == "two"
    assert chosen["state"]["values"]["row"]["which"]["selected_option"]["value"] == "two"
    assert clicked["state"]["values"]["row"]["which"]["selected_option"]["value"] == "one"
    ana.clicks(card, "more")
    again = bot.waits_for("block_actions", 3)[2].payload
    assert again["state"]["values"]["row"]["which"]["selected_option"]["value"] == "two"


def test_an_overflow_menu_and_feedback_buttons_say_what_was_chosen(
    bot: RecordingBot, web: WebClient, ana: Person
) -> None:
    card = posted(web, ana)
    ana.clicks(card, "rest", option="two")
    ana.clicks(card, "vote", value="bad")
    rest, vote = (request.payload["actions"][0] for request in bot.waits_for("block_actions", 2))
    assert rest["selected_option"]["value"] == "two"
    assert (vote["type"], vote["value"], vote["text"]["text"]) == ("feedback_buttons", "bad", "Bad")


def test_several_boxes_can_be_ticked(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    card = posted(web, ana)
    ana.clicks(card, "boxes", selected_options=[OPTIONS[0], OPTIONS[1]])
    action = bot.waits_for("block_actions")[0].payload["actions"][0]
    assert [option["value"] for option in action["selected_options"]] == ["one", "two"]


def test_an_input_is_silent_but_its_value_goes_with_the_next_click(
    bot: RecordingBot, web: WebClient, ana: Person
) -> None:
    card = posted(web, ana)
    ana.clicks(card, "note", value="typed")
    ana.clicks(card, "more")
    payload = bot.waits_for("block_actions")[0].payload
    assert payload["actions"][0]["action_id"] == "more"
    assert payload["state"]["values"]["quiet"]["note"] == {"type": "plain_text_input", "value": "typed"}


def test_a_click_in_an_ephemeral_message_brings_no_copy_of_it(
    bot: RecordingBot, web: WebClient, ana: Person, wei: Person
) -> None:
    web.chat_postEphemeral(channel=MAIL, user=ANA, text="psst", blocks=CARD)
    message = ana.waits_for_ephemeral()
    ana.clicks(message, "more")
    payload = bot.waits_for("block_actions")[0].payload
    assert payload["container"]["is_ephemeral"]
    assert "message" not in payload
    with pytest.raises(RefusedError, match="message_not_found"):
        wei.clicks(message, "more")


def test_what_is_not_there_cannot_be_clicked(served: Served, web: WebClient, ana: Person) -> None:
    card = posted(web, ana)
    place = {"user": ANA, "channel": MAIL, "message_ts": card.ts}
    unknown = [
        ({"block_id": "head", "action_id": "other"}, "element_not_found"),
        ({"block_id": "row", "action_id": "which", "selected_option": {"value": "three"}}, "option_not_found"),
        ({"block_id": "row", "action_id": "which", "selected_option": "one"}, "option_not_found"),
        ({"block_id": "row", "action_id": "boxes", "selected_options": [1]}, "option_not_found"),
        ({"block_id": card.blocks[2]["block_id"], "action_id": "vote", "value": "?"}, "option_not_found"),
        ({}, "element_not_found"),
    ]
    for action, error in unknown:
        answer = served.http.post("/playground/actions", json=place | {"action": action})
        assert (answer.status_code, answer.json()["error"]) == (404, error)


def test_a_click_that_the_bot_refuses_is_an_error_for_the_person(
    bot: RecordingBot, web: WebClient, ana: Person
) -> None:
    card = posted(web, ana)
    bot.answers(lambda _request: Response(status_code=500))
    with pytest.raises(RefusedError, match="http_error"):
        ana.clicks(card, "more")


@pytest.mark.usefixtures("impatient")
def test_a_click_that_the_bot_does_not_answer_is_an_error_for_the_person(
    bot: RecordingBot, web: WebClient, ana: Person
) -> None:
    card = posted(web, ana)
    bot.open.clear()
    with pytest.raises(RefusedError, match="http_timeout"):
        ana.clicks(card, "more")
    bot.open.set()
