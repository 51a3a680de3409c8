"""What Postmaster serves over HTTP besides pages: Slack's requests, lookups for scripts, health and metrics."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

import prometheus_client
import structlog
from slack_bolt import App
from slack_bolt.adapter.starlette.handler import to_starlette_response
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import metrics
from bot.lookup_json import answer_json
from bot.request_body import TooLongError, read_body
from bot.slack_requests import NotFromSlackError, read_request
from knowledge.base import KnowledgeBase
from knowledge.errors import InputError, StoreError
from knowledge.model import Language

__all__ = ["public_routes", "slack_route"]

_FORM = "application/x-www-form-urlencoded"
_FIELDS = 20
"""Fields that a form may have."""
_KNOWN = {"q", "text", "lang"}
_OWN_ERROR = "the database cannot be used; the log says why"

_log = structlog.get_logger(__name__)


class UnreadableTypeError(InputError):
    """The body of a request is of a content type that is not read."""


def slack_route(app: App) -> Route:
    """`POST /slack/events`: events, commands and interactions. Bolt works in threads, the event loop never waits."""

    async def receive(request: Request) -> Response:
        try:
            bolt_request = await read_request(request)
        except NotFromSlackError as error:
            _log.warning("a request is none of Slack's", reason=str(error))
            return JSONResponse({"error": str(error)}, status_code=error.status)
        return to_starlette_response(await run_in_threadpool(app.dispatch, bolt_request))

    return Route("/slack/events", receive, methods=["POST"])


def public_routes(knowledge: KnowledgeBase, *, connected: Callable[[], bool] | None = None) -> list[Route]:
    """`/api/lookup`, `/healthz` and `/metrics`; nothing here tells what a workspace asked or voted.

    With a connection that may break, `connected` says whether it stands, and `/healthz` says it on.
    """

    async def look_up(request: Request) -> Response:
        text, language = await _asked(request)
        with metrics.LOOKUP_SECONDS.time():
            answer = await run_in_threadpool(knowledge.look_up, text)
        metrics.PASTES.labels(surface="api").inc()
        return JSONResponse(answer_json(answer, language))

    async def health(_request: Request) -> Response:
        entries = await run_in_threadpool(knowledge.entry_count)
        return JSONResponse({"ok": True, "entries": entries} | ({"connected": connected()} if connected else {}))

    async def measures(_request: Request) -> Response:
        return Response(prometheus_client.generate_latest(), media_type=prometheus_client.CONTENT_TYPE_LATEST)

    return [
        Route("/api/lookup", _explained(look_up), methods=["GET", "POST"]),
        Route("/healthz", _explained(health)),
        Route("/metrics", measures),
    ]


def _explained(respond: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """`respond`, with what goes wrong as a status and one line: what is wrong and what to do."""

    async def endpoint(request: Request) -> Response:
        try:
            return await respond(request)
        except TooLongError as error:
            return JSONResponse({"error": str(error)}, status_code=413)
        except UnreadableTypeError as error:
            return JSONResponse({"error": str(error)}, status_code=415)
        except InputError as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        except StoreError:
            return JSONResponse({"error": _OWN_ERROR}, status_code=503)

    return endpoint


async def _asked(request: Request) -> tuple[str, Language]:
    """The text and the language that a lookup asks for: what the body says, and what it does not say the address."""
    asked: dict[str, object] = dict(request.query_params)
    if request.method == "POST" and (body := await read_body(request)):
        said = _said(body.decode("utf-8", "replace"), request.headers.get("content-type") or "text/plain")
        if "text" in said:  # people and scripts call it either
            said["q"] = said["text"]
        asked |= said
    return _checked(asked.get("q"), asked.get("lang", "en"))


def _said(body: str, content_type: str) -> dict[str, object]:
    """The fields of `body`: of a form or a JSON object; plain text is the text to look up.

    So is a form without a known field: `curl -d` says of any text that it is a form.

    Raises:
        InputError: it is none of these.
    """
    kind = content_type.partition(";")[0].strip().lower()
    if kind == _FORM:
        fields = _fields(body)
        return fields if fields.keys() & _KNOWN else {"q": body}
    if kind == "text/plain":
        return {"q": body}
    if kind != "application/json":
        raise UnreadableTypeError(f"{kind:.100} is not read here; send text/plain, application/json or {_FORM}")
    try:
        data = json.loads(body)
    except (json.JSONDecodeError, RecursionError):
        raise InputError('the body is not JSON; send {"text": "…"}') from None
    if not isinstance(data, dict):
        raise InputError('the body is not an object; send {"text": "…"}')
    return data


def _fields(form: str) -> dict[str, object]:
    try:
        return dict(parse_qsl(form, keep_blank_values=True, max_num_fields=_FIELDS))
    except ValueError:
        raise InputError("the form has too many fields; send q=… alone, with & written as %26") from None


def _checked(text: object, language: object) -> tuple[str, Language]:
    if not isinstance(text, str):
        raise InputError('nothing to look up; give ?q=… or {"text": "…"}')
    if not isinstance(language, str) or language not in set(Language):
        raise InputError("there is no such language; give lang=en or lang=zh")
    return text, Language(language)
