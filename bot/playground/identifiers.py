"""Ids and timestamps in Slack's forms, never the same twice."""

from __future__ import annotations

import secrets
import string
import time
from collections.abc import Callable

__all__ = ["Timestamps", "new_hash", "new_id"]

_ALPHABET = string.ascii_uppercase + string.digits
_ID_LENGTH = 10  # characters after the prefix


class Timestamps:
    """Hands out `ts` values: each later than the one before, even within one microsecond."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._last_us = 0

    def next(self) -> str:
        """A timestamp such as `1718000000.000100`."""
        self._last_us = max(self._last_us + 1, int(self._now() * 1_000_000))
        seconds, microseconds = divmod(self._last_us, 1_000_000)
        return f"{seconds}.{microseconds:06d}"


def new_id(prefix: str) -> str:
    """An id such as `F0A1B2C3D4`: the kind's letter and ten random ones."""
    return prefix + "".join(secrets.choice(_ALPHABET) for _ in range(_ID_LENGTH))


def new_hash() -> str:
    """A view's hash: the time of its making and something random."""
    return f"{int(time.time())}.{secrets.token_hex(4)}"
