"""What a home is made of, as its listener gathers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.links import Links
from knowledge.answer import Answer
from knowledge.feedback import CastVote, Movement
from knowledge.heading import Named
from knowledge.history import Past
from knowledge.model import Entry
from knowledge.questions import Question
from knowledge.teaching.model import Teaching

__all__ = ["Contents", "Findings", "Page", "Review", "page_of"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list."""

    items: Sequence[T] = ()
    number: int = 0
    """From 0."""
    has_next: bool = False


def page_of(rows: Callable[[int, int], Sequence[T]], number: int, *, size: int) -> Page[T]:
    """The page `number` of a list of which `rows(limit, offset)` gives a part.

    If it emptied meanwhile, the one before it; if that did too, the first.
    """
    for tried in (number, max(0, number - 1), 0):
        found = rows(size + 1, tried * size)
        if found:
            return Page(found[:size], tried, has_next=len(found) > size)
    return Page()


@dataclass(frozen=True, slots=True)
class Findings:
    """What there is to say about what somebody searched for."""

    answer: Answer
    entries: Sequence[Named]
    """Those that have its words, without those that the answer shows."""


@dataclass(frozen=True, slots=True)
class Review:
    """What waits for reviewers."""

    proposals: Page[Teaching]
    names: Mapping[str, str]
    """Of the people in the proposals, by user id, as far as Slack says."""
    questions: Page[Question]
    fallen: Page[Movement]


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a person's home shows."""

    findings: Findings | None
    """None: nothing was searched for."""
    recent: Page[Past]
    votes: Page[CastVote]
    review: Review | None
    """None: the person is no reviewer."""
    entries: Mapping[str, Entry]
    """Those that the lists name, by id; one that is gone is missing."""
    may_set: bool
    """Whether the person may change settings."""
    links: Links
