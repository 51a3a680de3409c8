"""Which known word is meant where one is misspelt."""

from __future__ import annotations

import pytest

from knowledge.match.spelling import Spelling

SPELLING = Spelling(["authorization", "authentication", "server", "user"])


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("srever", "server"),  # at its beginning
        ("serverr", "server"),  # at its end
        ("auhtentication", "authentication"),
        ("athorizatino", "authorization"),  # at both ends of a long word
    ],
)
def test_typing_mistakes_are_undone(misspelt: str, meant: str) -> None:
    assert SPELLING.nearest(misspelt) == meant


@pytest.mark.parametrize("word", ["", "usr", "sever1", "recipient", "配额已满了"])
def test_a_word_that_is_like_none_stays_what_it_is(word: str) -> None:
    assert SPELLING.nearest(word) == word


def test_what_is_known_below_is_known_above() -> None:
    above = Spelling(["mailbox"], below=SPELLING)
    assert (above.nearest("srever"), above.nearest("mailbxo")) == ("server", "mailbox")
    assert SPELLING.nearest("mailbxo") == "mailbxo"
