"""Quantiles of the Beta distribution, beside distributions that can be written down."""

from __future__ import annotations

import doctest
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import beta
from knowledge.beta import below, quantile

SHARES = st.floats(0.001, 0.999)
PARAMETERS = st.floats(0.05, 2_000)


@given(SHARES)
def test_with_both_parameters_one_it_is_even(share: float) -> None:
    assert below(share, 1, 1) == pytest.approx(share)
    assert quantile(share, 1, 1) == pytest.approx(share, abs=1e-8)


@given(SHARES, st.integers(1, 200))
def test_with_one_parameter_one_it_is_a_power(share: float, count: int) -> None:
    assert quantile(share, count, 1) == pytest.approx(share ** (1 / count), abs=1e-8)
    assert quantile(share, 1, count) == pytest.approx(1 - (1 - share) ** (1 / count), abs=1e-8)


@given(SHARES)
def test_with_both_parameters_two_it_is_a_cubic_and_with_halves_an_arc_sine(x: float) -> None:
    assert below(x, 2, 2) == pytest.approx(3 * x**2 - 2 * x**3)
    assert below(x, 0.5, 0.5) == pytest.approx(2 / math.pi * math.asin(math.sqrt(x)))


@given(SHARES, st.integers(1, 60), st.data())
def test_with_whole_parameters_it_is_a_sum_of_binomials(x: float, count: int, data: st.DataObject) -> None:
    """https://dlmf.nist.gov/8.17.E5."""
    least = data.draw(st.integers(1, count))
    expected = sum(math.comb(count, k) * x**k * (1 - x) ** (count - k) for k in range(least, count + 1))
    assert below(x, least, count - least + 1) == pytest.approx(expected, rel=1e-9, abs=1e-12)


@settings(deadline=None)
@given(SHARES, PARAMETERS, PARAMETERS)
def test_a_quantile_is_where_that_share_lies_below_and_mirrors_with_its_parameters(
    share: float, a: float, b: float
) -> None:
    point = quantile(share, a, b)
    step = 2e-9
    assert below(max(0.0, point - step), a, b) - 1e-9 <= share <= below(min(1.0, point + step), a, b) + 1e-9
    assert quantile(1 - share, b, a) == pytest.approx(1 - point, abs=1e-8)


@pytest.mark.parametrize(
    ("share", "a", "b", "expected"), [(0.05, 9, 1, 0.716871), (0.5, 2, 2, 0.5), (0.95, 2, 2, 0.86465)]
)
def test_quantiles_that_tables_give(share: float, a: float, b: float, expected: float) -> None:
    assert quantile(share, a, b) == pytest.approx(expected, abs=1e-6)


def test_nothing_lies_below_zero_and_all_below_one() -> None:
    assert (below(0, 3, 4), below(1, 3, 4)) == (0, 1)


def test_the_examples_in_the_docstrings_run() -> None:
    assert doctest.testmod(beta).failed == 0
