"""An index over signatures: which of them share rare terms with an error."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Container, Sequence
from typing import NamedTuple

from knowledge.match.known import Known
from knowledge.match.profile import Profile, Wording
from knowledge.match.terms import Terms
from knowledge.match.weights import TermWeights

__all__ = ["Near", "Signature", "SignatureIndex", "merged"]

_NEAR_LIMIT = 30
"""Signatures that are compared closely for one error."""
_LEAST_SHARE = 0.35
"""Of the weight that the nearest signature shares; what shares less is not compared."""
_ENOUGH = 500
"""Signatures to choose from, beyond which a common term brings in no more."""


class Signature(NamedTuple):
    """One wording of an entry, ready to be compared."""

    entry: Known
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
    """The signatures of entries, by their terms."""

    def __init__(self, profiles: Sequence[Profile], entries: Sequence[Known], weights: TermWeights) -> None:
        """Hold the signatures in `profiles`, which are those of `entries`; `weights` knows all their terms."""
        self._weights = weights.by_term
        self._code_sets: dict[frozenset[str], frozenset[str]] = {}
        self._signatures = [
            self._signature(entry, wording, weights)
            for known, entry in zip(profiles, entries, strict=True)
            for wording in known.wordings
        ]
        self._with_term: defaultdict[str, list[int]] = defaultdict(list)
        for number, signature in enumerate(self._signatures):
            for term in signature.terms:
                self._with_term[term].append(number)

    def _signature(self, entry: Known, wording: Wording, weights: TermWeights) -> Signature:
        wanted = frozenset((*wording.own, *wording.linked))
        codes = frozenset(wording.codes)
        codes = self._code_sets.setdefault(codes, codes)  # thousands of wordings share a few sets of codes
        return Signature(entry, wording.text, wanted, " ".join(wording.own), codes, weights.weight(wanted))

    def near(self, found: Terms, *, without: Container[str] = ()) -> list[Near]:
        """The signatures that share most weight with `found`, most first; of equals first what says least besides.

        Those of entries with an id in `without` are passed over.
        """
        shared = self._shared({*found.own, *found.linked} & self._with_term.keys())
        signatures = self._signatures
        if without:
            shared = {number: weight for number, weight in shared.items() if signatures[number].entry.id not in without}
        if not shared:
            return []
        least = _LEAST_SHARE * max(shared.values())
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


def merged(first: list[Near], second: list[Near]) -> list[Near]:
    """What was found near in two indexes, as one index of all would have it; of equals those of the `first` first."""
    everything = [*first, *second]
    least = _LEAST_SHARE * max((near.shared for near in everything), default=0.0)
    close = (near for near in everything if near.shared >= least)
    return heapq.nsmallest(_NEAR_LIMIT, close, key=lambda near: (-near.shared, near.signature.weight))
