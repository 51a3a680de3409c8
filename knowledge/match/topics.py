"""What a line is about as a whole: the categories whose wordings use its words most, near to it or not."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from knowledge.match.index import Postings
from knowledge.match.profile import Profile
from knowledge.model import Category

__all__ = ["Topics"]

_SMOOTHING = 0.5
"""Wordings of a category that a term is taken to have besides those that have it, so that none is impossible."""


class Topics:
    """Tells categories by words: multinomial naive Bayes over the terms of all wordings, no category favoured.

    Source: Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008, section 13.2.
    """

    def __init__(self, profiles: Sequence[Profile], postings: Postings) -> None:
        """Learn from the wordings of `profiles`, which are in `postings`."""
        self._categories = [profile.heading.category for profile in profiles]
        self._postings = postings
        terms: Counter[Category] = Counter()
        for category, profile in zip(self._categories, profiles, strict=True):
            terms[category] += sum(len(wording.phrase.split()) for wording in profile.wordings)
        vocabulary = len(postings.with_term)
        self._sizes = {category: count + _SMOOTHING * vocabulary for category, count in terms.items()}
        self._surprises = lru_cache(maxsize=8_192)(self._surprise)

    def likely(self, words: Collection[str]) -> Mapping[Category, float]:
        """How likely a line with the terms `words` is about each category, beside the likeliest: 0 to 1.

        Empty if no wording has any of the terms.
        """
        known = sorted(word for word in set(words) if word in self._postings.with_term)
        if not known:
            return {}
        surprises = [math.fsum(column) for column in zip(*map(self._surprises, known), strict=True)]
        least = min(surprises)
        return {category: math.exp(least - one) for category, one in zip(self._sizes, surprises, strict=True)}

    def _surprise(self, term: str) -> tuple[float, ...]:
        """The negative logarithm of the share of `term` in the wordings of each category."""
        owners = self._postings.owners
        counts = Counter(self._categories[owners[number]] for number in self._postings.with_term[term])
        return tuple(math.log(size / (counts.get(category, 0) + _SMOOTHING)) for category, size in self._sizes.items())
