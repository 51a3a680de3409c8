"""Where an entry points to others."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from knowledge.model import Entry

__all__ = ["broken_references"]


def broken_references(entry: Entry, ids: Collection[str]) -> Iterator[str]:
    """The entries that `entry` points to and that are not among `ids`, and those that it names twice."""
    confused = [confusion.id for confusion in entry.confused_with]
    for field, others in (("see_also", entry.see_also), ("confused_with", confused)):
        for other in others:
            if other not in ids:
                yield f"{field}: there is no entry {other}"
    for other in dict.fromkeys(entry.neighbours):
        if entry.neighbours.count(other) > 1:
            yield f"see_also: {other} is named twice; confused_with says more, once is enough"
