"""The message in an SMTP dialogue: what a client sends between the server's `354` and the final dot."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from knowledge.redact.pattern import Pattern
from knowledge.redact.spans import Lines, Span, first, rewritten, silenced, tells

__all__ = ["without_data"]

_GO_AHEAD = Pattern(
    r"(?: ^ | [:>*<-]\s{0,4} | ['\"] ) 354[\ -](?!354)[A-Za-z<] | \(354,\ "
)  # RFC 5321, section 4.1.1.4
_FINAL_DOT = Pattern(r"(?: .{0,80} [:>] \s{0,4} )? \. \s* (?: <br\s?/?> \s* )? $")
_REPLY = Pattern(r"(?: ^ | [:>*<-]\s{0,4} | ['\"] ) [245]\d\d [\ -]")


def without_data(text: str) -> str:
    """`text` without the messages of its dialogues."""
    return rewritten(text, _messages, silenced)


def _messages(lines: Lines) -> Iterator[Span]:
    starts = [index + 1 for index, line in enumerate(lines) if "354" in line and _GO_AHEAD.compiled.search(line)]
    for start, next_start in pairwise([*starts, len(lines) + 1]):
        yield start, start + _length(lines[start : next_start - 1])


def _length(lines: Lines) -> int:
    """Lines before the final dot; without one, before the first line that a server says or that tells a failure."""
    dot = first(lines, 0, _FINAL_DOT.compiled.match)
    return dot if dot < len(lines) else first(lines, 0, lambda line: _REPLY.compiled.search(line) or tells(line))
