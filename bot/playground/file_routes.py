"""Files over HTTP: what is shared goes out, what the app uploads comes in."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.playground.file_object import SharedFile
from bot.playground.refusals import ApiRefusal
from bot.playground.services import Services
from bot.playground.slack_files import app_sees
from bot.playground.uploads import read_app_upload

__all__ = ["serve_file", "take_upload"]


def serve_file(services: Services, request: Request) -> Response:
    """The file's bytes; a caller without the right gets Slack's sign-in page, as HTML and with status 200."""
    file = services.workspace.files.get(request.path_params["file_id"])
    if file is None:
        return PlainTextResponse("File not found", status_code=404)
    if not _may_read(services, request, file):
        return Response("<!DOCTYPE html><title>Sign in to the workspace</title>", media_type="text/html")
    headers = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}
    return Response(file.content, media_type=file.mimetype, headers=headers)


def _may_read(services: Services, request: Request, file: SharedFile) -> bool:
    workspace = services.workspace
    user = request.query_params.get("user", "")
    if user:
        return _is_shown_by_app(services, file) or any(workspace.channels[c].has(user) for c in file.channels)
    token = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    is_app = token == services.bot_token and "files:read" in services.manifest.scopes
    return is_app and app_sees(workspace, file)


def _is_shown_by_app(services: Services, file: SharedFile) -> bool:
    """A private image of the app is seen by whoever sees a block with it; the page asks only for such ones."""
    return file.is_image and file.user == services.workspace.bot.user_id


async def take_upload(services: Services, request: Request) -> Response:
    """The answer to what came to an upload URL: its size, or HTTP 400."""
    content = await read_app_upload(request)
    try:
        services.uploads.receive(request.path_params["key"], content)
    except ApiRefusal as refusal:
        return JSONResponse(refusal.as_json(), status_code=400)
    return PlainTextResponse(f"OK - {len(content)}")
