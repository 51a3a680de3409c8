"""Calibration: what scores claim against what is true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calibration import calibration
from knowledge.evaluation import Case, Share, Verdict
from knowledge.model import Category

AUTH, FULL = Category.AUTH_ERROR, Category.MAILBOX_FULL


def verdict(score: float, *, right: bool, answered: bool = True, is_error: bool = True) -> Verdict:
    case = Case("1", "text", frozenset({AUTH}) if is_error else frozenset())
    return Verdict(case, ((AUTH if right else FULL,) if answered else ()), "communication/x", score, detected=True)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_every_answer_lies_in_the_bin_of_its_score(answers: list[tuple[float, bool]]) -> None:
    found = calibration(verdict(score, right=right) for score, right in answers)
    assert len(found.bins) == 10
    for one in found.bins:
        held = [right for score, right in answers if min(9, int(score * 10)) == round(one.least * 10)]
        assert one.right == Share(sum(held), len(held))
        assert (one.score is None) == (not held)


def test_scores_that_are_as_right_as_they_say_have_no_error() -> None:
    nine_of_ten = [verdict(0.9, right=number != 0) for number in range(10)]
    assert calibration(nine_of_ten).error == pytest.approx(0)


def test_the_error_is_the_distance_between_claim_and_truth() -> None:
    sure_and_wrong, sure_and_right = verdict(1, right=False), verdict(1, right=True)
    assert calibration([sure_and_wrong, sure_and_right]).error == pytest.approx(0.5)
    assert calibration([verdict(0.35, right=True)]).error == pytest.approx(0.65)


def test_an_answer_to_what_is_no_error_is_wrong() -> None:
    assert calibration([verdict(0.95, right=True, is_error=False)]).from_score(0.9) == Share(0, 1)


def test_where_nothing_is_answered_nothing_is_counted() -> None:
    found = calibration([verdict(0, right=False, answered=False)])
    assert found.error is None
    assert found.from_score(0) == Share(0, 0)


def test_answers_from_a_score_on_are_those_of_all_bins_above() -> None:
    found = calibration([verdict(0.85, right=False), verdict(0.9, right=True), verdict(1, right=True)])
    assert found.from_score(0.9) == Share(2, 2)
    assert found.from_score(0.8) == Share(2, 3)
