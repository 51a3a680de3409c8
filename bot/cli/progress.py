"""A bar for what takes longer than a moment."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

__all__ = ["watched"]

T = TypeVar("T")


def watched(items: Iterable[T], what: str) -> Iterable[T]:
    """`items`, with a bar on standard error while they are gone through, if that is a terminal."""
    return _with_bar(list(items), what) if sys.stderr.isatty() else items


def _with_bar(items: Sequence[T], what: str) -> Iterator[T]:
    from rich.console import Console  # noqa: PLC0415 - rich only where it prints
    from rich.progress import Progress  # noqa: PLC0415 - as above

    console = Console(stderr=True)
    with Progress(console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        yield from progress.track(items, description=what)
