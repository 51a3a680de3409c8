"""Both sides are judged by the same cases, and the peer gets the best threshold there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bench import accuracy
from bench.accuracy import best_threshold
from bench.fuzzy import FuzzyLookup
from knowledge.base import KnowledgeBase
from knowledge.evaluation import Case, Share, Verdict
from knowledge.model import Category

ERROR, TALK = frozenset({Category.AUTH_ERROR}), frozenset[Category]()
VERDICTS = st.lists(st.tuples(st.booleans(), st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.9])), max_size=20)


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
    assert gain(best) >= max(map(gain, (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)))


def test_both_sides_answer_the_same_cases(knowledge: KnowledgeBase) -> None:
    cases = [
        Case(id="1", text="535 5.7.8 Authentication credentials invalid", expected=ERROR),
        Case(id="2", text="Lunch?", expected=TALK),
    ]
    both = accuracy.measure(cases, knowledge, FuzzyLookup(knowledge.entries()))
    for side in (both.postmaster, both.fuzzy):
        assert (side.top1, side.detection, side.false_alarms) == (Share(1, 1), Share(1, 1), Share(0, 1))
