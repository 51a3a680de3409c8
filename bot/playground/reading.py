"""Bodies of requests: read up to a limit, and decoded so that every text in them can be encoded again."""

from __future__ import annotations

from urllib.parse import parse_qsl

from pydantic_core import from_json
from starlette.requests import Request

from bot.playground.objects import Json

__all__ = ["LARGEST_BODY", "BodyTooLargeError", "decoded", "decoded_object", "read_body", "read_form"]

LARGEST_BODY = 8 * 1024 * 1024
"""Bytes; a pasted log of some megabytes still fits."""


class BodyTooLargeError(Exception):
    """The body is larger than the limit."""


async def read_body(request: Request, *, largest: int = LARGEST_BODY) -> bytes:
    """The whole body.

    Raises:
        BodyTooLargeError: it is larger than `largest` bytes. The rest is read and dropped: a client that is still
            sending would not see the answer.
    """
    body = bytearray()
    is_too_large = False
    async for chunk in request.stream():
        is_too_large = is_too_large or len(body) + len(chunk) > largest
        if not is_too_large:
            body += chunk
    if is_too_large:
        raise BodyTooLargeError
    return bytes(body)


def decoded(text: str | bytes) -> object:
    """The JSON value in `text`; unlike the standard library's, it has no lone surrogates, infinities or endless depth.

    Raises:
        ValueError: it is not such JSON.
    """
    value: object = from_json(text, allow_inf_nan=False)
    return value


def decoded_object(text: str | bytes) -> Json:
    """The JSON object in `text`; nothing at all is an empty one.

    Raises:
        ValueError: it is not an object.
    """
    value = decoded(text) if text.strip() else {}
    if not isinstance(value, dict):
        raise ValueError("must be a JSON object")  # noqa: TRY004 - the caller asks about values, not types
    return value


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a URL-encoded form; the last one of a name counts.

    Raises:
        BodyTooLargeError: as for `read_body`.
    """
    body = await read_body(request)
    return dict(parse_qsl(body.decode("utf-8", errors="replace"), keep_blank_values=True))
