"""A knowledge base that holds the reference entry alone and whose time stands still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge import opening
from knowledge.base import KnowledgeBase


class Clock:
    """A clock that is set by hand, in seconds since 1970."""

    def __init__(self) -> None:
        self.seconds = 1_700_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def base(tmp_path: Path, few: Path, clock: Clock) -> Iterator[KnowledgeBase]:
    """A knowledge base on a file with the reference entry alone, whose time is `clock`."""
    opened = KnowledgeBase(*opening.open_database(str(tmp_path / "postmaster.db"), few), now=clock)
    yield opened
    opened.close()
