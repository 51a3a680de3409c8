"""Votes in plain words."""

from __future__ import annotations

import pytest

from bot.views.rates import overturned, votes
from knowledge.evidence import prior
from knowledge.facts import likely
from knowledge.model import Language


@pytest.mark.parametrize(
    ("worked", "cast", "english", "chinese"),
    [
        (0, 0, "no votes here yet", "本团队暂无评价"),
        (1, 1, "1 of 1 here", "本团队 1 票中 1 票说有效"),
        (0, 2, "0 of 2 here", "本团队 2 票中 0 票说有效"),
        (3, 3, "works for all: 3 of 3 here", "人人都说有效：本团队 3 票中 3 票"),
        (9, 11, "works for most: 9 of 11 here", "多数人说有效：本团队 11 票中 9 票"),
        (2, 4, "works for about half: 2 of 4 here", "约半数人说有效：本团队 4 票中 2 票"),
        (1, 3, "works for some: 1 of 3 here", "少数人说有效：本团队 3 票中 1 票"),
        (1, 9, "works for hardly anybody: 1 of 9 here", "几乎没人说有效：本团队 9 票中 1 票"),
        (0, 4, "works for nobody: 0 of 4 here", "没有人说有效：本团队 4 票中 0 票"),
    ],
)
def test_votes_are_a_count_while_they_are_few_and_then_a_word_for_their_share(
    worked: int, cast: int, english: str, chinese: str
) -> None:
    assert votes(worked, cast, Language.EN) == english
    assert votes(worked, cast, Language.ZH) == chinese


def test_a_dead_end_says_for_whom_it_worked_once_somebody_voted() -> None:
    assert overturned(0, 0, Language.EN) == ""
    assert overturned(1, 2, Language.EN) == "worked for 1 of 2 here"


def test_a_range_is_in_whole_percent() -> None:
    assert likely(prior(0.9, confidence=0.88, evidence=1)).en == "likely 69–100%"
