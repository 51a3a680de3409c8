"""What the shares of an evaluation count."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase
from knowledge.errors import InputError
from knowledge.evaluation import Case, Confusion, Report, Share, Verdict, evaluate, read_case, report
from knowledge.model import Category

AUTH, FULL, GREY = Category.AUTH_ERROR, Category.MAILBOX_FULL, Category.GREYLISTED


def verdict(
    *answered: Category, expected: tuple[Category, ...] = (AUTH,), detected: bool = True, case: str = "1"
) -> Verdict:
    return Verdict(Case(case, "text", frozenset(expected)), answered, "communication/x", 0.9, detected)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"text": "x", "category": "auth_error"}, {AUTH}),
        ({"text": "x", "category": "auth_error", "also": ["greylisted"]}, {AUTH, GREY}),
        ({"text": "x", "category": None, "categories": ["mailbox_full", "greylisted"]}, {FULL, GREY}),
        ({"text": "x", "is_smtp_error": False}, set()),
        ({"text": "x", "is_smtp_error": False, "category": "auth_error"}, set()),
    ],
)
def test_a_line_names_every_right_category(line: dict[str, object], expected: set[Category]) -> None:
    assert read_case(json.dumps(line), number=7) == Case("7", "x", frozenset(expected))


def test_a_case_has_the_id_of_its_line_or_the_line_s_number() -> None:
    assert read_case('{"id": 0, "text": "", "category": "other"}', number=7).id == "0"
    assert read_case('{"id": "a", "text": "", "category": "other"}', number=7).id == "a"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 7: Invalid JSON"),
        ("[]", "line 7: Input should be an object"),
        ('{"category": "auth_error"}', "line 7: text: Field required"),
        ('{"text": 1, "category": "auth_error"}', "line 7: text: Input should be a valid string"),
        ('{"text": "x"}', 'line 7: needs "category", "categories" or "is_smtp_error": false'),
        ('{"text": "x", "category": "auth"}', "line 7: category: there is no category 'auth'"),
        ('{"text": "x", "category": "other", "also": "greylisted"}', "line 7: also: Input should be a valid array"),
        ('{"text": "x", "categories": ["other", "x"]}', "line 7: categories: there is no category 'x'"),
        ('{"text": "\\ud800", "category": "other"}', "line 7: Invalid JSON"),
    ],
)
def test_a_line_that_cannot_be_scored_says_where_and_why(line: str, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        read_case(line, number=7)
    assert str(refused.value).startswith(reason)


@given(st.text() | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(json.dumps))
def test_no_line_of_any_kind_raises_anything_else(line: str) -> None:
    with contextlib.suppress(InputError):
        read_case(line, number=1)


def test_top_1_counts_first_answers_and_top_3_the_first_three() -> None:
    result = report([verdict(AUTH), verdict(GREY, FULL, AUTH), verdict(GREY, FULL, GREY, AUTH), verdict()])
    assert (result.top1, result.top3) == (Share(1, 4), Share(2, 4))


def test_an_unsure_answer_counts_for_top_1_and_not_for_detection() -> None:
    result = report([verdict(AUTH, detected=False), verdict(GREY, detected=True)])
    assert (result.top1, result.detection) == (Share(1, 2), Share(1, 2))


def test_a_false_alarm_is_a_text_without_an_error_at_which_the_listener_speaks_up() -> None:
    result = report([verdict(AUTH, expected=(), detected=True), verdict(AUTH, expected=(), detected=False)])
    assert result.false_alarms == Share(1, 2)
    assert result.top1 == Share(0, 0)
    assert result.top1.value is None


def test_confusions_are_counted_most_frequent_first_with_an_example() -> None:
    result = report([verdict(case="a"), verdict(GREY, case="b"), verdict(GREY, case="c"), verdict(AUTH, case="d")])
    assert result.confusions == (
        Confusion(AUTH, GREY, times=2, example="b"),
        Confusion(AUTH, None, times=1, example="a"),
    )


def test_nothing_to_score_is_a_report_too() -> None:
    nothing = Share(0, 0)
    assert report([]) == Report(nothing, nothing, nothing, nothing)


def test_a_verdict_tells_what_was_answered(knowledge: KnowledgeBase) -> None:
    cases = [
        Case("known", "535 5.7.8 Error: authentication failed", frozenset({AUTH})),
        Case("talk", "lunch at noon?", frozenset()),
    ]
    known, talk = evaluate(cases, knowledge.look_up)
    assert (known.right, known.detected, known.categories[0]) == (True, True, AUTH)
    assert known.entry_id is not None
    assert 0.5 < known.score <= 1
    assert (talk.detected, talk.right) == (False, False)
