"""Everybody is judged by the same cases, and a peer gets the best threshold there is."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from bench.accuracy import best_threshold, judge_peer, judge_postmaster
from bench.fuzzy import FuzzyLookup
from bench.wordings import LIMIT, Guess, wordings_of
from knowledge.base import KnowledgeBase
from knowledge.evaluation import Case, Share, Verdict
from knowledge.model import Category

ERROR, TALK = frozenset({Category.AUTH_ERROR}), frozenset[Category]()
CASES = [
    Case(id="1", text="535 5.7.8 Authentication credentials invalid", expected=ERROR),
    Case(id="2", text="Lunch?", expected=TALK),
]
SCORES = [-4.0, 0.0, 0.5, 0.9, 17.5]
VERDICTS = st.lists(st.tuples(st.booleans(), st.sampled_from(SCORES)), max_size=20)


class Mute:
    """A peer that finds nothing."""

    def look_up(self, paste: str, *, limit: int = LIMIT) -> list[Guess]:
        return [][: len(paste) * limit]


def verdict(*, is_error: bool, score: float) -> Verdict:
    case = Case(id="1", text="", expected=ERROR if is_error else TALK)
    return Verdict(case=case, categories=(), entry_id=None, score=score, detected=False)


@given(VERDICTS)
def test_no_other_threshold_tells_errors_from_talk_better(scored: list[tuple[bool, float]]) -> None:
    verdicts = [verdict(is_error=is_error, score=score) for is_error, score in scored]
    errors = [score for is_error, score in scored if is_error]
    talk = [score for is_error, score in scored if not is_error]

    def gain(threshold: float) -> float:
        noticed = sum(score >= threshold for score in errors) / max(1, len(errors))
        return round(noticed - sum(score >= threshold for score in talk) / max(1, len(talk)), 9)

    best = best_threshold(verdicts)
    assert gain(best) >= max(map(gain, (*SCORES, math.inf)))


def test_both_sides_answer_the_same_cases(knowledge: KnowledgeBase) -> None:
    ours = judge_postmaster(CASES, knowledge)
    theirs = judge_peer(CASES, "WRatio", FuzzyLookup(wordings_of(knowledge.entries())))
    assert ours.threshold is None
    assert theirs.threshold is not None
    for side in (ours.report, theirs.report):
        assert (side.top1, side.top3) == (Share(1, 1), Share(1, 1))
        assert (side.detection, side.false_alarms) == (Share(1, 1), Share(0, 1))


def test_a_peer_that_finds_nothing_notices_nothing() -> None:
    judged = judge_peer(CASES, "mute", Mute())
    assert (judged.report.top1, judged.report.top3) == (Share(0, 1), Share(0, 1))
    assert judged.report.false_alarms.count <= judged.report.detection.count
