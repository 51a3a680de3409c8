"""Slack's Web API for the bot: `POST /playground/api/<method>`, answered with Slack's fields and error names.

Source: https://docs.slack.dev/apis/web-api
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.playground.arguments import Arguments
from bot.playground.methods import chat, conversations, files, people, reactions, usergroups, views
from bot.playground.methods.method import Methods, require
from bot.playground.objects import Json
from bot.playground.reading import BodyTooLargeError, decoded_object, read_body, read_form
from bot.playground.refusals import ApiRefusal
from bot.playground.services import Services

__all__ = ["METHODS", "answer", "call"]

METHODS: Methods = {
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **people.METHODS,
    **reactions.METHODS,
    **usergroups.METHODS,
    **views.METHODS,
}
"""Every method but `api.test`, which alone needs no token."""


async def answer(services: Services, request: Request) -> Response:
    """The response to one call: HTTP 200 whatever it says, except 429 for `ratelimited`."""
    method = request.path_params["method"]
    headers = {"X-OAuth-Scopes": ",".join(sorted(services.manifest.scopes))}
    failure = services.switches.take_failure(method)
    if failure is not None:
        body: Json = {"ok": False, "error": failure.error}
        if failure.retry_after_s is None:
            return JSONResponse(body, headers=headers)
        return JSONResponse(body, status_code=429, headers=headers | {"Retry-After": str(failure.retry_after_s)})
    try:
        values = await _values(request)
        body = {"ok": True} | call(services, method, token=_token(request, values), arguments=Arguments(values))
    except ApiRefusal as refusal:
        body = refusal.as_json()
    return JSONResponse(body, headers=headers)


def call(services: Services, method: str, *, token: str, arguments: Arguments) -> Json:
    """The fields of a successful response to `method`.

    Raises:
        ApiRefusal: Slack would refuse the call.
    """
    if method == "api.test":
        return _api_test(arguments)
    if method not in METHODS:
        raise ApiRefusal("unknown_method")
    if not token:
        raise ApiRefusal("not_authed")
    if token != services.bot_token:
        raise ApiRefusal("invalid_auth")
    scope = METHODS[method].scope
    if scope is not None:
        require(services, scope)
    return METHODS[method].handler(services, arguments)


def _api_test(arguments: Arguments) -> Json:
    error = arguments.text("error")
    if error:
        raise ApiRefusal(error)
    return {}


def _token(request: Request, values: Mapping[str, Any]) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else str(values.get("token") or "")


async def _values(request: Request) -> dict[str, Any]:
    """The arguments as they came; JSON and forms add to those in the URL."""
    values: dict[str, Any] = dict(request.query_params)
    content_type = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    try:
        if content_type == "application/json":
            values |= decoded_object(await read_body(request))
        elif content_type == "application/x-www-form-urlencoded":
            values |= await read_form(request)
        elif await read_body(request):
            raise ApiRefusal("invalid_post_type" if content_type else "missing_post_type")
    except BodyTooLargeError:
        raise ApiRefusal("request_too_large") from None
    except ValueError:
        raise ApiRefusal("invalid_json") from None
    return values
