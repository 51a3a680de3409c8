"""Rates and votes in words."""

from __future__ import annotations

from bot.views import words
from knowledge.facts import percent
from knowledge.model import Language

__all__ = ["percent", "votes"]


def votes(worked: int, cast: int, language: Language) -> str:
    """How many of the `cast` votes of this workspace say that it worked."""
    if not cast:
        return words.NO_VOTES.in_(language)
    return words.VOTES.in_(language).format(worked=worked, votes=cast)
