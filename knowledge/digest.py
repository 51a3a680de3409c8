"""The week in review: what was asked most, what worked, what stopped working, what nobody could answer; and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from knowledge.conversation import Place
from knowledge.feedback import Movement
from knowledge.model import Entry
from knowledge.preferences import Preferences

__all__ = [
    "DIGEST",
    "MADE_UP_US",
    "SLICE_US",
    "Asked",
    "Digest",
    "Turn",
    "Unanswered",
    "Week",
    "by_day",
    "coming_turns",
    "week_before",
]

DIGEST = "digest"
"""The kind of the jobs that post it; such a job's name goes on with the ISO week in which it is due."""
MADE_UP_US = 2 * 86_400 * 1_000_000
"""Microseconds for which a digest that was missed is still worth posting; later it is skipped."""
SLICE_US = 900 * 1_000_000
"""Pastes are counted by quarters of an hour, microseconds: every time zone's days begin at one."""


class Turn(NamedTuple):
    """When a digest is due."""

    week: str
    """The ISO week in which that is, such as `2026-W48`: each has one digest at most."""
    due_us: int
    """Microseconds since 1970."""


class Week(NamedTuple):
    """The seven days that a digest is about."""

    days: tuple[date, ...]
    from_us: int
    """When the first begins, microseconds since 1970."""
    to_us: int
    """When the last ends."""


class Asked(NamedTuple):
    """How often an error came."""

    entry_id: str
    pastes: int


class Unanswered(NamedTuple):
    """An error that nobody has an answer to, and how often it came."""

    excerpt: str
    """How it looked the first time, redacted."""
    pastes: int
    last_place: Place
    """The paste in which it was seen last."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A week of one team."""

    week: Week
    pastes: tuple[int, ...]
    """How many pastes showed an error, day by day."""
    unknown: int
    """Those of them that nobody has an answer to."""
    asked: Sequence[Asked]
    """The most frequent known errors."""
    worked: Sequence[Movement]
    """What worked for most."""
    fallen: Sequence[Movement]
    """What fell farthest."""
    unanswered: Sequence[Unanswered]
    """The most frequent unknown errors."""
    entries: Mapping[str, Entry]
    """The entries that are named, by id."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell: no paste and no vote."""
        return not (sum(self.pastes) or self.worked or self.fallen)


def coming_turns(wanted: Preferences, *, after_us: int) -> Iterator[Turn]:
    """When digests are due after `after_us`, one in each week.

    An hour that the clocks skip is the one that follows it; of an hour that they repeat it is the first.
    """
    zone = ZoneInfo(wanted.time_zone)
    day = datetime.fromtimestamp(after_us / 1_000_000, zone).date()
    day += timedelta(days=(wanted.digest_weekday - day.weekday()) % 7)
    while True:
        due_us = _moment_us(day, time(wanted.digest_hour), zone)
        if due_us > after_us:
            year, week, _ = day.isocalendar()
            yield Turn(f"{year}-W{week:02}", due_us)
        day += timedelta(days=7)


def week_before(due_us: int, wanted: Preferences) -> Week:
    """The seven whole days before the one of `due_us`, by the time zone of the workspace."""
    zone = ZoneInfo(wanted.time_zone)
    end = datetime.fromtimestamp(due_us / 1_000_000, zone).date()
    days = tuple(end - timedelta(days=back) for back in range(7, 0, -1))
    return Week(days, _moment_us(days[0], time(), zone), _moment_us(end, time(), zone))


def by_day(slices: Iterable[tuple[int, int]], week: Week, wanted: Preferences) -> tuple[int, ...]:
    """How many there were on each day of `week`, from counts by quarters of an hour since 1970."""
    zone = ZoneInfo(wanted.time_zone)
    counts: Counter[date] = Counter()
    for number, count in slices:
        counts[datetime.fromtimestamp(number * SLICE_US / 1_000_000, zone).date()] += count
    return tuple(counts[day] for day in week.days)


def _moment_us(day: date, hour: time, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, hour, tzinfo=zone).astimezone(UTC).timestamp()) * 1_000_000
