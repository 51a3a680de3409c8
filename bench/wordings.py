"""What a peer knows, and what it gives back: signatures with the entries that they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from knowledge.model import Entry

__all__ = ["LIMIT", "Guess", "Peer", "Wording", "enough", "first_of_each_entry", "wordings_of"]

LIMIT = 3
"""Entries that a peer names where nothing else is asked for."""
_PER_ENTRY = 20
"""Signatures of one entry that may crowd together."""


class Wording(NamedTuple):
    """A signature of an entry, free of everything that Postmaster would load with it."""

    text: str
    entry_id: str
    category: str


class Guess(NamedTuple):
    """A wording that is like a paste."""

    wording: Wording
    score: float
    """The higher, the more alike; on the peer's own scale."""


class Peer(Protocol):
    """Something that one would use instead of Postmaster."""

    def look_up(self, paste: str, *, limit: int = LIMIT) -> list[Guess]:
        """The wordings that are most like `paste`: of the `limit` nearest entries one each, best first."""


def wordings_of(entries: Iterable[Entry]) -> list[Wording]:
    """All signatures of `entries`."""
    return [Wording(text, entry.id, entry.category.value) for entry in entries for text in entry.signatures]


def enough(limit: int) -> int:
    """How many of the nearest wordings to look at for `limit` entries; one is quicker to find than the next ones."""
    return 1 if limit == 1 else limit * _PER_ENTRY


def first_of_each_entry(ranked: Iterable[Guess], *, limit: int) -> list[Guess]:
    """Of the guesses in `ranked`, best first, the first for each entry; at most `limit`."""
    best: dict[str, Guess] = {}
    for guess in ranked:
        best.setdefault(guess.wording.entry_id, guess)
        if len(best) == limit:
            break
    return list(best.values())
