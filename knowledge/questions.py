"""Errors that nobody has an answer to yet, grouped so that the same unknown error is one question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from knowledge.conversation import Place
from knowledge.smtp.reading import Diagnostic, Reading

__all__ = ["Question", "codes_of", "group_of", "telling"]

_VARIABLE = re.compile(r"<[^>]*>|\S*[@/\\]\S*|\S*\d\S*|(?:\w+\.)+\w+")
"""What differs between two pastes of one error: placeholders, addresses, paths, ids, numbers, host names."""
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Question:
    """An unknown error, and how often it came."""

    excerpt: str
    """How it looked the first time, redacted."""
    codes: tuple[str, ...]
    """The enhanced, reply and client codes read from it."""
    asked: int
    """In how many pastes somebody asked for an answer."""
    overheard: int
    """In how many pastes it was only seen going by."""
    first_seen: datetime
    last_seen: datetime
    last_place: Place
    """The paste in which it was seen last."""


def codes_of(reading: Reading) -> tuple[str, ...]:
    """The codes of the telling error of `reading`, the most telling code first."""
    error = telling(reading)
    return error.codes if error else ()


def group_of(reading: Reading, excerpt: str) -> str:
    """Equal for two pastes of the same unknown error: a digest of its codes and of its words without what varies."""
    error = telling(reading)
    text = (error.text if error else excerpt).casefold()
    words = sorted(set(_WORD.findall(_VARIABLE.sub(" ", text))))
    return sha256("\n".join((*codes_of(reading), "", *words)).encode("utf-8", "replace")).hexdigest()[:32]


def telling(reading: Reading) -> Diagnostic | None:
    """The first error with a code, or else the first."""
    coded = (diagnostic for diagnostic in reading.diagnostics if diagnostic.codes)
    return next(coded, next(iter(reading.diagnostics), None))
