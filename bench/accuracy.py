"""How often Postmaster and its peers are right on the same labelled cases, and how often they cry wolf."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bench.wordings import Peer
from bot.cli.progress import watched
from knowledge.base import KnowledgeBase
from knowledge.evaluation import Case, Report, Verdict, evaluate, report
from knowledge.model import Category

__all__ = ["Judgement", "best_threshold", "judge_peer", "judge_postmaster"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of the cases."""

    report: Report
    threshold: float | None
    """The score from which it spoke up, chosen with hindsight as the best for these very cases; None: its own."""


def judge_postmaster(cases: Sequence[Case], knowledge: KnowledgeBase) -> Judgement:
    """How well Postmaster does on `cases`."""
    return Judgement(report(list(evaluate(watched(cases, "Postmaster reads the cases"), knowledge.look_up))), None)


def judge_peer(cases: Sequence[Case], name: str, peer: Peer) -> Judgement:
    """How well the `peer` called `name` does on `cases`."""
    guesses = list(_guesses(watched(cases, f"{name} reads the cases"), peer))
    threshold = best_threshold(guesses)
    return Judgement(report([replace(verdict, detected=verdict.score >= threshold) for verdict in guesses]), threshold)


def best_threshold(verdicts: Iterable[Verdict]) -> float:
    """The score that tells errors from talk best: detection less false alarms is greatest; of several the highest.

    Source: Youden, Index for rating diagnostic tests, 1950. Errors and talk weigh the same, however many there are.
    """
    scored = list(verdicts)
    errors = sorted(verdict.score for verdict in scored if verdict.case.expected)
    talk = sorted(verdict.score for verdict in scored if not verdict.case.expected)
    thresholds = sorted({math.inf, *errors}, reverse=True)
    return max(thresholds, key=lambda threshold: _share_from(threshold, errors) - _share_from(threshold, talk))


def _share_from(threshold: float, ordered: Sequence[float]) -> float:
    """The share of the `ordered` scores that reach `threshold`, 0 to 1."""
    return 1 - bisect_left(ordered, threshold) / len(ordered) if ordered else 0.0


def _guesses(cases: Iterable[Case], peer: Peer) -> Iterator[Verdict]:
    """The peer's verdicts, with scores on its own scale; whether it speaks up is not decided yet."""
    for case in cases:
        found = peer.look_up(case.text)
        yield Verdict(
            case=case,
            categories=tuple(Category(guess.wording.category) for guess in found),
            entry_id=found[0].wording.entry_id if found else None,
            score=found[0].score if found else -math.inf,
            detected=False,
        )
