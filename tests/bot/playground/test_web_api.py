"""The Web API answers as Slack's does: who may call, in which forms, and what is wrong."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.playground import Playground
from bot.playground.methods.method import Method
from bot.playground.testing import Served
from bot.playground.web_api import METHODS

TOKEN = "xoxb-test"
NEEDED = {
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "conversations.open": "im:write",
    "conversations.join": "channels:join",
    "reactions.add": "reactions:write",
    "reactions.remove": "reactions:write",
    "reactions.get": "reactions:read",
    "users.info": "users:read",
    "bots.info": "users:read",
    "users.list": "users:read",
    "usergroups.list": "usergroups:read",
    "usergroups.users.list": "usergroups:read",
    "files.info": "files:read",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
}


def post(served: Served, method: str, **request: Any) -> httpx.Response:
    headers = {"Authorization": f"Bearer {TOKEN}"} | request.pop("headers", {})
    return served.http.post(f"/playground/api/{method}", headers=headers, **request)


def test_every_method_asks_for_the_scope_that_slack_documents() -> None:
    asked = {name: method.scope for name, method in METHODS.items() if method.scope is not None}
    assert asked == NEEDED


def test_a_call_needs_no_token_only_for_api_test(served: Served) -> None:
    http, url = served.http, "/playground/api"
    assert http.post(f"{url}/api.test", json={}).json() == {"ok": True}
    assert http.post(f"{url}/api.test", json={"error": "my_error"}).json()["error"] == "my_error"
    for method in METHODS:
        assert http.post(f"{url}/{method}", json={}).json() == {"ok": False, "error": "not_authed"}


@pytest.mark.parametrize("token", ["xoxb-other", "xoxp-test", "é"])
def test_a_wrong_token_is_refused(served: Served, token: str) -> None:
    answer = post(served, "auth.test", data={"token": token}, headers={"Authorization": ""}).json()
    assert answer == {"ok": False, "error": "invalid_auth"}


def test_an_unknown_method_is_refused(served: Served) -> None:
    assert post(served, "chat.postNonsense", json={}).json() == {"ok": False, "error": "unknown_method"}


def test_a_missing_scope_says_what_is_needed_and_what_there_is(web: WebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        web.chat_postMessage(channel="C04MAILSUPP", text="x", username="Somebody")
    answer = refused.value.response
    assert (answer["error"], answer["needed"]) == ("missing_scope", "chat:write.customize")
    assert "chat:write" in answer["provided"].split(",")


def test_auth_test_says_who_the_bot_is_and_what_it_may_do(web: WebClient) -> None:
    answer = web.auth_test()
    assert (answer["user_id"], answer["bot_id"], answer["team"]) == ("U04POST9MSR", "B04POST9MSR", "Northwind Support")
    assert "chat:write" in answer.headers["x-oauth-scopes"]


def test_json_form_and_query_mean_the_same(served: Served) -> None:
    arguments = {"channel": "C04MAILSUPP"}
    answers = [
        post(served, "conversations.info", json=arguments).json(),
        post(served, "conversations.info", data=arguments).json(),
        post(served, "conversations.info", params=arguments).json(),
        served.http.get("/playground/api/conversations.info", params=arguments | {"token": TOKEN}).json(),
    ]
    assert answers[0]["channel"]["name"] == "mail-support"
    assert answers.count(answers[0]) == len(answers)


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, "invalid_json"),
        ({"content": b"[]", "headers": {"Content-Type": "application/json"}}, "invalid_json"),
        ({"content": b'{"text": "\\ud800"}', "headers": {"Content-Type": "application/json"}}, "invalid_json"),
        ({"content": b"[" * 100_000, "headers": {"Content-Type": "application/json"}}, "invalid_json"),
        ({"content": b"\xff\xfe", "headers": {"Content-Type": "application/json"}}, "invalid_json"),
        ({"content": b"a=1", "headers": {"Content-Type": "image/png"}}, "invalid_post_type"),
        ({"content": b"a=1"}, "missing_post_type"),
        ({"content": b" " * (8 * 1024**2 + 1), "headers": {"Content-Type": "application/json"}}, "request_too_large"),
        ({"json": {}}, "invalid_arguments"),
        ({"json": {"channel": {"id": "C"}}}, "invalid_arguments"),
    ],
)
def test_bad_input_is_named(served: Served, request_: dict[str, Any], error: str) -> None:
    response = post(served, "chat.postMessage", **request_)
    assert (response.status_code, response.json()["error"]) == (200, error)


def test_a_missing_argument_is_named(web: WebClient) -> None:
    with pytest.raises(SlackApiError) as refused:
        web.conversations_info(channel="")
    messages = refused.value.response["response_metadata"]["messages"]
    assert messages == ["[ERROR] missing required field: channel"]


def test_a_rate_limited_method_answers_429_and_then_works(playground: Playground, web: WebClient) -> None:
    playground.switches.rate_limit("chat.postMessage", retry_after_s=7)
    with pytest.raises(SlackApiError) as refused:
        web.chat_postMessage(channel="C04MAILSUPP", text="hello")
    assert refused.value.response.status_code == 429
    assert refused.value.response["error"] == "ratelimited"
    assert refused.value.response.headers["Retry-After"] == "7"
    assert web.chat_postMessage(channel="C04MAILSUPP", text="hello")["ok"]


def test_slacks_retry_handler_gets_over_a_rate_limit(served: Served) -> None:
    served.switch(fail=[{"method": "auth.test", "retry_after_s": 0, "times": 2}])
    web = WebClient(
        token=TOKEN,
        base_url=f"{served.url}/playground/api/",
        retry_handlers=[RateLimitErrorRetryHandler(max_retry_count=2)],
    )
    assert web.auth_test()["ok"]


def test_a_method_can_be_made_to_fail_with_any_error(playground: Playground, web: WebClient) -> None:
    playground.switches.fail("users.info", error="fatal_error", times=2)
    for _ in range(2):
        with pytest.raises(SlackApiError, match="fatal_error"):
            web.users_info(user="U04ANA7QK2F")
    assert web.users_info(user="U04ANA7QK2F")["ok"]


def test_every_method_has_a_handler_that_says_what_it_answers() -> None:
    for name, method in METHODS.items():
        assert isinstance(method, Method)
        assert name in (method.handler.__doc__ or "")
