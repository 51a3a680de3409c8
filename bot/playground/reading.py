"""Bodies of requests, read up to a limit."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import Request

__all__ = ["LARGEST_BODY", "BodyTooLargeError", "read_body", "read_form"]

LARGEST_BODY = 8 * 1024 * 1024
"""Bytes; a pasted log of some megabytes still fits."""


class BodyTooLargeError(Exception):
    """The body is larger than the limit."""


async def read_body(request: Request, *, largest: int = LARGEST_BODY) -> bytes:
    """The whole body.

    Raises:
        BodyTooLargeError: it is larger than `largest` bytes; the rest is left unread.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > largest:
            raise BodyTooLargeError
    return bytes(body)


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a URL-encoded form; the last one of a name counts.

    Raises:
        BodyTooLargeError: as for `read_body`.
    """
    body = await read_body(request)
    return dict(parse_qsl(body.decode("utf-8", errors="replace"), keep_blank_values=True))
