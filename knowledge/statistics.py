"""What a workspace's use of Postmaster adds up to."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.evidence import Tally
from knowledge.model import Category
from knowledge.questions import Question

__all__ = ["EntryTally", "Statistics", "least_helpful", "most_helpful"]

_LISTED = 5


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts for one workspace."""

    entries: tuple[tuple[Category, int], ...]
    """How many entries each category has, most first; categories without any are left out."""
    conversations: int
    """Pastes that were received."""
    asked: int
    """Those of them that somebody asked about; the rest was overheard."""
    answered: int
    """Those of them that have a card."""
    answer_votes: Tally
    """Did the answer fix it?"""
    workaround_votes: Tally
    """Did the workaround work?"""
    match_votes: Tally
    """Was it the right error? `failed` counts "not my error"."""
    most_helpful: tuple[EntryTally, ...]
    """Entries with more votes for than against them, best first, at most five."""
    least_helpful: tuple[EntryTally, ...]
    """Entries with more votes against than for them, worst first, at most five."""
    questions: tuple[Question, ...]
    """Errors without an answer, most asked first, at most five."""


@dataclass(frozen=True, slots=True)
class EntryTally:
    """The votes on an entry's answer."""

    entry_id: str
    answer: Tally

    @property
    def balance(self) -> int:
        """Votes for it less votes against it."""
        return self.answer.worked - self.answer.failed


def most_helpful(tallies: tuple[EntryTally, ...]) -> tuple[EntryTally, ...]:
    """Those of `tallies` with more votes for than against, best first, at most five."""
    liked = (one for one in tallies if one.balance > 0)
    return tuple(sorted(liked, key=lambda one: (-one.balance, one.entry_id))[:_LISTED])


def least_helpful(tallies: tuple[EntryTally, ...]) -> tuple[EntryTally, ...]:
    """Those of `tallies` with more votes against than for, worst first, at most five."""
    disliked = (one for one in tallies if one.balance < 0)
    return tuple(sorted(disliked, key=lambda one: (one.balance, one.entry_id))[:_LISTED])
