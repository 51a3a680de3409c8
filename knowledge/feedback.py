"""What people say beyond a vote, and what votes changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.conversation import Place
from knowledge.evidence import Rate

__all__ = ["WORDS_LIMIT", "CastVote", "GivenReason", "Movement", "Reason", "fallen", "worked_most"]

WORDS_LIMIT = 500
"""Characters of a person's own words that are kept."""


class Reason(StrEnum):
    """Why an answer did not help somebody."""

    WRONG_ERROR = "wrong_error"
    """It was about another error: says nothing about the fix."""
    DID_NOT_HELP = "did_not_help"
    """What it says was tried."""
    ALREADY_KNEW = "already_knew"
    """It was right, and no news: says nothing about the fix."""
    OTHER = "other"
    """What the person's own words say."""


@dataclass(frozen=True, slots=True)
class GivenReason:
    """What somebody said last about why an answer did not help."""

    card: Place
    voter: str
    reason: Reason
    words: str
    """Redacted; empty unless the person wrote something."""
    given_us: int
    """Microseconds since 1970."""


@dataclass(frozen=True, slots=True)
class CastVote:
    """A standing vote, and the card on which it was cast."""

    card: Place
    """Where the card stood; it may have been deleted since."""
    entry_id: str
    target: str
    """`answer`, `match`, `known`, `workaround:<key>` or `dead-end:<key>`."""
    worked: bool
    voted_us: int
    """Microseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Movement:
    """How far the votes since a moment moved the fix rate of an entry."""

    entry_id: str
    before: Rate
    """What it would be now without them."""
    now: Rate
    worked: int
    """How many of them say that the answer worked."""
    votes: int
    """All of them."""

    @property
    def change(self) -> float:
        """How far it went up, -1 to 1."""
        return self.now.mean - self.before.mean


def fallen(movements: tuple[Movement, ...]) -> tuple[Movement, ...]:
    """Those of `movements` that went down, the farthest first."""
    down = (one for one in movements if one.change < 0)
    return tuple(sorted(down, key=lambda one: (one.change, one.entry_id)))


def worked_most(movements: tuple[Movement, ...]) -> tuple[Movement, ...]:
    """Those of `movements` whose answer worked for somebody, for most first."""
    worked = (one for one in movements if one.worked)
    return tuple(sorted(worked, key=lambda one: (-one.worked, one.votes, one.entry_id)))
