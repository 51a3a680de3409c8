"""What is said to Postmaster without an error: who wants help gets it, and thanks are taken in silence."""

from __future__ import annotations

import pytest

from bot.listeners.talk import asks_for_help, is_small_talk


@pytest.mark.parametrize("text", ["", "  ", "?", " Help ", "hi", "Hello!", "hey Postmaster :wave:", "你好！", "帮助"])
def test_a_greeting_or_a_word_for_help_asks_for_help(text: str) -> None:
    assert asks_for_help(text)
    assert not is_small_talk(text)


@pytest.mark.parametrize("text", ["thanks!", "OK", "ok, thanks 👍", ":pray:", "谢谢！", "Thank you, Postmaster."])
def test_thanks_call_for_nothing(text: str) -> None:
    assert is_small_talk(text)
    assert not asks_for_help(text)


@pytest.mark.parametrize(
    "text", ["535 5.7.8", "hi, mail to Bob bounces", "thanks, but now it says 550", "失败了", "…mx…"]
)
def test_everything_else_is_looked_at(text: str) -> None:
    assert not asks_for_help(text)
    assert not is_small_talk(text)
