"""The playground's addresses: the page, its requests and its stream, the Web API, response URLs and files.

    GET  /                              the page
    GET  /archives/<channel>/p<digits>  a permalink: leads to the message on the page
    GET  /playground/static/…           its files
    GET  /playground/state?user=U…      the workspace as one person sees it
    GET  /playground/stream?user=U…     what changes, as server-sent events
    GET  /playground/deliveries         what was sent to the bot; ?settled=1 waits until nothing is on its way
    POST /playground/messages           {user, channel, text, thread_ts?}
    POST /playground/messages/edit      {user, channel, ts, text}
    POST /playground/messages/delete    {user, channel, ts}
    POST /playground/reactions          {user, channel, ts, name, remove?}
    POST /playground/commands           {user, channel, command, text}
    POST /playground/shortcuts          {user, channel, ts, callback_id}
    POST /playground/actions            {user, channel?, message_ts?, view_id?, action, values?}
    POST /playground/suggestions        {user, channel?, message_ts?, view_id?, block_id, action_id, value?}
    POST /playground/views/submit       {user, view_id, values}
    POST /playground/views/close        {user, view_id}
    POST /playground/files              multipart: user, channel, thread_ts?, text?, file
    POST /playground/invite             {user, channel}
    POST /playground/home               {user, tab?}
    POST /playground/reset              {}
    POST /playground/switches           {copies?, delay_s?, hold?, newest_first?, fail?: [{method, error?, times?,
                                        retry_after_s?}], unscanned_looks?, disabled_groups?, reset?}: what a test
                                        makes go wrong
    *    /playground/api/<method>       Slack's Web API, for the bot
    POST /playground/response/<key>     a response URL
    POST /playground/upload/<key>       the content of a file that the bot announced
    GET  /playground/files/<id>         a file's content, for the bot's token or for a person (?user=U…)

Answers are JSON with `ok`; a refusal has `error` and, for people, `message`, under an HTTP status of 4xx.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import BaseRoute, Route

from bot.playground import file_routes, page_api, page_app, response_url, web_api
from bot.playground.arguments import Arguments
from bot.playground.guard import refuse_strangers
from bot.playground.language import accepted
from bot.playground.lookups import person
from bot.playground.objects import Json
from bot.playground.reading import BodyTooLargeError, decoded_object, read_body
from bot.playground.refusals import ApiRefusal, PersonRefusal
from bot.playground.services import Services
from bot.playground.static_files import static_file
from bot.playground.stream import Stream

__all__ = ["playground_routes"]

_STATIC = Path(__file__).parent / "static"
_PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""The page loads nothing from elsewhere and is shown in no other page."""

_Answer: TypeAlias = Callable[[Services, Request], Awaitable[Json]]
_Respond: TypeAlias = Callable[[Request], Awaitable[Response]]

_GET: dict[str, _Answer] = {"state": page_api.state, "deliveries": page_api.deliveries}
_POST: dict[str, _Answer] = {
    "messages": page_api.post_message,
    "messages/edit": page_api.edit_message,
    "messages/delete": page_api.delete_message,
    "reactions": page_api.set_reaction,
    "commands": page_app.run_command,
    "shortcuts": page_app.use_shortcut,
    "actions": page_app.act,
    "suggestions": page_app.suggest,
    "views/submit": page_app.submit_view,
    "views/close": page_app.close_view,
    "files": page_api.share_file,
    "invite": page_app.invite,
    "home": page_app.open_home,
    "reset": page_api.reset,
    "switches": page_api.set_switches,
}


def playground_routes(services: Services, stream: Stream) -> list[BaseRoute]:
    """Every route of the playground, each kept from strangers."""

    async def page(_request: Request) -> Response:
        return FileResponse(_STATIC / "index.html", headers=_PAGE_HEADERS)

    async def permalink(request: Request) -> Response:
        return RedirectResponse(_place(request))

    async def watch(request: Request) -> Response:
        user = person(services.workspace, request.query_params.get("user", ""))
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(stream.watch(user.id), media_type="text/event-stream", headers=headers)

    async def api(request: Request) -> Response:
        return await web_api.answer(services, request)

    async def respond_by_url(request: Request) -> Response:
        return await _respond_by_url(services, request)

    async def file(request: Request) -> Response:
        return file_routes.serve_file(services, request)

    async def upload(request: Request) -> Response:
        return await file_routes.take_upload(services, request)

    return [
        Route("/", _kept(page)),
        Route("/archives/{channel}/p{digits:int}", _kept(permalink)),
        Route("/playground/stream", _kept(watch)),
        *(Route(f"/playground/{path}", _kept(_json(services, do)), methods=["GET"]) for path, do in _GET.items()),
        *(Route(f"/playground/{path}", _kept(_json(services, do)), methods=["POST"]) for path, do in _POST.items()),
        Route("/playground/api/{method}", _kept(api), methods=["GET", "POST"]),
        Route("/playground/response/{key}", _kept(respond_by_url), methods=["POST"]),
        Route("/playground/upload/{key}", _kept(upload), methods=["POST"]),
        Route("/playground/files/{file_id}", _kept(file)),
        Route("/playground/files/{file_id}/download", _kept(file)),
        Route("/playground/static/{path:path}", static_file),
    ]


def _kept(respond: _Respond) -> _Respond:
    """`respond` for those who may ask; a refusal for people becomes its own response."""

    async def endpoint(request: Request) -> Response:
        try:
            refuse_strangers(request)
            return await respond(request)
        except PersonRefusal as refusal:
            language = accepted(request.headers.get("Accept-Language", ""))
            return JSONResponse(refusal.as_json(language), status_code=refusal.status)

    return endpoint


def _json(services: Services, do: _Answer) -> _Respond:
    async def respond(request: Request) -> Response:
        answer = {"ok": True} | await do(services, request)
        return JSONResponse(answer, headers={"Cache-Control": "no-store"})

    return respond


def _place(request: Request) -> str:
    """Where the page shows the message that a permalink names: the thread that it stands in or begins."""
    digits = str(request.path_params["digits"])
    ts = request.query_params.get("thread_ts") or f"{digits[:-6]}.{digits[-6:]}"
    return f"/#/{request.path_params['channel']}/{ts}"


async def _respond_by_url(services: Services, request: Request) -> Response:
    """A response URL answers `ok` as plain text, or an error name with 404 (gone) or 400 (refused)."""
    try:
        body = decoded_object(await read_body(request))
    except (ValueError, BodyTooLargeError):
        return PlainTextResponse("invalid_payload", status_code=400)
    try:
        url = services.response_urls.use(request.path_params["key"])
    except ApiRefusal as refusal:
        return JSONResponse(refusal.as_json(), status_code=404)
    try:
        response_url.respond(services.workspace, url, Arguments(body))
    except ApiRefusal as refusal:
        return JSONResponse(refusal.as_json(), status_code=400)
    return PlainTextResponse("ok")
