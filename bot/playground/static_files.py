"""The files of the page, read once for all: it asks for almost a hundred of them each time it opens."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from mimetypes import guess_type
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

__all__ = ["static_file"]

_FOLDER = Path(__file__).parent / "static"


async def static_file(request: Request) -> Response:
    """The file that the address names; 404 if there is none."""
    found = _files().get(request.path_params["path"])
    if found is None:
        return PlainTextResponse("There is no such file.", status_code=404)
    content, kind = found
    return Response(content, media_type=kind, headers={"X-Content-Type-Options": "nosniff"})


@cache
def _files() -> Mapping[str, tuple[bytes, str | None]]:
    """Their contents and media types, by path."""
    paths = (path for path in _FOLDER.rglob("*") if path.is_file())
    return {path.relative_to(_FOLDER).as_posix(): (path.read_bytes(), guess_type(path.name)[0]) for path in paths}
