"""Paragraphs, lists and headings as lines."""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from bot.cli.printing.wrapping import wrapped

__all__ = ["LABEL_WIDTH", "fitted", "heading", "item", "one_line", "paragraph", "prose"]

LABEL_WIDTH = 7
"""Cells before the text of an item: a rate and what keeps it apart."""

_CODE = re.compile(r"""`[^`]+`|https?://[^\s（）()，。；、]*[^\s（）()，。；、,.;:?!'"]""")
_UNPRINTABLE = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
"""Unicode categories of what moves a terminal's cursor, turns its writing around or is no text."""


def one_line(text: str) -> str:
    """`text` with one space for each run of white space and of what a terminal would obey instead of show."""
    shown = (" " if unicodedata.category(character) in _UNPRINTABLE else character for character in text)
    return " ".join("".join(shown).split())


def prose(text: str, style: str = "") -> Text:
    """`text` on one line in `style`, with its `code` and its links in a colour of their own."""
    styled = Text().append(one_line(text), style)
    styled.highlight_regex(_CODE, "cyan")
    return styled


def heading(text: str, style: str = "bold") -> list[Text]:
    """A heading with an empty line before it."""
    return [Text(), Text(text, style=style)]


def paragraph(text: Text, width: int, *, indent: int = 0) -> list[Text]:
    """`text` in lines of `width` cells, of which the first `indent` stay empty."""
    return [Text(" " * indent).append_text(line) for line in wrapped(text, width - indent)]


def item(label: Text, text: Text, width: int, *, indent: int = LABEL_WIDTH) -> list[Text]:
    """`text` beside `label`, which ends two cells before it; the lines after the first stand below the text."""
    first, *rest = wrapped(text, width - indent)
    gap = max(0, indent - 2 - cell_len(label.plain))
    lines = [Text(" " * gap).append_text(label).append("  ").append_text(first)]
    return lines + [Text(" " * indent).append_text(line) for line in rest]


def fitted(text: str, width: int) -> str:
    """`text` on one line of exactly `width` cells: filled up with spaces, or cut with an ellipsis."""
    line = one_line(text)
    return set_cell_size(line, width) if cell_len(line) <= width else set_cell_size(line, width - 1) + "…"
