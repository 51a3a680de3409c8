"""A peer: SQLite's full-text search, which every Python has, asked for the words of the paste."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from bench.wordings import LIMIT, Guess, Wording, enough, first_of_each_entry

__all__ = ["FullTextLookup", "any_word_of"]

_WORD = re.compile(r"\w+(?:[.-]\w+)*")
"""5.7.1 and mail-relay are one word each: FTS5 takes what is quoted together for a phrase."""


class FullTextLookup:
    """All signatures in an FTS5 table; scores are bm25's, from 0 up."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        """Know `wordings`."""
        self._wordings = wordings
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE signatures USING fts5(text)")
        rows = ((number, wording.text) for number, wording in enumerate(wordings))
        self._database.executemany("INSERT INTO signatures (rowid, text) VALUES (?, ?)", rows)

    def look_up(self, paste: str, *, limit: int = LIMIT) -> list[Guess]:
        """The wordings that are most like `paste`: of the `limit` nearest entries one each, best first."""
        found = self._database.execute(
            "SELECT rowid, -rank FROM signatures WHERE signatures MATCH ? ORDER BY rank LIMIT ?",
            (any_word_of(paste), enough(limit)),
        )
        return first_of_each_entry((Guess(self._wordings[number], score) for number, score in found), limit=limit)


def any_word_of(paste: str) -> str:
    """The FTS5 query for what has any word of `paste`; each is quoted, so that none is an operator."""
    return " OR ".join(f'"{word}"' for word in dict.fromkeys(_WORD.findall(paste.lower()))) or '""'
