"""Mail that people quote or forward around an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from knowledge.redact.pattern import Pattern
from knowledge.redact.spans import Lines, Span, first, is_field, rewritten, silenced, tells

__all__ = ["TRIGGERS", "without_quoted_mail"]

TRIGGERS = (
    *("wrote", "schrieb", "écrit", "escribió", "写道", "寫道"),
    *("message-", "message -", "nachricht", "原始邮件", "转发邮件"),
)
"""Words without which nothing is quoted."""

_ATTRIBUTION = Pattern(
    r"""(?: \b wrote | \b schrieb \b .{0,80} | a\ écrit | escribió | 写道 | 寫道 )
    \s? [:：] \s* $"""
)
_FORWARDED_BELOW = Pattern(
    r"""(?: .{0,80} \]:\s )? \s* -{2,} \ ?
    (?: original\ message | forwarded\ message | ursprüngliche\ nachricht | 原始邮件 | 转发邮件信息 )
    \ ? -{2,}""",
    re.IGNORECASE,
)
_BOUNCE = Pattern(
    r"""mailer-daemon | postmaster@ | mail\ delivery | delivery\ status | undeliver | diagnostic-code:
    | final-recipient: | failure\ notice | 退信""",
    re.IGNORECASE,
)


def without_quoted_mail(text: str) -> str:
    """`text` without the paragraphs of quoted mail up to where they tell an error; a quoted bounce stays."""
    return rewritten(text, _quotations, _telling_paragraphs)


def _quotations(lines: Lines) -> Iterator[Span]:
    done = 0
    for index, line in enumerate(lines):
        if index < done:
            continue
        if _ATTRIBUTION.compiled.search(line):
            start, done = index + 1, first(lines, index + 1, _is_not_quoted)
        elif _FORWARDED_BELOW.compiled.match(line):
            start, done = first(lines, index + 1, lambda line: line.strip() and not is_field(line)), len(lines)
        else:
            continue
        if not any(_BOUNCE.compiled.search(quoted) for quoted in lines[index:done]):
            yield start, done


def _is_not_quoted(line: str) -> bool:
    return line.strip() != "" and not line.lstrip().startswith(">")


def _telling_paragraphs(lines: Lines) -> Iterator[str]:
    for blank, group in groupby(lines, key=lambda line: not line.strip(" \t\r>|")):
        paragraph = list(group)
        told = 0 if blank else first(paragraph, 0, tells)
        yield from silenced(paragraph[:told])
        yield from paragraph[told:]
