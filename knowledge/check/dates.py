"""Facts that nobody looked at for long, and days that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from knowledge.model import Entry

__all__ = ["dates"]

_STALE = timedelta(days=2 * 365)
"""Age at which somebody should verify an entry again."""


def dates(entry: Entry, today: date) -> Iterator[str]:
    """What is wrong with the dates of `entry`."""
    if today - entry.last_verified > _STALE:
        yield f"last_verified: {entry.last_verified} is more than two years ago; verify it again"
    for field, day in (("last_verified", entry.last_verified), ("first_seen", entry.first_seen)):
        if day > today:
            yield f"{field}: {day} is still to come"
