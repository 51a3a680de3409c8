"""A peer: the whole paste against every signature with RapidFuzz's WRatio, as in three lines of a script."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from bench.wordings import LIMIT, Guess, Wording, enough, first_of_each_entry

__all__ = ["FuzzyLookup"]


class FuzzyLookup:
    """All signatures, compared one by one; scores are WRatio's, 0 to 100."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        """Know `wordings`."""
        self._wordings = wordings
        self._signatures = [wording.text for wording in wordings]

    def look_up(self, paste: str, *, limit: int = LIMIT) -> list[Guess]:
        """The wordings that are most like `paste`: of the `limit` nearest entries one each, best first."""
        found = process.extract(paste, self._signatures, scorer=fuzz.WRatio, limit=enough(limit))
        guesses = (Guess(self._wordings[position], score) for _, score, position in found)
        return first_of_each_entry(guesses, limit=limit)
