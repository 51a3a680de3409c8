"""The same error again: when a link to the earlier answer says enough, and when many pastes of it are an incident.

**A repeat** is an error that was answered in the same channel within six hours: most of a working day, in which people
still have the earlier answer before them.

**An incident** is an error that comes much more often than it should, from people who do not repeat one another:

- at least 5 pastes within 20 minutes, of one entry, in which no two tell different codes or providers;
- by 3 people, or by 2 in 2 channels: one person who tries again is no incident;
- 10 times as many as 20 minutes of a usual working day bring. A day of the four weeks before counts as eight hours, so
  20 minutes of it bring a 24th. An error that comes 12 times a day reaches the five pastes by chance, as often as a
  Poisson distribution of mean 0.5 says, in 2 of 10,000 such windows; ten times keeps it as rare above that.

Times are those at which people wrote, by Slack's clock: late and disordered events change nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.conversation import Place

__all__ = [
    "HISTORY_DAYS",
    "LEAST_HISTORY_DAYS",
    "QUIET_US",
    "REPEAT_US",
    "WINDOW_US",
    "Incident",
    "Sighting",
    "Verdicts",
    "is_incident",
    "of_one_kind",
]

REPEAT_US = 6 * 3_600 * 1_000_000
"""Microseconds for which an answer in a channel is not given there again without being asked for."""
WINDOW_US = 20 * 60 * 1_000_000
"""Microseconds within which the pastes of an incident come."""
QUIET_US = 6 * 3_600 * 1_000_000
"""Microseconds for which an incident is not said again."""
HISTORY_DAYS = 28
"""Days before the window that say what is usual."""
LEAST_HISTORY_DAYS = 7
"""Days that must be known before anybody can say what is usual."""
_LEAST_PASTES = 5
_LEAST_PEOPLE = 3
_TIMES_USUAL = 10
_WINDOWS_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Sighting:
    """A paste of an error."""

    paste: Place
    by: str
    codes: frozenset[str]
    """Those of the error; empty: it has none."""
    provider: str | None
    """Who words it; None: not known."""


@dataclass(frozen=True, slots=True)
class Incident:
    """One error, pasted much more often than usual."""

    about: str
    """The entry that explains it."""
    sightings: tuple[Sighting, ...]
    """The pastes, oldest first."""
    code: str
    """As servers give it; empty: it has none."""
    provider: str | None
    """Who words it; None: not known, or several do."""
    usual_per_day: float | None
    """How often it comes on a day; None: not known yet."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What people say about one card."""

    worked: int
    failed: int
    workaround: str | None
    """Key of the workaround that most people say did it; None: nobody said which."""


def of_one_kind(latest: Sighting, others: Iterable[Sighting]) -> list[Sighting]:
    """`latest` and those `others` that show the same: a code in common or none, and no other provider."""
    return [latest, *(one for one in others if one.paste != latest.paste and _fits(latest, one))]


def is_incident(sightings: Iterable[Sighting], *, usual_per_day: float) -> bool:
    """Whether `sightings` of one kind within one window are too many, from too many people, to be usual."""
    seen = list(sightings)
    people, channels = {one.by for one in seen}, {one.paste.channel for one in seen}
    spread = len(people) >= _LEAST_PEOPLE or min(len(people), len(channels)) > 1
    return spread and len(seen) >= max(_LEAST_PASTES, _TIMES_USUAL * usual_per_day / _WINDOWS_A_DAY)


def _fits(latest: Sighting, other: Sighting) -> bool:
    same_code = bool(latest.codes & other.codes) or not (latest.codes and other.codes)
    same_provider = latest.provider == other.provider or None in {latest.provider, other.provider}
    return same_code and same_provider
