"""How often Postmaster and WRatio are right on the same labelled cases, and how often they cry wolf."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bench.fuzzy import FuzzyLookup
from bot.cli.progress import watched
from knowledge.base import KnowledgeBase
from knowledge.evaluation import Case, Report, Verdict, evaluate, report

__all__ = ["Accuracy", "best_threshold", "measure"]


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What came of the same cases on both sides."""

    postmaster: Report
    fuzzy: Report
    threshold: float
    """The score from which WRatio speaks up, 0 to 1: the best one for these very cases, chosen with hindsight."""


def measure(cases: Sequence[Case], knowledge: KnowledgeBase, fuzzy: FuzzyLookup) -> Accuracy:
    """Both sides' reports on `cases`."""
    ours = list(evaluate(watched(cases, "Postmaster reads the cases"), knowledge.look_up))
    guesses = list(_guesses(watched(cases, "WRatio reads the cases"), fuzzy))
    threshold = best_threshold(guesses)
    theirs = [replace(verdict, detected=verdict.score >= threshold) for verdict in guesses]
    return Accuracy(report(ours), report(theirs), threshold)


def best_threshold(verdicts: Iterable[Verdict]) -> float:
    """The score that tells errors from talk best: detection less false alarms is greatest; of several the highest.

    Source: Youden, Index for rating diagnostic tests, 1950. Errors and talk weigh the same, however many there are.
    """
    scored = list(verdicts)
    errors = sorted(verdict.score for verdict in scored if verdict.case.expected)
    talk = sorted(verdict.score for verdict in scored if not verdict.case.expected)
    thresholds = sorted({1.0, *errors}, reverse=True)
    return max(thresholds, key=lambda threshold: _share_from(threshold, errors) - _share_from(threshold, talk))


def _share_from(threshold: float, ordered: Sequence[float]) -> float:
    """The share of the `ordered` scores that reach `threshold`, 0 to 1."""
    return 1 - bisect_left(ordered, threshold) / len(ordered) if ordered else 0.0


def _guesses(cases: Iterable[Case], fuzzy: FuzzyLookup) -> Iterator[Verdict]:
    """WRatio's verdicts; whether it speaks up is not decided yet."""
    for case in cases:
        guess = fuzzy.look_up(case.text)
        yield Verdict(
            case=case,
            categories=(guess.entry.category,),
            entry_id=guess.entry.id,
            score=guess.score / 100,
            detected=False,
        )
