"""An index over all signatures: which of them share rare terms or codes with an error."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.match.terms import LINK, Terms, terms
from knowledge.model import Entry
from knowledge.smtp.replies import own_words

__all__ = ["CodeWeights", "Near", "Signature", "SignatureIndex"]

_NEAR_LIMIT = 30
"""Signatures that are compared closely for one error."""
_LEAST_SHARE = 0.3
"""Of the weight that the nearest signature shares; what shares less is not compared."""
_UNKNOWN_WEIGHT = 2.5
"""Weight of a word that no signature has: about that of one which a tenth of the entries have."""
_LINK_FACTOR = 0.4
"""What a term of a link or host name weighs beside one of a sentence."""
_SHORTEST_TYPO = 5
"""Characters; shorter words have too many neighbours."""


class Signature(NamedTuple):
    """One wording of an entry, ready to be compared."""

    entry: int
    """Position of its entry."""
    text: str
    terms: frozenset[str]
    phrase: str
    codes: frozenset[str]
    weight: float
    """Sum of the weights of its terms."""


class Near(NamedTuple):
    """A signature and the weight of the terms that an error shares with it."""

    signature: Signature
    shared: float


class SignatureIndex:
    """Terms weigh the more, the fewer entries use them: log(1 + entries / entries with the term).

    Source: inverse document frequency, Spärck Jones, 1972.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        worded = [
            (position, text, *own_words(text)) for position, entry in enumerate(entries) for text in entry.signatures
        ]
        termed = [(position, text, terms(words), codes) for position, text, words, codes in worded]
        seen: defaultdict[str, set[int]] = defaultdict(set)
        for position, _, found, _ in termed:
            for term in (*found.own, *found.linked):
                seen[term].add(position)
        self._weights = {
            term: math.log1p(len(entries) / len(positions)) * (_LINK_FACTOR if term.startswith(LINK) else 1.0)
            for term, positions in seen.items()
        }
        self._vocabulary = [term for term in self._weights if len(term) >= _SHORTEST_TYPO and not term.startswith(LINK)]
        self.signatures = [self._signature(*one) for one in termed]
        self._with_term: defaultdict[str, list[int]] = defaultdict(list)
        for number, signature in enumerate(self.signatures):
            for term in signature.terms:
                self._with_term[term].append(number)
        self._respelled = lru_cache(maxsize=4096)(self._nearest_term)

    def _signature(self, position: int, text: str, found: Terms, codes: frozenset[str]) -> Signature:
        wanted = frozenset(found.own) | found.linked
        return Signature(position, text, wanted, found.phrase, codes, self.weight(wanted))

    def weight(self, wanted: Iterable[str]) -> float:
        """The sum of the weights of the terms `wanted`; one that no signature has still weighs something."""
        return sum(self._weights.get(term, _UNKNOWN_WEIGHT) for term in wanted)

    def respelled(self, found: Terms) -> Terms:
        """`found` with typing mistakes undone where one known word is close, and unknown parts of links left out."""
        own = tuple(term if term in self._weights else self._respelled(term) for term in found.own)
        return Terms(own, frozenset(term for term in found.linked if term in self._weights), " ".join(own))

    def near(self, found: Terms) -> list[Near]:
        """The signatures that share most weight with `found`, most first; of equals first what says least besides."""
        shared: defaultdict[int, float] = defaultdict(float)
        for term in {*found.own, *found.linked}:
            weight = self._weights.get(term, 0.0)
            for number in self._with_term.get(term, ()):
                shared[number] += weight
        if not shared:
            return []
        least = _LEAST_SHARE * max(shared.values())
        nearest = sorted(
            (-weight, self.signatures[number].weight, number) for number, weight in shared.items() if weight >= least
        )
        return [Near(self.signatures[number], -weight) for weight, _, number in nearest[:_NEAR_LIMIT]]

    def _nearest_term(self, term: str) -> str:
        if len(term) < _SHORTEST_TYPO or not term.isalpha() or not term.isascii():
            return term
        found = process.extractOne(term, self._vocabulary, scorer=OSA.normalized_similarity, score_cutoff=0.8)
        return str(found[0]) if found else term


class CodeWeights:
    """Which entries are known for a code, and how much a code tells: the more, the fewer entries have it."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.known = [
            frozenset(code for code in (entry.code, entry.enhanced_code, *entry.also_codes) if code)
            for entry in entries
        ]
        self._entries: defaultdict[str, list[int]] = defaultdict(list)
        for position, codes in enumerate(self.known):
            for code in codes:
                self._entries[code].append(position)
        self._weights = {
            code: math.log1p(len(entries) / len(positions)) / math.log1p(len(entries))
            for code, positions in self._entries.items()
        }

    def entries_with(self, codes: Iterable[str]) -> set[int]:
        """Positions of the entries that are known for one of `codes`."""
        return {position for code in codes for position in self._entries.get(code, ())}

    def weight(self, code: str) -> float:
        """Inverse document frequency of `code` among the entries, scaled to at most 1."""
        return self._weights.get(code, 1.0)
