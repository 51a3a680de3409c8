"""An entry in one line."""

from __future__ import annotations

from rich.text import Text

from bot.cli.printing import words
from bot.cli.printing.layout import fitted
from bot.views.rates import percent, votes
from knowledge import vocabulary
from knowledge.model import Entry, Language
from knowledge.rating import RatedEntry

__all__ = ["facts", "titled"]

_READABLE = 10
"""Cells below which a piece of a title says nothing."""


def facts(rated: RatedEntry, language: Language) -> str:
    """How often it gets fixed, what people here say, who has to act, and whether waiting helps."""
    entry = rated.entry
    parts = [words.FIX_RATE.in_(language).format(rate=percent(rated.rate))]
    if rated.votes:
        parts.append(votes(rated.worked, rated.votes, language))
    parts.append(words.WHO.in_(language).format(who=vocabulary.FIXERS[entry.who_fixes].in_(language)))
    parts.append((words.RETRYING_FAILS if entry.permanent else vocabulary.RETRYING_HELPS).in_(language))
    return " · ".join(parts)


def titled(entry: Entry, language: Language, width: int, *, slug_width: int = 0) -> Text:
    """The slug of `entry`, in at least `slug_width` cells, and as much of its title as `width` cells leave room for."""
    slug = entry.slug.ljust(slug_width)
    room = width - len(slug) - 2
    line = Text().append(slug, "cyan")
    return line.append(f"  {fitted(entry.title.in_(language), room)}") if room >= _READABLE else line
