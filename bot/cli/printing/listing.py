"""Many entries: a line each, below their category."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from bot.cli.printing import words
from bot.cli.printing.facts import titled
from bot.cli.printing.layout import LABEL_WIDTH, heading, item
from bot.cli.printing.terminal import print_lines, whole_width
from bot.views.rates import percent
from knowledge.model import Entry, Language

__all__ = ["listing_lines", "print_listing"]

_LONGEST_SLUG = 50
"""Cells; a longer one moves its own title, not everybody's."""


def print_listing(entries: Sequence[Entry], language: Language, *, known: int) -> None:
    """Print `entries`, which are some of the `known` ones."""
    print_lines(listing_lines(entries, language, whole_width(), known=known))


def listing_lines(entries: Sequence[Entry], language: Language, width: int, *, known: int) -> list[Text]:
    """`entries` by category, a line of `width` cells each: fix rate, slug, title; how many there are at the end."""
    slug_width = min(max((len(entry.slug) for entry in entries), default=0), _LONGEST_SLUG)
    lines: list[Text] = []
    for category, group in groupby(sorted(entries, key=_place), key=lambda entry: entry.category):
        lines += heading(category.value)[0 if lines else 1 :]
        for entry in group:
            text = titled(entry, language, width - LABEL_WIDTH, slug_width=slug_width)
            lines += item(Text(percent(entry.fix_rate), style="green"), text, width)
    total = words.LISTED.in_(language).format(shown=len(entries), all=known)
    return [*lines, *heading(total, "dim")[0 if lines else 1 :]]


def _place(entry: Entry) -> tuple[str, str]:
    return entry.category.value, entry.id
