"""Text -> lines of a given width in cells, broken where English and Chinese may be broken.

A small part of Unicode Standard Annex 14: a line may break after spaces (LB18) and beside an ideograph (ID), but never
before closing punctuation (LB13) nor after opening punctuation (LB14). A longer word is cut.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

__all__ = ["wrapped"]

_CLOSING = frozenset("，。、；：？！）】》」』〉”’…—·％,.;:?!)]}%°")
_OPENING = frozenset("（【《「『〈“‘([{$¥￥")


def wrapped(text: Text, width: int) -> list[Text]:
    """The lines of `text`, each at most `width` cells (at least 2), their styles kept; one empty line for no text."""
    lines = text.divide(_breaks(text.plain, max(2, width)))
    for line in lines:
        line.rstrip()
    return list(lines)


def _breaks(plain: str, width: int) -> list[int]:
    """Where each line after the first begins."""
    breaks: list[int] = []
    used = start = 0
    for end in _ends(plain):
        piece = plain[start:end]
        if used and used + cell_len(piece.rstrip()) > width:
            breaks.append(start)
            used = 0
        cuts = _cuts(piece, width)
        breaks += [start + cut for cut in cuts]
        used = cell_len(piece[cuts[-1] :]) if cuts else used + cell_len(piece)
        start = end
    return breaks


def _ends(plain: str) -> Iterator[int]:
    """Where a line may end: the end of each piece that stays in one line."""
    for position in range(1, len(plain)):
        before, after = plain[position - 1], plain[position]
        if _may_break(before, after):
            yield position
    if plain:
        yield len(plain)


def _may_break(before: str, after: str) -> bool:
    if after.isspace():
        return False
    if before.isspace():
        return True
    return (_is_wide(before) or _is_wide(after)) and before not in _OPENING and after not in _CLOSING


def _is_wide(character: str) -> bool:
    return cell_len(character) == 2


def _cuts(piece: str, width: int) -> list[int]:
    """Where a piece that is wider than a line has to be cut."""
    cuts: list[int] = []
    used = 0
    for position, character in enumerate(piece.rstrip()):
        used += cell_len(character)
        if used > width:
            cuts.append(position)
            used = cell_len(character)
    return cuts
