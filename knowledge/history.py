"""What somebody pasted before, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.conversation import Place
from knowledge.threads import Outcome

__all__ = ["Fate", "Past"]


class Fate(StrEnum):
    """What became of a paste."""

    UNKNOWN = "unknown"
    """No entry explains it."""
    OPEN = "open"
    """It got an answer, and nobody said whether that helped."""
    FIXED = "fixed"
    """Somebody says that it is resolved, or more people that the answer worked than that it did not."""
    FAILED = "failed"
    """It got an answer that did not help."""
    HANDED = "handed"
    """Somebody asked for a human."""


@dataclass(frozen=True, slots=True)
class Past:
    """A paste that Postmaster answered."""

    card: Place
    """The message with the answer."""
    thread_ts: str
    """The message that begins the thread in which it stands."""
    entry_id: str | None
    """The entry that it shows, or to whose answer it points; None: it says that nobody knows the error."""
    excerpt: str
    """The paste's telling lines, redacted."""
    received: datetime
    worked: int
    """How many say that the answer worked."""
    failed: int
    outcome: Outcome
    """How the thread ended, as far as somebody said."""

    @property
    def fate(self) -> Fate:
        """What became of it."""
        if self.outcome is Outcome.RESOLVED or self.worked > self.failed:
            return Fate.FIXED
        if self.outcome is Outcome.HANDED:
            return Fate.HANDED
        if self.failed:
            return Fate.FAILED
        return Fate.OPEN if self.entry_id else Fate.UNKNOWN
