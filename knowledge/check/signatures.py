"""Wordings that do not lead to their own entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from knowledge.match import Matcher
from knowledge.model import Entry
from knowledge.smtp import read

__all__ = ["misleading_signatures"]


def misleading_signatures(entries: Iterable[Entry], *, known: Sequence[Entry]) -> Iterator[str]:
    """The signatures of `entries` that find another of the `known` ones first, as lines `id: signatures: …`."""
    matcher = Matcher.of(known)
    for entry in entries:
        for signature in entry.signatures:
            matches = matcher.rank(read(signature), limit=1).matches
            found = matches[0].entry.id if matches else "nothing"
            if found != entry.id:
                yield f"{entry.id}: signatures: {signature!r} finds {found} first"
