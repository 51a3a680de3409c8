"""The digest's picture: bars for the days of the week, and bars for its most frequent errors.

Its labels are numbers, dates and codes; words stand in the message, where they can be read in any language. It is a
card with a ground of its own, so that it reads the same on light and dark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

__all__ = ["Bar", "chart"]

_WIDTH, _HEIGHT = 1_200, 420  # pixels; Slack shows half as many
_MARGIN = 40
_GUTTER = 60
"""Between the two panels."""
_GAP = 24
"""Between the labels of errors and their bars."""
_COUNT_WIDTH = 70
"""Behind the longest bar."""
_ROW = 66
_THIN = 0.62
"""The share of its place that a bar fills."""
_LETTERS = 30
_NUMBERS = 32
_GROUND, _EDGE, _LINE = "#ffffff", "#d5dae1", "#c3cad4"
_INK, _FAINT = "#1d2733", "#5a6675"
_DAYS, _ERRORS = "#1f6f8b", "#c2542d"


@dataclass(frozen=True, slots=True)
class Bar:
    """How often an error came."""

    label: str
    """Its rank and its codes."""
    count: int


def chart(days: Sequence[tuple[date, int]], errors: Sequence[Bar]) -> bytes:
    """A PNG with the pastes of `days`, and below one another the most frequent `errors` if there are any."""
    image = Image.new("RGBA", (_WIDTH, _HEIGHT), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, _WIDTH - 1, _HEIGHT - 1), radius=24, fill=_GROUND, outline=_EDGE, width=2)
    middle = _WIDTH // 2 if errors else _WIDTH - _MARGIN
    _draw_days(draw, days, left=_MARGIN, right=middle - (_GUTTER // 2 if errors else 0))
    _draw_errors(draw, errors, left=middle + _GUTTER // 2, right=_WIDTH - _MARGIN)
    content = BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()


def _draw_days(draw: ImageDraw.ImageDraw, days: Sequence[tuple[date, int]], *, left: int, right: int) -> None:
    """A bar for each day, its count above and its day of the month below."""
    bottom, top = _HEIGHT - _MARGIN - 48, _MARGIN + 44
    place, most = (right - left) / len(days), max(count for _, count in days) or 1
    draw.line((left, bottom, right, bottom), fill=_LINE, width=2)
    for number, (day, count) in enumerate(days):
        centre = left + (number + 0.5) * place
        height = (bottom - top) * count / most
        half = place * _THIN / 2
        if count:
            draw.rounded_rectangle((centre - half, bottom - height, centre + half, bottom), radius=6, fill=_DAYS)
            _write(draw, str(count), (centre, bottom - height - 8), anchor="ms", fill=_INK, size=_NUMBERS)
        _write(draw, str(day.day), (centre, bottom + 42), anchor="ms", fill=_FAINT, size=_LETTERS)


def _draw_errors(draw: ImageDraw.ImageDraw, errors: Sequence[Bar], *, left: int, right: int) -> None:
    """A bar for each error, its label on the left and its count behind it."""
    most = max((error.count for error in errors), default=1)
    labels = max((draw.textlength(error.label, ImageFont.load_default(_LETTERS)) for error in errors), default=0.0)
    start = left + labels + _GAP
    room = right - start - _COUNT_WIDTH
    top = (_HEIGHT - len(errors) * _ROW) / 2
    for number, error in enumerate(errors):
        centre = top + (number + 0.5) * _ROW
        half, end = _ROW * _THIN / 2, start + max(8, room * error.count / most)
        draw.rounded_rectangle((start, centre - half, end, centre + half), radius=6, fill=_ERRORS)
        _write(draw, error.label, (left, centre), anchor="lm", fill=_INK, size=_LETTERS)
        _write(draw, str(error.count), (end + 12, centre), anchor="lm", fill=_INK, size=_NUMBERS)


def _write(  # noqa: PLR0913 - what a text needs
    draw: ImageDraw.ImageDraw, text: str, at: tuple[float, float], *, anchor: str, fill: str, size: int
) -> None:
    """`text` at a point, in the font that Pillow brings along."""
    draw.text(at, text, font=ImageFont.load_default(size), fill=fill, anchor=anchor)
