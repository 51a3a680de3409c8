"""Answers that a browser or a cache may keep, and ask about again by their ETag."""

from __future__ import annotations

import hashlib

from starlette.requests import Request
from starlette.responses import Response

__all__ = ["cached"]

_FRESH_S = 60
"""Seconds for which nobody needs to ask again; what changed in the knowledge shows after them."""


def cached(request: Request, content: str, *, media_type: str, headers: dict[str, str]) -> Response:
    """`content`, or 304 if whoever asks has it already (RFC 9110, section 13.1.2).

    The tag is a digest of the content itself: it changes with the entry, the language and the template, and with
    nothing else.
    """
    body = content.encode()
    tag = f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
    known = headers | {"ETag": tag, "Cache-Control": f"public, max-age={_FRESH_S}"}
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=known)
    return Response(body, media_type=media_type, headers=known)


def _has(asked: str, tag: str) -> bool:
    """Whether `tag` is among the tags of an If-None-Match header, weak ones included."""
    return "*" in asked or tag in {one.strip().removeprefix("W/") for one in asked.split(",")}
