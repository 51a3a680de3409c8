"""The body of a request, read no further than anybody needs."""

from __future__ import annotations

from starlette.requests import Request

from knowledge.errors import InputError

__all__ = ["BODY_LIMIT", "TooLongError", "read_body"]

BODY_LIMIT = 1_048_576
"""Bytes of a request that are read."""


class TooLongError(InputError):
    """The body of a request is longer than BODY_LIMIT."""


async def read_body(request: Request) -> bytes:
    """The body of `request`.

    Raises:
        TooLongError: it is longer than BODY_LIMIT; the rest is not read.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > BODY_LIMIT:
            raise TooLongError(f"that is too long; send at most {BODY_LIMIT:,} bytes")
    return bytes(body)
