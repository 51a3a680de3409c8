"""Prose is code, bare URLs and words, and nothing of it gets lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.prose import Kind, parts

PIECES = st.sampled_from(["`a b`", "``", "`", "https://a.example/x", "http://", ".", " ", "），", "see ", "<ip>"])


def joined(text: str) -> str:
    return "".join(f"`{part.text}`" if part.kind is Kind.CODE else part.text for part in parts(text))


@given(st.text() | st.lists(PIECES).map("".join))
def test_nothing_gets_lost(text: str) -> None:
    assert joined(text) == text


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("see https://a.example/x.", "https://a.example/x"),
        ("(https://a.example/x)", "https://a.example/x"),
        ("https://a.example/x?y=1&z=2, or", "https://a.example/x?y=1&z=2"),
        ("打开 https://a.example/x，然后", "https://a.example/x"),
        ("https://a.example/x?<ip>", "https://a.example/x"),
    ],
)
def test_a_url_ends_where_the_sentence_goes_on(text: str, url: str) -> None:
    assert [part.text for part in parts(text) if part.kind is Kind.URL] == [url]


def test_a_url_within_code_is_code() -> None:
    assert [part.kind for part in parts("`curl https://a.example/x`")] == [Kind.CODE]
