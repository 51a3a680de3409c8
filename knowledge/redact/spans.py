"""Spans of lines that one rule rewrites as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from knowledge.redact import marks
from knowledge.redact.pattern import Pattern
from knowledge.redact.scan import Scan, folded

__all__ = ["Lines", "Span", "first", "holding", "is_field", "rewritten", "silenced", "tells"]

Lines = Sequence[str]
Span = tuple[int, int]
"""Numbers of the first line and of the line after the last, from 0."""

_FIELD = Pattern(r"[\s>]* [A-Za-z][A-Za-z-]{1,40} : (?: \s | $ )")
_TELLS = Pattern(
    r"""(?<![\w.]) [245]\d\d [\s-] | (?<![\w.]) [245]\.\d{1,3}\.\d{1,3} (?![\w.])
      | \b (?: error | exception | fail(?:ed|ure) | rejected | blocked | refused | time[d ]\ ?out | timeout
        | undeliver\w+ | unable | could\ ?n[o']t | was(?:n't|\ not) | denied | closed | lost | bounced ) \b
      | 错误 | 失败 | 退信 | 拒绝""",
    re.IGNORECASE,
)


def rewritten(text: str, spans: Callable[[Lines], Iterable[Span]], rewrite: Callable[[Lines], Iterable[str]]) -> str:
    """`text` with the lines of each span rewritten; spans come in order and do not overlap."""
    lines = text.split("\n")
    kept: list[str] = []
    done = 0
    for start, end in spans(lines):
        kept += [*lines[done:start], *rewrite(lines[start:end])]
        done = end
    return "\n".join([*kept, *lines[done:]])


def silenced(lines: Lines) -> Lines:
    """One mark for all of `lines`, unless they are empty anyway."""
    return [marks.MESSAGE_BODY] if any(line.strip() for line in lines) else lines


def first(lines: Lines, start: int, wanted: Callable[[str], object]) -> int:
    """Number of the first line from `start` on that is `wanted`, or the number of lines."""
    return next((index for index in range(start, len(lines)) if wanted(lines[index])), len(lines))


def holding(lines: Lines, words: Iterable[str]) -> list[int]:
    """Numbers of the lines that hold one of `words` (in lower case), in order."""
    return Scan(folded("\n".join(lines))).lines_with(words)


def is_field(line: str) -> bool:
    """Whether `line` is a header field (RFC 5322, section 2.2)."""
    return _FIELD.compiled.match(line) is not None


def tells(line: str) -> bool:
    """Whether `line` tells an error: by a reply code (RFC 5321), an enhanced code (RFC 3463) or a word for failure."""
    return _TELLS.compiled.search(line) is not None
