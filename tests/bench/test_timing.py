"""Contenders take turns, and their figures are put together round by round."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bench.timing import Spread, in_turns, quantile, ratios, spread

TIMES = st.lists(st.floats(0.001, 1_000), min_size=1)


def test_contenders_take_turns() -> None:
    order: list[str] = []

    def contender(name: str) -> int:
        order.append(name)
        return len(order)

    measured = in_turns({"a": lambda: contender("a"), "b": lambda: contender("b")}, rounds=2, what="test")
    assert order == ["a", "b", "a", "b"]
    assert measured == {"a": [1, 3], "b": [2, 4]}


def test_ratios_compare_the_same_rounds() -> None:
    assert ratios([2.0, 30.0, 8.0], [1.0, 10.0, 2.0]) == Spread(median=3.0, least=2.0, most=4.0)


@given(TIMES)
def test_a_spread_lies_between_its_ends(values: list[float]) -> None:
    found = spread(values)
    assert found.least == min(values) <= found.median <= max(values) == found.most


@given(TIMES, st.floats(0, 1))
def test_a_quantile_is_one_of_the_values_and_enough_of_them_are_no_greater(values: list[float], share: float) -> None:
    found = quantile(values, share)
    assert found in values
    assert sum(value <= found for value in values) >= share * len(values)
