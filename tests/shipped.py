"""The shipped entries, read once for all tests of a process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from knowledge import files
from knowledge.model import Entry

__all__ = ["shipped_entries"]


@cache
def shipped_entries() -> Sequence[Entry]:
    """Every one, in the order of their files."""
    return tuple(files.read_all(files.paths()))
