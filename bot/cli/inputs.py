"""What a command reads: standard input and files, `-` for the former; never a traceback for what cannot be read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from knowledge.errors import InputError

__all__ = ["name_of", "read_bytes", "read_lines", "read_text"]

_STANDARD_INPUT = Path("-")


def name_of(path: Path) -> str:
    """What people call the file `path`."""
    return "standard input" if path == _STANDARD_INPUT else str(path)


def read_text(text: str | None) -> str:
    """`text`; if it was left out or is `-`, all of standard input, with replacement characters for what is not UTF-8.

    Raises:
        InputError: it is empty, or standard input is a terminal, where nobody knows that something is waited for.
    """
    if text == str(_STANDARD_INPUT):
        text = None
    if text is None and sys.stdin.isatty():
        raise InputError("nothing to look up; give the error as TEXT or on standard input")
    given = sys.stdin.buffer.read().decode("utf-8", "replace") if text is None else text
    if not given.strip():
        raise InputError("nothing to look up; the text is empty")
    return given


def read_bytes(path: Path) -> bytes:
    """All of the file `path`.

    Raises:
        InputError: it cannot be read, or holds nothing.
    """
    try:
        data = sys.stdin.buffer.read() if path == _STANDARD_INPUT else path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from None
    if not data.strip():
        raise InputError(f"nothing to look up; {name_of(path)} is empty")
    return data


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of the file `path` that are not blank, each with its number from 1, as they come.

    Raises:
        InputError: it cannot be read.
    """
    try:
        with _binary(path) as file, TextIOWrapper(file, encoding="utf-8-sig", errors="replace") as lines:
            yield from ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    except OSError as error:
        raise _unreadable(path, error) from None


def _binary(path: Path) -> BinaryIO:
    return sys.stdin.buffer if path == _STANDARD_INPUT else path.open("rb")


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(f"cannot read {name_of(path)}: {error.strerror or error}")
