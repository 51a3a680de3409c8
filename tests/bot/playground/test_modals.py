"""Modals open with a trigger, stack three high, and follow the app's answers."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.playground.refusals import ApiRefusal
from bot.playground.testing import Person, RecordingBot, RefusedError
from bot.playground.triggers import Triggers

ANA = "U04ANA7QK2F"


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def modal(title: str = "Title", *blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain(title), "blocks": list(blocks) or [{"type": "divider"}]} | more


def text_input(name: str = "note", **more: Any) -> dict[str, Any]:
    element = {"type": "plain_text_input", "action_id": name}
    return {"type": "input", "block_id": f"{name}-block", "label": plain(name), "element": element} | more


def button(name: str = "next") -> dict[str, Any]:
    return {"type": "actions", "elements": [{"type": "button", "action_id": name, "text": plain(name)}]}


FORM = modal("Form", text_input(), submit=plain("Send"), callback_id="form", private_metadata="meta")


def trigger(bot: RecordingBot, person: Person) -> str:
    count = len(bot.named("/smtp"))
    person.runs("/smtp")
    return bot.waits_for("/smtp", count + 1)[count].form["trigger_id"]


def opened(bot: RecordingBot, web: WebClient, person: Person, view: dict[str, Any]) -> dict[str, Any]:
    view_id = web.views_open(trigger_id=trigger(bot, person), view=view)["view"]["id"]
    return person.waits_for(lambda seen: next((v for v in seen.views if v["id"] == view_id), None))


def refusal(call: Any, **arguments: Any) -> str:
    with pytest.raises(SlackApiError) as refused:
        call(**arguments)
    return refused.value.response["error"]


def value(text: str | None) -> dict[str, Any]:
    return {"note": {"type": "plain_text_input", "value": text}}


# Opening


def test_an_opened_view_is_seen_by_its_person_only(bot: RecordingBot, web: WebClient, ana: Person, wei: Person) -> None:
    answer = web.views_open(trigger_id=trigger(bot, ana), view=FORM)["view"]
    shown = ana.waits_for_view()
    assert shown == answer
    assert (shown["callback_id"], shown["private_metadata"], shown["root_view_id"]) == ("form", "meta", shown["id"])
    assert shown["state"]["values"] == {"note-block": {"note": {"type": "plain_text_input", "value": None}}}
    assert wei.sees().views == ()


def test_a_trigger_opens_one_view_only(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    trigger_id = trigger(bot, ana)
    web.views_open(trigger_id=trigger_id, view=FORM)
    assert refusal(web.views_open, trigger_id=trigger_id, view=FORM) == "exchanged_trigger_id"


def test_a_trigger_lives_for_three_seconds() -> None:
    now = 100.0
    triggers = Triggers(now=lambda: now)
    in_time, late = triggers.issue(ANA), triggers.issue(ANA)
    now = 103.0
    assert triggers.redeem(in_time).user == ANA
    now = 103.1
    for _ in range(2):
        with pytest.raises(ApiRefusal, match="expired_trigger_id"):
            triggers.redeem(late)
    now = 1000.0
    triggers.issue(ANA)
    for forgotten in (in_time, late):
        with pytest.raises(ApiRefusal, match="invalid_arguments"):
            triggers.redeem(forgotten)


def test_a_refused_view_leaves_the_trigger_usable(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    trigger_id = trigger(bot, ana)
    assert refusal(web.views_open, trigger_id=trigger_id, view=modal("x" * 25)) == "invalid_arguments"
    assert web.views_open(trigger_id=trigger_id, view=FORM)["ok"]


@pytest.mark.parametrize(
    ("view", "fault"),
    [
        (modal("x" * 25), "must be less than 25 characters [json-pointer:/view/title/text]"),
        (modal(submit=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/submit/text]"),
        (modal(private_metadata="x" * 3001), "must be less than 3001 characters [json-pointer:/view/private_metadata]"),
        (modal(callback_id="x" * 256), "must be less than 256 characters [json-pointer:/view/callback_id]"),
        (modal(colour="red"), "invalid additional property: colour [json-pointer:/view]"),
        (modal("t", {"type": "nothing"}), "unsupported type: nothing [json-pointer:/view/blocks/0/type]"),
        (modal("t", *[{"type": "divider"}] * 101), "no more than 100 items allowed [json-pointer:/view/blocks]"),
        (modal("t", text_input()), "missing required field: submit [json-pointer:/view]"),
        ({"type": "modal", "blocks": []}, "missing required field: title [json-pointer:/view]"),
        ({"type": "home", "blocks": []}, "must be a valid enum value [json-pointer:/view/type]"),
        ([], "must provide an object [json-pointer:/view]"),
        ("{", "must be valid JSON [json-pointer:/view]"),
    ],
)
def test_a_view_that_slack_refuses_is_refused_with_the_place(web: WebClient, view: Any, fault: str) -> None:
    with pytest.raises(SlackApiError) as refused:
        web.api_call("views.open", json={"trigger_id": "1.2.3", "view": view})
    assert refused.value.response["error"] == "invalid_arguments"
    assert f"[ERROR] {fault}" in refused.value.response["response_metadata"]["messages"]


def test_a_view_of_more_than_250_kilobytes_is_refused(web: WebClient) -> None:
    section = {"type": "section", "fields": [plain("x" * 2000)] * 10}
    assert refusal(web.views_open, trigger_id="1.2.3", view=modal("t", *[section] * 13)) == "view_too_large"


def test_calls_without_what_they_need_are_refused(web: WebClient) -> None:
    for method, arguments in (
        ("views.open", {"view": FORM}),
        ("views.open", {"trigger_id": "1.2.3"}),
        ("views.open", {"trigger_id": "1.2.3", "view": FORM}),
        ("views.update", {"view": FORM}),
        ("views.publish", {"view": {"type": "home", "blocks": []}}),
    ):
        assert refusal(web.api_call, api_method=method, json=arguments) == "invalid_arguments"


# Updating, pushing, publishing


def test_an_update_must_know_the_current_hash_if_it_names_one(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    view = opened(bot, web, ana, FORM)
    newer = web.views_update(view_id=view["id"], hash=view["hash"], view=modal("Second"))["view"]
    assert newer["hash"] != view["hash"]
    ana.waits_for(lambda seen: seen.views[0]["title"]["text"] == "Second")
    assert refusal(web.views_update, view_id=view["id"], hash=view["hash"], view=FORM) == "hash_conflict"
    assert web.views_update(view_id=view["id"], view=modal("Third"))["view"]["title"]["text"] == "Third"


def test_a_view_is_found_by_its_external_id_which_is_unique(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    opened(bot, web, ana, modal("First", external_id="mine"))
    assert web.views_update(external_id="mine", view=modal("Second"))["view"]["external_id"] == "mine"
    again = {"trigger_id": trigger(bot, ana), "view": modal(external_id="mine")}
    assert refusal(web.views_open, **again) == "duplicate_external_id"
    assert refusal(web.views_update, external_id="other", view=modal()) == "not_found"
    assert refusal(web.views_update, view_id="V0NOTHING", view=modal()) == "not_found"


def test_views_stack_three_high(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    view = opened(bot, web, ana, modal("First", button()))
    for number, title in enumerate(["Second", "Third", "Fourth"]):
        ana.clicks(view, "next")
        trigger_id = bot.waits_for("block_actions", number + 1)[number].payload["trigger_id"]
        if title == "Fourth":
            assert refusal(web.views_push, trigger_id=trigger_id, view=modal(title)) == "push_limit_reached"
            break
        pushed = web.views_push(trigger_id=trigger_id, view=modal(title, button()))["view"]
        assert (pushed["previous_view_id"], pushed["root_view_id"]) == (view["id"], ana.sees().views[0]["id"])
        view = ana.waits_for(
            lambda seen, wanted=title: seen.views[-1] if seen.views[-1]["title"]["text"] == wanted else None
        )
    assert [v["title"]["text"] for v in ana.sees().views] == ["First", "Second", "Third"]


def test_only_something_done_in_a_modal_allows_a_push(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    assert refusal(web.views_push, trigger_id=trigger(bot, ana), view=modal()) == "invalid_arguments"


def test_a_home_is_published_for_one_person(web: WebClient, ana: Person, wei: Person) -> None:
    home = {"type": "home", "blocks": [{"type": "divider"}]}
    first = web.views_publish(user_id=ANA, view=home)["view"]
    ana.waits_for(lambda seen: seen.home)
    second = web.views_publish(user_id=ANA, view=home, hash=first["hash"])["view"]
    assert second["id"] == first["id"]
    assert refusal(web.views_publish, user_id=ANA, view=home, hash=first["hash"]) == "hash_conflict"
    assert refusal(web.views_publish, user_id="U0NOBODY", view=home) == "user_not_found"
    assert refusal(web.views_publish, user_id=ANA, view=modal()) == "invalid_arguments"
    assert wei.sees().home is None


def test_a_click_in_the_home_brings_the_view(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    web.views_publish(user_id=ANA, view={"type": "home", "blocks": [button()]})
    ana.clicks(ana.waits_for(lambda seen: seen.home), "next")
    payload = bot.waits_for("block_actions")[0].payload
    assert payload["view"]["type"] == "home"
    assert payload["container"] == {"type": "view", "view_id": payload["view"]["id"]}
    assert "response_url" not in payload


# Submitting


def test_a_submission_brings_what_was_entered_and_closes_the_view(
    bot: RecordingBot, web: WebClient, ana: Person
) -> None:
    view = opened(bot, web, ana, FORM)
    assert ana.submits(view, value("typed")) == {}
    payload = bot.waits_for("view_submission")[0].payload
    assert payload["view"]["state"]["values"] == {
        "note-block": {"note": {"type": "plain_text_input", "value": "typed"}}
    }
    assert (payload["view"]["callback_id"], payload["view"]["private_metadata"]) == ("form", "meta")
    ana.waits_for(lambda seen: not seen.views)


def test_what_was_entered_before_a_click_is_in_the_clicks_view_and_in_the_submission(
    bot: RecordingBot, web: WebClient, ana: Person
) -> None:
    view = opened(bot, web, ana, modal("Form", text_input(), button(), submit=plain("Send")))
    ana.clicks(view, "next", entered=value("typed"))
    clicked = bot.waits_for("block_actions")[0].payload
    assert clicked["view"]["state"]["values"]["note-block"]["note"]["value"] == "typed"
    ana.submits(view)
    submitted = bot.waits_for("view_submission")[0].payload
    assert submitted["view"]["state"]["values"]["note-block"]["note"]["value"] == "typed"


def test_a_required_input_left_empty_never_reaches_the_bot(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    view = opened(bot, web, ana, modal("Form", text_input(), text_input("more", optional=True), submit=plain("Send")))
    answer = ana.submits(view, value(None))
    assert answer["response_action"] == "errors"
    assert set(answer["errors"]) == {"note-block"}
    assert bot.named("view_submission") == []
    assert ana.sees().views


def test_errors_keep_the_view_open(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    view = opened(bot, web, ana, FORM)
    errors = {"response_action": "errors", "errors": {"note-block": "No."}}
    bot.answers(lambda _request: JSONResponse(errors))
    assert ana.submits(view, value("typed")) == errors
    assert ana.sees().views


def test_an_update_shows_another_view_in_its_place(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    view = opened(bot, web, ana, FORM)
    bot.answers(lambda _request: JSONResponse({"response_action": "update", "view": modal("Done")}))
    assert ana.submits(view, value("typed")) == {"response_action": "update"}
    shown = ana.waits_for(lambda seen: seen.views[0] if seen.views[0]["title"]["text"] == "Done" else None)
    assert shown["id"] == view["id"]


def test_a_push_shows_another_view_on_top_and_clear_closes_all(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    view = opened(bot, web, ana, FORM)
    second = modal("Second", text_input(), submit=plain("Send"))
    bot.answers(lambda _request: JSONResponse({"response_action": "push", "view": second}))
    ana.submits(view, value("typed"))
    top = ana.waits_for(lambda seen: seen.views[1] if len(seen.views) == 2 else None)
    bot.answers(lambda _request: JSONResponse({"response_action": "clear"}))
    ana.submits(top, value("typed"))
    ana.waits_for(lambda seen: not seen.views)


@pytest.mark.parametrize(
    "answer",
    [
        JSONResponse({"response_action": "update", "view": modal("x" * 25)}),
        JSONResponse({"response_action": "errors", "errors": {"no-such-block": "No."}}),
        JSONResponse({"response_action": "errors"}),
        JSONResponse({"response_action": "dance"}),
        JSONResponse([]),
        PlainTextResponse("ok?"),
    ],
)
def test_an_answer_that_slack_refuses_is_an_error_and_keeps_the_view(
    bot: RecordingBot, web: WebClient, ana: Person, answer: Response
) -> None:
    view = opened(bot, web, ana, FORM)
    bot.answers(lambda _request: answer)
    with pytest.raises(RefusedError, match="app_answer_refused"):
        ana.submits(view, value("typed"))
    assert ana.sees().views


# Closing


def test_closing_is_told_only_to_an_app_that_asked_for_it(bot: RecordingBot, web: WebClient, ana: Person) -> None:
    ana.closes(opened(bot, web, ana, modal("Silent")))
    ana.closes(opened(bot, web, ana, modal("Told", notify_on_close=True, callback_id="told")))
    payload = bot.waits_for("view_closed")[0].payload
    assert (payload["view"]["callback_id"], payload["is_cleared"]) == ("told", False)
    assert len(bot.named("view_closed")) == 1
    ana.waits_for(lambda seen: not seen.views)


def test_what_is_closed_cannot_be_used(bot: RecordingBot, web: WebClient, ana: Person, wei: Person) -> None:
    view = opened(bot, web, ana, modal("First", button()))
    with pytest.raises(RefusedError, match="view_not_found"):
        wei.closes(view)
    ana.closes(view)
    for use in (lambda: ana.closes(view), lambda: ana.submits(view), lambda: ana.clicks(view, "next")):
        with pytest.raises(RefusedError, match="view_not_found"):
            use()
