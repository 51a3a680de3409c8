"""Passwords that a line above announces: below `Password:` in a form, below `password` in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.redact import marks
from knowledge.redact.assignments import PASSWORD_NAME, TRIGGERS
from knowledge.redact.pattern import Pattern
from knowledge.redact.spans import Lines, Span, first, holding, tells
from knowledge.redact.words import begins_a_sentence, is_secret

__all__ = ["without_announced_passwords"]

_LABEL = Pattern(
    rf"(?: .{{0,80}} \]:\s )? [\W_]{{0,8}} (?: [\w-]{{1,20}} \s ){{0,3}} {PASSWORD_NAME} (?P<sign> [\W_]{{0,6}} ) $",
    re.IGNORECASE,
)
_WORD = Pattern(r"""(?P<before> [\s>*`"'|]{0,8} ) (?P<value> [^\s`"'|]{4,100} ) [\s*`"'|,]{0,8} $""")

_COLUMN = Pattern(rf"[\W_]* (?: [\w-]{{1,20}} [ _-] ){{0,2}} {PASSWORD_NAME} [\W_]*", re.IGNORECASE)
_SEPARATORS = {
    "|": Pattern(r"[^\n]{0,60}"),
    "\t": Pattern(r"[^\n]{0,60}"),
    ",": Pattern(r"[\w-]*"),
    ";": Pattern(r"[\w-]*"),
}
"""What stands between the cells of a row, and what the cells of a header then look like."""


def without_announced_passwords(text: str) -> str:
    """`text` without the lone word in the line below a label for a password, and without columns of passwords."""
    lines = text.split("\n")
    naming = holding(lines, TRIGGERS)
    for spans, rewrite in ((_fields, _without_words), (_tables, _without_column)):
        for start, end in spans(lines, naming):
            lines[start:end] = rewrite(lines[start:end])
    return "\n".join(lines)


def _fields(lines: Lines, naming: Iterable[int]) -> Iterator[Span]:
    done = 0
    for index in naming:
        label = _LABEL.compiled.match(lines[index])
        if label is None or index < done:
            continue
        below = next((below for below in range(index + 1, min(index + 3, len(lines))) if lines[below].strip()), index)
        word = _WORD.compiled.match(lines[below])
        if below > index and word and _is_password(word["value"], labelled=not {":", "："}.isdisjoint(label["sign"])):
            done = below + 1
            yield below, done


def _is_password(word: str, *, labelled: bool) -> bool:
    if not is_secret(word) or begins_a_sentence(word) or tells(word) or word.endswith((":", "：", "?", "…", "...")):
        return False
    return labelled or not word.isalpha()


def _without_words(lines: Lines) -> Iterator[str]:
    for line in lines:
        yield _WORD.compiled.sub(rf"\g<before>{marks.PASSWORD}", line)


def _tables(lines: Lines, naming: Iterable[int]) -> Iterator[Span]:
    done = 0
    for index in naming:
        column = _column(lines[index]) if index >= done else None
        if column:
            done = _end(lines, index, column[0])
            yield index, done


def _end(lines: Lines, header: int, separator: str) -> int:
    return first(lines, header + 1, lambda line: separator not in line)


def _column(header: str) -> tuple[str, int] | None:
    """What separates the cells of `header`, and the number of the one that is for passwords."""
    for separator, cell in _SEPARATORS.items():
        cells = header.split(separator)
        if len(cells) > 1 and all(map(cell.compiled.fullmatch, cells)):
            numbers = (number for number, name in enumerate(cells) if _COLUMN.compiled.fullmatch(name))
            return next(((separator, number) for number in numbers), None)
    return None


def _without_column(lines: Lines) -> Iterator[str]:
    header, *rows = lines
    yield header
    separator, number = _column(header) or ("", 0)
    for row in rows:
        cells = row.split(separator)
        cell = cells[number].strip() if number < len(cells) else ""
        if is_secret(cell) and not begins_a_sentence(cell):
            cells[number] = cells[number].replace(cell, marks.PASSWORD)
        yield separator.join(cells)
