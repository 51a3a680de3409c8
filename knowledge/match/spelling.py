"""Which known word is meant where one is misspelt."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

__all__ = ["Spelling"]

_ALIKE = 0.8
"""Likeness of spellings from which one may be meant for the other; their lengths cannot differ by more, either."""
_SHORTEST = 5
"""Characters; shorter words have too many neighbours."""
_END = 2
"""Characters at either end of a word. A single typing mistake leaves one of the ends as it was."""


class Spelling:
    """How words are spelt that are known; those of the spelling `below` are known too."""

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
        """The known word that is most like `word`, of those that begin or end as it does; itself if none is close."""
        return self._found(word)

    def _nearest(self, word: str) -> str:
        if len(word) < _SHORTEST or not word.isalpha() or not word.isascii():
            return word
        found = process.extractOne(word, list(self._near(word)), scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
        return str(found[0]) if found else word

    def _near(self, word: str) -> Iterator[str]:
        """The known words of about the length of `word` that have an end of it."""
        if self._below:
            yield from self._below._near(word)  # noqa: SLF001 - another of this class
        for length in range(math.ceil(len(word) * _ALIKE), math.floor(len(word) / _ALIKE) + 1):
            for end in _ends(word):
                yield from self._with_end.get((length, end), ())


def _ends(word: str) -> tuple[str, str]:
    """How `word` begins, and how it ends."""
    return f"{word[:_END]}…", f"…{word[-_END:]}"
