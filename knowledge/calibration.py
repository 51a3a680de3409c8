"""How far scores can be believed: of the answers that say 0.9, are nine of ten right?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from knowledge.evaluation import Share, Verdict

__all__ = ["Bin", "Calibration", "calibration"]

_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose scores lie in one range."""

    least: float
    """The range begins here, and ends where the next one begins."""
    most: float
    right: Share
    """Of the answers, those that are right."""
    score: float | None
    """What they claim: the mean of their scores. None where there is no answer."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What scores claim, and what is true."""

    bins: tuple[Bin, ...]
    """From 0 to 1, all as wide."""
    error: float | None
    """Expected calibration error: how far claim and truth lie apart in a bin, on average over all answers, 0 to 1."""

    def from_score(self, least: float) -> Share:
        """How many of the answers in the bins from `least` on are right."""
        shares = [one.right for one in self.bins if one.least >= least]
        return Share(sum(share.count for share in shares), sum(share.of for share in shares))


def calibration(verdicts: Iterable[Verdict]) -> Calibration:
    """The calibration of the first answers in `verdicts`; what is answered to a text that is no error is wrong.

    Source: Naeini, Cooper and Hauskrecht, Obtaining well calibrated probabilities using Bayesian binning, 2015.
    """
    answered = [verdict for verdict in verdicts if verdict.categories]
    sorted_in: list[list[Verdict]] = [[] for _ in range(_BINS)]
    for verdict in answered:
        sorted_in[min(_BINS - 1, int(verdict.score * _BINS))].append(verdict)
    bins = tuple(_bin(number / _BINS, (number + 1) / _BINS, held) for number, held in enumerate(sorted_in))
    return Calibration(bins, sum(map(_distance, bins)) / len(answered) if answered else None)


def _bin(least: float, most: float, held: Sequence[Verdict]) -> Bin:
    right = Share(sum(verdict.right for verdict in held), len(held))
    return Bin(least, most, right, fmean(verdict.score for verdict in held) if held else None)


def _distance(one: Bin) -> float:
    """How far claim and truth lie apart, summed over the answers in the bin."""
    return abs(one.right.count - one.score * one.right.of) if one.score is not None else 0.0
