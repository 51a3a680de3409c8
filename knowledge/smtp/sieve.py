"""Of a long log, the lines that may tell of an error, found without reading every line closely."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

__all__ = ["around_telling"]

_LIMIT = 400
"""Telling lines of one paste that are read: a log repeats itself."""
_NEIGHBOURS = 2
"""Lines kept around a telling one; replies go on over several lines."""

_TELLING = """
reject refus denied fail error exception timed timeout unable block expired invalid exceed bounced deferred undeliver
unknown quota 0x800 diagnostic-code ** == 退信 失败 错误 拒绝 不存在
"""
_WORDS = _TELLING.split()
_CODE = re.compile(r"(?<![\d.])[45][0-7]\d[ -](?=[45]\.\d|[A-Za-z#<\[(])|(?<![\d.])[45]\.\d\.\d")
_DIGITS = re.compile(r"\d+")


def around_telling(lines: Sequence[str]) -> list[int]:
    """Indexes of the telling ones among `lines` and of their neighbours, in order.

    A line that differs from an earlier one in nothing but digits is not telling again.
    """
    shapes: set[str] = set()
    wanted: set[int] = set()
    for index in _telling(lines):
        shape = _DIGITS.sub("0", lines[index][-200:])
        if shape in shapes:
            continue
        shapes.add(shape)
        wanted.update(range(max(0, index - _NEIGHBOURS), min(len(lines), index + _NEIGHBOURS + 1)))
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
