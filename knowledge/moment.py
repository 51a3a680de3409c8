"""Moments as whole microseconds since 1970, so that they can be compared and stored without rounding."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TypeAlias

from knowledge.errors import InputError

__all__ = ["Clock", "clock", "microseconds", "timestamp"]

Clock: TypeAlias = Callable[[], int]
"""Gives the moment that it is."""

_TIMESTAMP = re.compile(r"([0-9]{1,12})(?:\.([0-9]{1,6}))?")


def microseconds(timestamp: str) -> int:
    """`timestamp`, seconds since 1970 with up to six decimals as chats write it, in microseconds.

    Raises:
        InputError: it is anything else.

    >>> microseconds("1700000000.000100")
    1700000000000100
    >>> microseconds("1700000000.5")
    1700000000500000
    """
    match = _TIMESTAMP.fullmatch(timestamp)
    if match is None:
        raise InputError(f"{timestamp!r:.40} is no timestamp; give seconds since 1970, such as 1700000000.000100")
    seconds, fraction = match.groups(default="")
    return int(seconds) * 1_000_000 + int(fraction.ljust(6, "0"))


def timestamp(moment_us: int) -> str:
    """The moment as chats write it.

    >>> timestamp(1_700_000_000_000_100)
    '1700000000.000100'
    """
    seconds, fraction = divmod(moment_us, 1_000_000)
    return f"{seconds}.{fraction:06}"


def clock(now: Callable[[], float] = time.time) -> Clock:
    """A clock that goes by `now`, which gives seconds since 1970."""
    return lambda: int(now() * 1_000_000)
