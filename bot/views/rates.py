"""Rates and votes in words."""

from __future__ import annotations

from bot.views import words
from knowledge.evidence import Rate
from knowledge.model import Language

__all__ = ["percent", "votes"]


def percent(share: Rate | float) -> str:
    """A share in whole percent."""
    return f"{share.mean if isinstance(share, Rate) else share:.0%}"


def votes(worked: int, cast: int, language: Language) -> str:
    """How many of the `cast` votes of this workspace say that it worked."""
    if not cast:
        return words.NO_VOTES.in_(language)
    return words.VOTES.in_(language).format(worked=worked, votes=cast)
