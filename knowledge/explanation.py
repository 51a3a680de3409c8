"""How an answer comes about: what a look-up read, and how each candidate scored, for those who write entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.lookup import Found
from knowledge.match import THRESHOLD, Match
from knowledge.match.trust import trusted
from knowledge.redact import marks
from knowledge.smtp.lines import Line, lines
from knowledge.smtp.reading import Diagnostic

__all__ = ["Asked", "Error", "Explanation", "explanation"]


@dataclass(frozen=True, slots=True)
class Error:
    """A diagnostic, and how far it is trusted to be what went wrong."""

    diagnostic: Diagnostic
    trust: float
    """0 to 1; each candidate's points are multiplied by it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How the entry fared that somebody asked about."""

    entry_id: str
    place: int | None
    """Among all candidates, from 1; None if it shares neither words nor codes with any error."""
    match: Match | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The steps from a paste to its answer. Nothing in it was not redacted first."""

    given: int
    """Lines that were given, blank ones aside; those of a long paste that tell nothing are not read."""
    taken_out: Mapping[str, int]
    """How often redaction put each of its marks, such as `<address>`."""
    lines: tuple[Line, ...]
    """What was read, encodings and wrappers undone."""
    providers: tuple[str, ...]
    """Keys of the providers that are named anywhere in it."""
    errors: tuple[Error, ...]
    """In the order of the paste."""
    matches: tuple[Match, ...]
    """The candidates of the answer, best first."""
    detected: bool
    """Whether a passive listener speaks up."""
    threshold: float
    """How sure one of the candidates must make it for that: `Match.heard`."""
    asked: Asked | None

    @property
    def surest(self) -> Match | None:
        """The candidate that makes a passive listener surest; None if there is none."""
        return max(self.matches, key=lambda match: match.heard, default=None)


def explanation(found: Found, entry_id: str | None = None) -> Explanation:
    """How `found` came about and, if `entry_id` is given, how that entry fared."""
    return Explanation(
        given=sum(not line.isspace() for line in found.given.splitlines() if line),
        taken_out=_marks(found.redacted) - _marks(found.given),
        lines=tuple(line for line in lines(found.redacted) if line.text.strip()),
        providers=found.reading.providers,
        errors=tuple(Error(diagnostic, trust) for diagnostic, trust in trusted(found.reading.diagnostics)),
        matches=found.ranking.matches,
        detected=found.ranking.detected,
        threshold=THRESHOLD,
        asked=None if entry_id is None else _asked(found, entry_id),
    )


def _asked(found: Found, entry_id: str) -> Asked:
    place, match = found.edition.matcher().place(found.reading, entry_id) or (None, None)
    return Asked(entry_id, place, match)


def _marks(text: str) -> Counter[str]:
    """How often each mark of redaction stands in `text`."""
    return Counter(re.findall(marks.ANY, text))
