"""An index over signatures: which of them share rare terms with an error."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Mapping, Sequence
from typing import NamedTuple

from knowledge.match.known import Known
from knowledge.match.profile import Profile
from knowledge.match.terms import Terms

__all__ = ["Near", "Postings", "Signature", "SignatureIndex", "merged"]

_NEAR_LIMIT = 30
"""Signatures that are compared closely for one error."""
_LEAST_SHARE = 0.35
"""Of the weight that the nearest signature shares; what shares less is not compared."""
_ENOUGH = 500
"""Signatures to choose from, beyond which a common term brings in no more."""
_MANY = 250
"""Signatures with a term from which on they are kept as a set, in which the few that count are found fast."""


class Signature(NamedTuple):
    """One wording of an entry, ready to be compared."""

    entry: Known
    text: str
    phrase: str
    codes: frozenset[str]
    weight: float
    """Sum of the weights of its terms."""


class Near(NamedTuple):
    """A signature and the weight of the terms that an error shares with it."""

    signature: Signature
    shared: float


class Postings:
    """Which of many wordings, numbered in their order, have which terms."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Number the wordings of `profiles`."""
        self.owners = [position for position, known in enumerate(profiles) for _ in known.wordings]
        """For each wording the position of its profile."""
        with_term: defaultdict[str, list[int]] = defaultdict(list)
        wordings = (wording for known in profiles for wording in known.wordings)
        for number, wording in enumerate(wordings):
            for term in dict.fromkeys(f"{wording.phrase} {wording.linked}".split()):
                with_term[term].append(number)
        self.with_term: Mapping[str, list[int]] = with_term
        """The numbers of the wordings with a term; terms in an order that is the same in every process."""

    def counts(self) -> dict[str, int]:
        """How many profiles have a term."""
        return {term: len({self.owners[number] for number in numbers}) for term, numbers in self.with_term.items()}


class SignatureIndex:
    """The signatures of entries, by their terms."""

    def __init__(
        self, profiles: Sequence[Profile], entries: Sequence[Known], postings: Postings, weights: Mapping[str, float]
    ) -> None:
        """Hold the signatures in `profiles`, which are those of `entries` and in `postings`; terms have `weights`."""
        self._weights = weights
        self._sums = sums = [0.0] * len(postings.owners)
        for term, numbers in postings.with_term.items():
            for number in numbers:
                sums[number] += weights[term]
        wordings = [wording for known in profiles for wording in known.wordings]
        code_sets = {codes: frozenset(codes.split()) for codes in {wording.codes for wording in wordings}}
        self._signatures = [
            Signature(entries[owner], wording.text, wording.phrase, code_sets[wording.codes], weight)
            for owner, wording, weight in zip(postings.owners, wordings, sums, strict=True)
        ]
        self._with_term: dict[str, Collection[int]] = {
            term: set(numbers) if len(numbers) >= _MANY else numbers for term, numbers in postings.with_term.items()
        }

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
        most = sorted(shared.values(), reverse=True)[:_NEAR_LIMIT]
        least = max(most[-1], _LEAST_SHARE * most[0])
        close = sorted(number for number, weight in shared.items() if weight >= least)
        close.sort(key=self._sums.__getitem__)
        close.sort(key=shared.__getitem__, reverse=True)  # equals stay in the order that they have
        return [Near(signatures[number], shared[number]) for number in close[:_NEAR_LIMIT]]

    def _shared(self, wanted: set[str]) -> dict[int, float]:
        """The signatures with the rarest terms of `wanted`, and what they share with all of it.

        What has only the common terms is left out once there is enough to choose from, so that the work stays the same
        however many signatures there are.
        """
        rarest_first = sorted(wanted, key=lambda term: (-self._weights[term], term))
        shared: dict[int, float] = {}
        common: list[str] = []
        for term in rarest_first:
            weight, numbers = self._weights[term], self._with_term[term]
            if not shared:
                shared = dict.fromkeys(numbers, weight)
            elif len(shared) + len(numbers) > _ENOUGH:
                common.append(term)
            else:
                for number in numbers:
                    shared[number] = shared.get(number, 0.0) + weight
        for term in common:
            weight = self._weights[term]
            for number in shared.keys() & self._with_term[term]:
                shared[number] += weight
        return shared


def merged(first: list[Near], second: list[Near]) -> list[Near]:
    """What was found near in two indexes, as one index of all would have it; of equals those of the `first` first."""
    everything = [*first, *second]
    least = _LEAST_SHARE * max((near.shared for near in everything), default=0.0)
    close = [near for near in everything if near.shared >= least]
    return sorted(close, key=lambda near: (-near.shared, near.signature.weight))[:_NEAR_LIMIT]
