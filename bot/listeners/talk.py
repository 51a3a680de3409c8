"""Words that are no paste: greetings and questions that call for help, and small talk that calls for nothing."""

from __future__ import annotations

import re

__all__ = ["asks_for_help", "is_small_talk"]

_QUESTION = frozenset(("", "?", "？"))
_HELP = frozenset(
    (
        *("help", "help me", "hi", "hello", "hey", "hi there", "hello there", "what can you do", "how does this work"),
        *("帮助", "你好", "您好", "嗨", "大家好", "你会什么", "怎么用", "你能做什么"),
    )
)
_SMALL_TALK = frozenset(
    (
        *("thanks", "thank you", "thank you very much", "many thanks", "thx", "ty", "cheers", "bye", "never mind"),
        *("ok", "okay", "k", "yes", "no", "cool", "great", "nice", "perfect", "done", "got it", "will try", "lol"),
        *("谢谢", "多谢", "谢谢你", "谢谢您", "好的", "好", "嗯", "收到", "明白", "明白了", "知道了", "不用了", "再见"),
    )
)
_BETWEEN = re.compile(r":[a-z0-9_+-]+:|\bpostmaster\b|[^\w\s']")
"""What stands between two things that are said: an emoji by its name in Slack, whom it is said to, punctuation."""


def asks_for_help(text: str) -> bool:
    """Whether `text` only greets Postmaster or wants to know what it does; nothing at all does too."""
    said = _said(text)
    return text.strip() in _QUESTION or (bool(said) and said <= _HELP)


def is_small_talk(text: str) -> bool:
    """Whether `text` is nothing but thanks, emoji and the like, which nobody has to answer."""
    return text.strip() not in _QUESTION and _said(text) <= _SMALL_TALK


def _said(text: str) -> set[str]:
    """What `text` says, piece by piece, without what stands between."""
    pieces = (" ".join(piece.split()) for piece in _BETWEEN.split(text.casefold()))
    return {piece for piece in pieces if piece}
