"""Finds the few lines that a rule must look at, so that the many others of a long log cost nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from string import ascii_letters, digits

__all__ = ["VIEWS", "Scan", "View", "capitals", "folded", "runs"]

View = Callable[[str], str]
"""How a text is looked at: as long as the text, position by position."""

_KEY_CHARACTERS = ascii_letters + digits + "_-+/"
_TO_RUNS = bytes(
    ord("x" if chr(code) in _KEY_CHARACTERS else chr(code) if chr(code) in "=\n" else " ") for code in range(256)
)

_TO_CAPITALS = bytes(
    ord("A" if chr(code).isupper() else "a" if chr(code).islower() else chr(code)) for code in range(256)
)


def folded(text: str) -> str:
    """`text` in lower case, character by character: every position stays what it was."""
    return text.replace("İ", "I").lower()  # the one character whose lower case is longer


def runs(text: str) -> str:
    """`text` with `x` for each character that keys and base64 are made of, so that a long key is a long run of `x`."""
    return text.encode("latin-1", "replace").translate(_TO_RUNS).decode("latin-1")


def capitals(text: str) -> str:
    """`text` with `A` for each Latin capital letter and `a` for each small one, so that two names are `Aa… Aa…`."""
    return text.encode("latin-1", "replace").translate(_TO_CAPITALS).decode("latin-1")


VIEWS: tuple[View, ...] = (folded, runs, capitals)


class Scan:
    """The lines of a text, found by the words in them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, frozenset[int]] = {}
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def lines_with(self, words: Iterable[str]) -> list[int]:
        """Numbers (from 0) of the lines that hold one of `words`, in order."""
        return sorted(frozenset().union(*(self._lines_with(word) for word in words)))

    def _lines_with(self, word: str) -> frozenset[int]:
        if word not in self._found:
            self._found[word] = frozenset(self._search(word))
        return self._found[word]

    def _search(self, word: str) -> Iterator[int]:
        position = self._text.find(word)
        while position >= 0:
            line = bisect_right(self._starts, position) - 1
            yield line
            position = self._text.find(word, self._starts[line + 1])
