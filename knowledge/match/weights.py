"""What terms tell: the rarer, the more; and which term is meant where one is misspelt."""

from __future__ import annotations

import math
from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.match.terms import LINK, Terms

__all__ = ["TermWeights"]

_UNKNOWN_WEIGHT = 2.5
"""Weight of a word that no signature has: about that of one which a tenth of the entries have."""
_LINK_FACTOR = 0.4
"""What a term of a link or host name weighs beside one of a sentence."""
_ALIKE = 0.8
"""Likeness of spellings from which one may be meant for the other; their lengths cannot differ by more, either."""
_SHORTEST_TYPO = 5
"""Characters; shorter words have too many neighbours."""


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
        self._below = below
        self._of_length: defaultdict[int, list[str]] = defaultdict(list)
        for term in own:
            if len(term) >= _SHORTEST_TYPO and not term.startswith(LINK):
                self._of_length[len(term)].append(term)
        self._respelled = lru_cache(maxsize=4096)(self._nearest_term)

    def weight(self, wanted: Iterable[str]) -> float:
        """The sum of the weights of the terms `wanted`; one that no signature has still weighs something."""
        return math.fsum(self.by_term.get(term, _UNKNOWN_WEIGHT) for term in wanted)

    def respelled(self, found: Terms) -> Terms:
        """`found` with typing mistakes undone where one known word is close, and unknown parts of links left out."""
        own = tuple(term if term in self.by_term else self._respelled(term) for term in found.own)
        return Terms(own, frozenset(term for term in found.linked if term in self.by_term), " ".join(own))

    def _nearest_term(self, term: str) -> str:
        if len(term) < _SHORTEST_TYPO or not term.isalpha() or not term.isascii():
            return term
        lengths = range(math.ceil(len(term) * _ALIKE), math.floor(len(term) / _ALIKE) + 1)
        near = [known for length in lengths for known in self._with_length(length)]
        found = process.extractOne(term, near, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
        return str(found[0]) if found else term

    def _with_length(self, length: int) -> Iterator[str]:
        if self._below:
            yield from self._below._with_length(length)  # noqa: SLF001 - another of this class
        yield from self._of_length.get(length, ())
