"""Of a long log, the lines that may tell of an error, found without reading every line closely."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

__all__ = ["LONG", "sieved"]

LONG = 20_000
"""Characters; from here on only telling lines and their neighbours are read."""
_LIMIT = 400
"""Telling lines of one paste that are read: a log repeats itself."""
_NEIGHBOURS = 2
"""Lines kept around a telling one; replies go on over several lines."""

_TELLING = """
reject refus denied fail error exception timed timeout unable block expired invalid exceed bounced deferred undeliver
unknown quota 0x800 diagnostic-code ** == 退信 失败 错误 拒绝 不存在
"""
_WORDS = _TELLING.split()
# Begins with the digit, and looks back only then: what begins by looking back is tried at every character.
_CODE = re.compile(r"[45](?<![\d.][45])(?:[0-7]\d[ -](?=[45]\.\d|[A-Za-z#<\[(])|\.\d{1,2}\.\d{1,3}(?![\d.]))")
_DIGITS = re.compile(r"\d+")
_RECORD = re.compile(r"\W{0,4}(?:[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d)")
"""How a log begins a record, with its time; what does not begin so may go on with the line before."""


def sieved(text: str) -> str:
    """`text`; of a long one only the telling lines and their neighbours, an empty line where others were left out."""
    if len(text) <= LONG:
        return text
    lines = text.splitlines()
    kept: list[str] = []
    last: int | None = None
    for index in _around_telling(lines):
        if last is not None and index > last + 1:
            kept.append("")
        kept.append(lines[index])
        last = index
    return "\n".join(kept)


def _around_telling(lines: Sequence[str]) -> list[int]:
    """Indexes of the telling ones among `lines` and of those near them that are no records of their own, in order.

    A line that differs from an earlier one in nothing but digits is not telling again.
    """
    shapes: set[str] = set()
    wanted: set[int] = set()
    for index in _telling(lines):
        shape = _DIGITS.sub("0", lines[index][-200:])
        if shape in shapes:
            continue
        shapes.add(shape)
        near = range(max(0, index - _NEIGHBOURS), min(len(lines), index + _NEIGHBOURS + 1))
        wanted.update(other for other in near if other == index or not _RECORD.match(lines[other]))
        if len(shapes) == _LIMIT:
            break
    return sorted(wanted)


def _telling(lines: Sequence[str]) -> list[int]:
    """Indexes of the lines with a word or a code of an error: the whole text is searched at once, which is faster."""
    text = "\n".join(lines).lower()
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    found = {bisect_right(starts, match.start()) - 1 for match in _CODE.finditer(text)}
    for word in _WORDS:
        found.update(_lines_with(word, text, starts))
    return sorted(index for index in found if index < len(lines))


def _lines_with(word: str, text: str, starts: Sequence[int]) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        index = bisect_right(starts, at) - 1
        yield index
        at = text.find(word, starts[min(index + 1, len(starts) - 1)])
