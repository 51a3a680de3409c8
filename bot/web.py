"""What Postmaster serves over HTTP besides pages: Slack's requests, lookups for scripts, health and metrics."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

import prometheus_client
from slack_bolt import App
from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot import metrics
from bot.lookup_json import answer_json
from bot.request_body import TooLongError, read_body
from knowledge.base import KnowledgeBase
from knowledge.errors import InputError, StoreError
from knowledge.model import Language

__all__ = ["public_routes", "slack_route"]

_OWN_ERROR = "the database cannot be used; the log says why"


def slack_route(app: App) -> Route:
    """`POST /slack/events`: events, commands and interactions. Bolt works in threads, the event loop never waits."""

    async def receive(request: Request) -> Response:
        try:
            bolt_request = to_bolt_request(request, await read_body(request))
        except Exception:  # noqa: BLE001 - Bolt reads a body before it checks the signature: anybody may have sent it
            return Response(status_code=400)
        return to_starlette_response(await run_in_threadpool(app.dispatch, bolt_request))

    return Route("/slack/events", receive, methods=["POST"])


def public_routes(knowledge: KnowledgeBase) -> list[Route]:
    """`/api/lookup`, `/healthz` and `/metrics`; nothing here tells what a workspace asked or voted."""

    async def look_up(request: Request) -> Response:
        text, language = await _asked(request)
        with metrics.LOOKUP_SECONDS.time():
            answer = await run_in_threadpool(knowledge.look_up, text)
        metrics.PASTES.labels(surface="api").inc()
        return JSONResponse(answer_json(answer, language))

    async def health(_request: Request) -> Response:
        entries = await run_in_threadpool(knowledge.entry_count)
        return JSONResponse({"ok": True, "entries": entries})

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
        except InputError as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        except StoreError:
            return JSONResponse({"error": _OWN_ERROR}, status_code=503)

    return endpoint


async def _asked(request: Request) -> tuple[str, Language]:
    """The text and the language that a lookup asks for: `?q=…&lang=…`, a JSON object, or the text as the body."""
    if request.method != "POST":
        return _checked(request.query_params.get("q"), request.query_params.get("lang", "en"))
    body = (await read_body(request)).decode("utf-8", "replace")
    if not request.headers.get("content-type", "").startswith("application/json"):
        return _checked(body, request.query_params.get("lang", "en"))
    try:
        data = json.loads(body)
    except (json.JSONDecodeError, RecursionError):
        raise InputError('the body is not JSON; send {"text": "…"}') from None
    if not isinstance(data, dict):
        raise InputError('the body is not an object; send {"text": "…"}')
    return _checked(data.get("text", data.get("q")), data.get("lang", "en"))


def _checked(text: object, language: object) -> tuple[str, Language]:
    if not isinstance(text, str):
        raise InputError('nothing to look up; give ?q=… or {"text": "…"}')
    if not isinstance(language, str) or language not in set(Language):
        raise InputError("there is no such language; give lang=en or lang=zh")
    return text, Language(language)
