"""Rates and votes in words."""

from __future__ import annotations

from bot.views import words
from knowledge.facts import likely, percent
from knowledge.model import Language, Text

__all__ = ["likely", "overturned", "percent", "votes"]

_FEW = 3
"""Below so many votes their number says more than any word for their share."""
_SHARES = (
    (1.0, words.WORKS_FOR_ALL),
    (0.6, words.WORKS_FOR_MOST),
    (0.4, words.WORKS_FOR_HALF),
    (0.2, words.WORKS_FOR_SOME),
)
"""From which share on which words are true; the first that fits."""


def votes(worked: int, cast: int, language: Language) -> str:
    """How many of the `cast` votes of this workspace say that it worked, in plain words once there are some."""
    if not cast:
        return words.NO_VOTES.in_(language)
    said = words.VOTES if cast < _FEW else _works_for(worked, cast)
    return said.in_(language).format(worked=worked, votes=cast)


def overturned(worked: int, cast: int, language: Language) -> str:
    """How many of the `cast` votes say that a dead end worked after all; empty if nobody tried."""
    return words.OVERTURNED.in_(language).format(worked=worked, votes=cast) if cast else ""


def _works_for(worked: int, cast: int) -> Text:
    if not worked:
        return words.WORKS_FOR_NOBODY
    return next((said for least, said in _SHARES if worked / cast >= least), words.WORKS_FOR_HARDLY_ANYBODY)
