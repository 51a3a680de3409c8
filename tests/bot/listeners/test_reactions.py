"""Which emoji say something about an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.listeners.reactions import judgement_of

TONES = ["", *(f"::skin-tone-{number}" for number in range(2, 7))]


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    ("emoji", "name", "target", "worked"),
    [
        ("+1", "+1", "answer", True),
        ("thumbsup", "+1", "answer", True),
        ("-1", "-1", "answer", False),
        ("thumbsdown", "-1", "answer", False),
        ("one", "one", "rank:1", True),
        ("two", "two", "rank:2", True),
        ("three", "three", "rank:3", True),
    ],
)
def test_each_emoji_counts_in_every_tone_and_each_tone_is_a_carrier_of_its_own(
    emoji: str, name: str, target: str, tone: str, *, worked: bool
) -> None:
    assert judgement_of(emoji + tone) == (name + tone, target, worked)


@pytest.mark.parametrize(
    "reaction", ["", "four", "+1::skin-tone-1", "+1::skin-tone-7", "+1:", "eyes", "+1 ", "+11", "None"]
)
def test_other_emoji_say_nothing(reaction: str) -> None:
    assert judgement_of(reaction) is None


@given(st.text())
def test_no_name_makes_it_raise(reaction: str) -> None:
    assert judgement_of(reaction) is None or reaction.partition("::")[0] in {
        "+1",
        "-1",
        "thumbsup",
        "thumbsdown",
        "one",
        "two",
        "three",
    }
