"""The terminal: how wide it is, and how lines get there."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

__all__ = ["WIDEST", "print_lines", "reading_width", "whole_width"]

WIDEST = 100
"""Characters from which on a line of prose is hard to read."""

_console = Console(highlight=False, markup=False, emoji=False)


def whole_width() -> int:
    """How many cells a line has: of the terminal, else 80; COLUMNS goes before."""
    return _console.width


def reading_width() -> int:
    """How many of them prose should take."""
    return min(_console.width, WIDEST)


def print_lines(lines: Iterable[Text]) -> None:
    """Print `lines` as they are: nothing is broken, cut or recognised in them; coloured if the terminal wants it."""
    _console.print(Text("\n").join(lines), soft_wrap=True)
