"""What a person gets for a paste."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.model import Text
from knowledge.rating import RatedEntry
from knowledge.smtp.reading import Diagnostic, Reading

__all__ = ["Answer", "Candidate"]

_SURE = 0.6
"""Score below which an answer is no more than a guess."""
_NEAR = 0.2
"""Score from which on an entry is near enough to be shown to somebody who looks for the right one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read in a paste, and the entries that it may be about."""

    text: str
    """The paste, redacted; of a long one the telling lines."""
    reading: Reading
    candidates: tuple[Candidate, ...]
    """Best first, at most five."""
    detected: bool
    """Whether a passive listener speaks up: the best score is above the threshold."""
    tell_apart: Text | None
    """Between two close candidates: what would tell them apart."""

    @property
    def near(self) -> tuple[Candidate, ...]:
        """Those candidates that are worth showing to somebody who looks for the right one, best first."""
        return tuple(candidate for candidate in self.candidates if candidate.score >= _NEAR)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be what the paste shows."""

    rated: RatedEntry
    score: float
    """How sure the match is, 0 to 1, calibrated."""
    why: Text
    """Why it matched, for a support engineer."""
    diagnostic: Diagnostic
    """The error in the paste that it explains."""

    @property
    def is_guess(self) -> bool:
        """Whether it may as well be wrong, which whoever shows it should say."""
        return self.score < _SURE
