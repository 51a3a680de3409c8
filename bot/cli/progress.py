"""A bar for what takes longer than a moment."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TypeVar

__all__ = ["watched"]

T = TypeVar("T")


def watched(items: Iterable[T], what: str) -> Iterable[T]:
    """`items`, with a bar on standard error while they are gone through, if that is a terminal."""
    if not sys.stderr.isatty():
        return items
    from rich.console import Console  # noqa: PLC0415 - rich only where it prints
    from rich.progress import track  # noqa: PLC0415 - as above

    return track(list(items), what, console=Console(stderr=True), transient=True)
