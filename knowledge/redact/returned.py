"""Messages around an error, above all the one that a bounce returns: their bodies are somebody's mail.

Their header fields are left to other rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.redact.pattern import Pattern
from knowledge.redact.spans import Lines, Span, first, is_field, rewritten, silenced, tells

__all__ = ["without_returned_messages"]

_PART = Pattern(r"\s* content-type: \s* message/(?:rfc822|global) \b", re.IGNORECASE)  # RFC 6522, section 3
_BOUNDARY = Pattern(r"-- (?! -* \s* $ ) \S")  # RFC 2046, section 5.1.1
_REPLY = Pattern(r"\W{0,8} [245]\d\d [ -] [245]\.\d")
_TEXT = Pattern(r"\s* content-type: \s* text/(?:plain|html) \b", re.IGNORECASE)
# How mail servers announce it in bounces without parts.
_ANNOUNCED = Pattern(
    r"""[\s>*_-]* (?: this\ is\ a\ copy\ of\ (?:the|your)\ message
        | below\ this\ line\ is\ a\ copy\ of\ the\ message
        | (?:the\ )? (?: unsent | returned | undelivered | bounced | original )\ message\ (?: body\ )?
            (?: follows | below )
        | message\ (?: header | body | text )\ follows
        | copy\ of\ (?:the\ )? original\ message ) \b""",
    re.IGNORECASE,
)
_AFTER = Pattern(r"-+ \ ? end\ of | --\S | (?: final-recipient | reporting-mta | diagnostic-code ):", re.IGNORECASE)


def without_returned_messages(text: str) -> str:
    """`text` without the bodies of returned messages."""
    return rewritten(text, _bodies, silenced)


def _bodies(lines: Lines) -> Iterator[Span]:
    boundary = ""
    done = 0
    for index, line in enumerate(lines):
        if index < done:
            continue
        if _BOUNDARY.compiled.match(line):
            boundary = line.strip()
        if _PART.compiled.match(line):
            span = _in_part(lines, index, boundary)
        elif _TEXT.compiled.match(line):
            span = _in_text(lines, index)
        elif _ANNOUNCED.compiled.match(line):
            span = _after_announcement(lines, index + 1)
        else:
            continue
        done = span[1]
        yield span


def _in_part(lines: Lines, start: int, boundary: str) -> Span:
    body = _after_blank(lines, _after_blank(lines, start))  # the part's own header, then the message's
    return body, first(lines, body, lambda line: boundary and line.startswith(boundary))


def _in_text(lines: Lines, start: int) -> Span:
    """The text of a part that tells no error: of a mail, not of a notification."""
    body = _after_blank(lines, start)
    end = first(lines, body, lambda line: _BOUNDARY.compiled.match(line) or _REPLY.compiled.match(line))
    told = any(map(tells, lines[body:end]))
    return (end, end) if told else (body, end)


def _after_announcement(lines: Lines, start: int) -> Span:
    body = first(lines, start, str.strip)
    if body < len(lines) and is_field(lines[body]):
        body = _after_blank(lines, body)
    return body, first(lines, body, _AFTER.compiled.match)


def _after_blank(lines: Lines, start: int) -> int:
    return min(first(lines, start, lambda line: not line.strip()) + 1, len(lines))
