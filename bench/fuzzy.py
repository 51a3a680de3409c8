"""The peer: the whole paste against every signature with RapidFuzz's WRatio, as in three lines of a script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from knowledge.model import Entry

__all__ = ["FuzzyLookup", "Guess"]


@dataclass(frozen=True, slots=True)
class Guess:
    """The entry with the signature that is most like a paste."""

    entry: Entry
    score: float
    """WRatio, 0 to 100."""


class FuzzyLookup:
    """All signatures of some entries, compared one by one."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Know the signatures of `entries`."""
        owned = [(signature, entry) for entry in entries for signature in entry.signatures]
        self._signatures = [signature for signature, _ in owned]
        self._owners = [entry for _, entry in owned]

    def __len__(self) -> int:
        return len(self._signatures)

    def look_up(self, paste: str) -> Guess:
        """The most similar signature's entry, however little it is like `paste`."""
        _, score, position = process.extractOne(paste, self._signatures, scorer=fuzz.WRatio)
        return Guess(self._owners[position], score)
