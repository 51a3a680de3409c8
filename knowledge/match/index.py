"""An index over all signatures: which of them share rare terms or codes with an error."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.match.profile import Profile, Wording
from knowledge.match.terms import LINK, Terms

__all__ = ["CodeWeights", "Near", "Signature", "SignatureIndex"]

_NEAR_LIMIT = 30
"""Signatures that are compared closely for one error."""
_LEAST_SHARE = 0.35
"""Of the weight that the nearest signature shares; what shares less is not compared."""
_ENOUGH = 500
"""Signatures to choose from, beyond which a common term brings in no more."""
_MOST_WITH_CODE = 60
"""Entries with one code, beyond which not all of them are looked at."""
_UNKNOWN_WEIGHT = 2.5
"""Weight of a word that no signature has: about that of one which a tenth of the entries have."""
_LINK_FACTOR = 0.4
"""What a term of a link or host name weighs beside one of a sentence."""
_ALIKE = 0.8
"""Likeness of spellings from which one may be meant for the other; their lengths cannot differ by more, either."""
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

    def __init__(self, profiles: Sequence[Profile]) -> None:
        seen: defaultdict[str, set[int]] = defaultdict(set)
        for position, known in enumerate(profiles):
            for wording in known.wordings:
                for term in (*wording.own, *wording.linked):
                    seen[term].add(position)
        self._weights = {
            term: math.log1p(len(profiles) / len(positions)) * (_LINK_FACTOR if term.startswith(LINK) else 1.0)
            for term, positions in seen.items()
        }
        self._of_length: defaultdict[int, list[str]] = defaultdict(list)
        for term in self._weights:
            if len(term) >= _SHORTEST_TYPO and not term.startswith(LINK):
                self._of_length[len(term)].append(term)
        self._code_sets: dict[frozenset[str], frozenset[str]] = {}
        self._signatures = [
            self._signature(position, wording) for position, known in enumerate(profiles) for wording in known.wordings
        ]
        self._with_term: defaultdict[str, list[int]] = defaultdict(list)
        for number, signature in enumerate(self._signatures):
            for term in signature.terms:
                self._with_term[term].append(number)
        self._respelled = lru_cache(maxsize=4096)(self._nearest_term)

    def _signature(self, position: int, wording: Wording) -> Signature:
        wanted = frozenset((*wording.own, *wording.linked))
        codes = frozenset(wording.codes)
        codes = self._code_sets.setdefault(codes, codes)  # thousands of wordings share a few sets of codes
        return Signature(position, wording.text, wanted, " ".join(wording.own), codes, self.weight(wanted))

    def weight(self, wanted: Iterable[str]) -> float:
        """The sum of the weights of the terms `wanted`; one that no signature has still weighs something."""
        return sum(self._weights.get(term, _UNKNOWN_WEIGHT) for term in wanted)

    def respelled(self, found: Terms) -> Terms:
        """`found` with typing mistakes undone where one known word is close, and unknown parts of links left out."""
        own = tuple(term if term in self._weights else self._respelled(term) for term in found.own)
        return Terms(own, frozenset(term for term in found.linked if term in self._weights), " ".join(own))

    def near(self, found: Terms) -> list[Near]:
        """The signatures that share most weight with `found`, most first; of equals first what says least besides."""
        shared = self._shared({*found.own, *found.linked} & self._weights.keys())
        if not shared:
            return []
        least = _LEAST_SHARE * max(shared.values())
        signatures = self._signatures
        ranked = ((-weight, signatures[number].weight, number) for number, weight in shared.items() if weight >= least)
        return [Near(signatures[number], -weight) for weight, _, number in heapq.nsmallest(_NEAR_LIMIT, ranked)]

    def _shared(self, wanted: set[str]) -> dict[int, float]:
        """The signatures with the rarest terms of `wanted`, and what they share with all of it.

        What has only the common terms is left out once there is enough to choose from, so that the work stays the same
        however many signatures there are.
        """
        shared: defaultdict[int, float] = defaultdict(float)
        common: set[str] = set()
        for term in sorted(wanted, key=lambda term: (-self._weights[term], term)):
            numbers = self._with_term[term]
            if shared and len(shared) + len(numbers) > _ENOUGH:
                common.add(term)
                continue
            weight = self._weights[term]
            for number in numbers:
                shared[number] += weight
        if common:
            for number in shared:
                for term in common & self._signatures[number].terms:
                    shared[number] += self._weights[term]
        return shared

    def _nearest_term(self, term: str) -> str:
        if len(term) < _SHORTEST_TYPO or not term.isalpha() or not term.isascii():
            return term
        lengths = range(math.ceil(len(term) * _ALIKE), math.floor(len(term) / _ALIKE) + 1)
        near = [known for length in lengths for known in self._of_length.get(length, ())]
        found = process.extractOne(term, near, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
        return str(found[0]) if found else term


class CodeWeights:
    """Which entries are known for a code, and how much a code tells: the more, the fewer entries have it."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.known = [frozenset((*known.own_codes, *known.also_codes)) for known in profiles]
        self._entries: defaultdict[str, list[int]] = defaultdict(list)
        self._of_provider: defaultdict[tuple[str, str | None], list[int]] = defaultdict(list)
        for position, codes in enumerate(self.known):
            for code in codes:
                self._entries[code].append(position)
                self._of_provider[code, profiles[position].provider].append(position)
        for (code, _), positions in self._of_provider.items():
            positions.sort(key=lambda position: (code not in profiles[position].own_codes, profiles[position].id))
        self._weights = {
            code: math.log1p(len(profiles) / len(positions)) / math.log1p(len(profiles))
            for code, positions in self._entries.items()
        }

    def entries_with(self, codes: Iterable[str], *, providers: Iterable[str]) -> set[int]:
        """Positions of entries that are known for one of `codes`.

        Of those that very many entries are known for, only entries of anybody's and of `providers`, and of these the
        ones whose own it is before the others.
        """
        owners = (None, *providers)
        found: set[int] = set()
        for code in codes:
            positions = self._entries.get(code, ())
            if len(positions) <= _MOST_WITH_CODE:
                found.update(positions)
                continue
            for owner in owners:
                found.update(self._of_provider.get((code, owner), ())[:_MOST_WITH_CODE])
        return found

    def weight(self, code: str) -> float:
        """Inverse document frequency of `code` among the entries, scaled to at most 1."""
        return self._weights.get(code, 1.0)
