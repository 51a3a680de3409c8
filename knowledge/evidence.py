"""From votes to rates: the curated rate is the prior, the standing votes are the data (docs/evidence.md)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from knowledge.beta import quantile

__all__ = [
    "CAP",
    "CREDIBLE",
    "HALF_LIFE_PERIODS",
    "NO_VOTES",
    "PERIOD_US",
    "Ballot",
    "Interval",
    "Rate",
    "Tally",
    "posterior",
    "prior",
    "tally",
]

_WEIGHT = 8.0
"""What a curated rate weighs before anybody observed it, in votes, if one is fully confident of it."""
_OBSERVATIONS = 32
"""No more observations than these add weight: forty votes of a team's own can overrule anything."""
_LEAST_STRENGTH = 1.0
"""Even a rate that nobody is confident of weighs one vote, so that the first vote does not decide alone."""
PERIOD_US = 28 * 24 * 3_600 * 1_000_000
"""Votes are counted by periods of 28 days, microseconds."""
CAP = 2
"""What all votes of one person on one thing in one period weigh together at most, in votes."""
HALF_LIFE_PERIODS = 6.5
"""Periods after which a vote weighs half: 182 days, half a year."""
CREDIBLE = 0.9
"""How sure it is that a rate lies in its interval."""


class Interval(NamedTuple):
    """Between which two shares a rate lies."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of cases with its weight: a Beta distribution by mean and strength."""

    mean: float
    """0 to 1."""
    strength: float
    """How many votes the mean weighs: above 0."""

    def __post_init__(self) -> None:
        """Hold the promise of the two fields.

        Raises:
            ValueError: the mean is not in 0..1, or the strength is not above 0.
        """
        if not (0 <= self.mean <= 1 and self.strength > 0):
            raise ValueError(f"no rate: mean={self.mean}, strength={self.strength}")

    @property
    def interval(self) -> Interval:
        """Where the rate lies with 90 % probability, with 5 % on either side.

        The wider it is, the less is known: few votes, or a curated rate of little confidence.
        """
        return _interval(self.mean, self.strength)


@lru_cache(maxsize=4_096)
def _interval(mean: float, strength: float) -> Interval:
    """The central interval of the Beta distribution; a share that cannot vary has none but itself."""
    for_it, against_it = mean * strength, (1 - mean) * strength
    if not (for_it and against_it):
        return Interval(mean, mean)
    tail = (1 - CREDIBLE) / 2
    return Interval(quantile(tail, for_it, against_it), quantile(1 - tail, for_it, against_it))


class Ballot(NamedTuple):
    """All votes of one person on one thing in one period."""

    period: int
    """Whole periods since 1970."""
    worked: int
    failed: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many standing votes say that something worked and how many that it failed, and what they weigh now."""

    worked: int = 0
    """In whole votes, of one person's in one period two at most: what people are told."""
    failed: int = 0
    worked_weight: float = 0.0
    """What the votes for it weigh, in votes of today."""
    failed_weight: float = 0.0

    @property
    def votes(self) -> int:
        """All of them."""
        return self.worked + self.failed


NO_VOTES = Tally()


def tally(ballots: Iterable[Ballot], *, now_us: int) -> Tally:
    """What `ballots` on one thing come to at `now_us`.

    A person's votes of one period count as two at most, in the proportion in which they were cast; and a vote weighs
    half after 182 days, a quarter after 364. Its age is counted in whole periods::

        weight = min(1, 2 / cast) · 2^(-age / 6.5)

    >>> tally([Ballot(period=0, worked=6, failed=2)], now_us=13 * PERIOD_US)
    Tally(worked=2, failed=0, worked_weight=0.375, failed_weight=0.125)
    """
    present = now_us // PERIOD_US
    counted = 0
    worked, worked_weights, failed_weights = [], [], []
    for ballot in ballots:
        cast = ballot.worked + ballot.failed
        share = min(1.0, CAP / cast)
        weight = share * 2 ** (-max(0, present - ballot.period) / HALF_LIFE_PERIODS)
        counted += min(CAP, cast)
        worked.append(share * ballot.worked)
        worked_weights.append(weight * ballot.worked)
        failed_weights.append(weight * ballot.failed)
    for_it = round(math.fsum(worked))
    return Tally(for_it, counted - for_it, math.fsum(worked_weights), math.fsum(failed_weights))


def prior(mean: float, *, confidence: float, evidence: int) -> Rate:
    """The curated rate `mean` (0 to 1), as strong as the `confidence` (0 to 1) and `evidence` behind it make it.

    A curator's word weighs 8 votes and each of the `evidence` independent observations one more, up to 32; all of that
    counts as far as one is confident of it, and never less than one vote::

        strength = max(1, confidence · (8 + min(evidence, 32)))

    >>> prior(0.9, confidence=0.88, evidence=1)
    Rate(mean=0.9, strength=7.92)
    """
    return Rate(mean=mean, strength=max(_LEAST_STRENGTH, confidence * (_WEIGHT + min(evidence, _OBSERVATIONS))))


def posterior(prior: Rate, *, worked: float, failed: float) -> Rate:
    """The rate after votes that weigh `worked` + `failed`, starting from `prior`.

    A Beta prior of mean p and strength m (counted in votes), updated by s successes in n votes, has::

        mean = (m·p + s) / (m + n) = p + (s - n·p) / (m + n)        strength = m + n

    The right-hand form is the one used: without votes it returns p bit for bit. Rounding cannot lead out of 0..1.

    Source: Bayesian Data Analysis, 3rd edition, section 2.4.

    Raises:
        ValueError: a weight is negative.

    >>> posterior(Rate(mean=0.9, strength=8), worked=0, failed=2)
    Rate(mean=0.72, strength=10.0)
    """
    if min(worked, failed) < 0:
        raise ValueError(f"votes cannot be negative: worked={worked}, failed={failed}")
    votes = worked + failed
    strength = float(prior.strength + votes)
    mean = prior.mean + (worked - votes * prior.mean) / strength
    return Rate(mean=min(1.0, max(0.0, mean)), strength=strength)
