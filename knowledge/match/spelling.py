"""Which known word is meant where one is misspelt."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

__all__ = ["Spelling"]

_ALIKE = 0.8
"""Likeness of spellings from which one may be meant for the other; their lengths cannot differ by more, either."""
_SHORTEST = 5
"""Characters; shorter words have too many neighbours."""


class Spelling:
    """How words are spelt that are known; those of the spelling `below` are known too.

    A word is compared with those that begin or end with the same letter: a single typing mistake leaves one of the two.
    """

    def __init__(self, words: Iterable[str], *, below: Spelling | None = None) -> None:
        """Know `words`."""
        self._below = below
        self._with_end: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        for word in words:
            if len(word) >= _SHORTEST:
                for end in _ends(word):
                    self._with_end[len(word), end].append(word)
        self._found = lru_cache(maxsize=4096)(self._nearest)

    def nearest(self, word: str) -> str:
        """The known word that `word` is most likely meant for; itself if none is close."""
        return self._found(word)

    def _nearest(self, word: str) -> str:
        if len(word) < _SHORTEST or not word.isalpha() or not word.isascii():
            return word
        found = process.extractOne(word, self._near(word), scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
        return str(found[0]) if found else word

    def _near(self, word: str) -> list[str]:
        """The known words of about the length of `word` that begin or end as it does."""
        lengths = range(math.ceil(len(word) * _ALIKE), math.floor(len(word) / _ALIKE) + 1)
        keys = [(length, end) for length in lengths for end in _ends(word)]
        own = [known for key in keys for known in self._with_end.get(key, ())]
        return [*self._below._near(word), *own] if self._below else own  # noqa: SLF001 - another of this class


def _ends(word: str) -> tuple[str, str]:
    """How `word` begins, and how it ends."""
    return f"{word[0]}…", f"…{word[-1]}"
