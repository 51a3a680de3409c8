"""The knowledge base as the command line opens it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.base import KnowledgeBase

__all__ = ["open_knowledge"]


@contextmanager
def open_knowledge() -> Iterator[KnowledgeBase]:
    """The knowledge base of `POSTMASTER_DB` with its votes, or, where no such file exists yet, the shipped one alone.

    Looking something up leaves no database behind.

    Raises:
        SettingsError: the environment does not fit together.
        StoreError: the database cannot be used.
        EntryError: a shipped entry has faults.
    """
    from bot.environment import database  # noqa: PLC0415 - help and completion come at once: they need neither
    from knowledge.base import KnowledgeBase  # noqa: PLC0415 - as above

    url = database()
    exists = "://" in url or Path(url).exists()
    knowledge = KnowledgeBase.open(url if exists else ":memory:")
    try:
        yield knowledge
    finally:
        knowledge.close()
