"""Moments: exact, or refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.errors import InputError
from knowledge.moment import microseconds


@given(st.integers(0, 10**12 - 1), st.integers(0, 999_999))
def test_a_timestamp_loses_nothing(seconds: int, fraction: int) -> None:
    assert microseconds(f"{seconds}.{fraction:06}") == seconds * 1_000_000 + fraction


@pytest.mark.parametrize("timestamp", ["", ".", "1.", "-1.0", "1e9", "1.0000001", "\u0661", "1 ", "1\n", "now"])
def test_anything_else_is_refused_in_one_line(timestamp: str) -> None:
    with pytest.raises(InputError, match="is no timestamp"):
        microseconds(timestamp)
