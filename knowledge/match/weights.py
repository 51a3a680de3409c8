"""What terms tell: the rarer, the more."""

from __future__ import annotations

import math
from collections import ChainMap
from collections.abc import Iterable, Mapping, MutableMapping
from functools import cached_property

from knowledge.match.spelling import Spelling
from knowledge.match.terms import LINK, Terms

__all__ = ["TermWeights"]

_UNKNOWN_WEIGHT = 2.5
"""Weight of a word that no signature has: about that of one which a tenth of the entries have."""
_LINK_FACTOR = 0.4
"""What a term of a link or host name weighs beside one of a sentence."""


class TermWeights:
    """Terms weigh the more, the fewer entries use them: log(1 + entries / entries with the term).

    Source: inverse document frequency, Spärck Jones, 1972.
    """

    def __init__(self, counts: Mapping[str, int], entries: int, *, below: TermWeights | None = None) -> None:
        """Weigh terms by how many of the `entries` have them; those that `below` knows weigh what they weigh there."""
        self.entries: int = entries + (below.entries if below else 0)
        """How many entries were counted."""
        own = {
            term: math.log1p(self.entries / count) * (_LINK_FACTOR if term.startswith(LINK) else 1.0)
            for term, count in counts.items()
            if below is None or term not in below.by_term
        }
        self.by_term: MutableMapping[str, float] = ChainMap(own, below.by_term) if below else own
        self._own = own
        self._below = below

    def weight(self, wanted: Iterable[str]) -> float:
        """The sum of the weights of the terms `wanted`; one that no signature has still weighs something."""
        return math.fsum(self.by_term.get(term, _UNKNOWN_WEIGHT) for term in wanted)

    def respelled(self, found: Terms) -> Terms:
        """`found` with typing mistakes undone where one known word is close, and unknown parts of links left out."""
        own = tuple(term if term in self.by_term else self._spelling.nearest(term) for term in found.own)
        return Terms(own, frozenset(term for term in found.linked if term in self.by_term), " ".join(own))

    @cached_property
    def _spelling(self) -> Spelling:
        """How the terms of sentences are spelt; not needed before one is unknown."""
        below = self._below._spelling if self._below else None  # noqa: SLF001 - another of this class
        return Spelling((term for term in self._own if not term.startswith(LINK)), below=below)
