"""The knowledge base as the command line opens it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.errors import UnknownEntryError
from knowledge.nearest import nearest

if TYPE_CHECKING:
    from knowledge.base import KnowledgeBase, RatedEntry

__all__ = ["open_knowledge", "rated"]


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


def rated(knowledge: KnowledgeBase, entry_id: str, team: str = "") -> RatedEntry:
    """The entry `entry_id`, whole or without what every id begins with, with the rates of `team`.

    Raises:
        UnknownEntryError: there is none; the text offers those that look alike.
    """
    whole = entry_id if "/" in entry_id else f"communication/{entry_id}"
    try:
        return knowledge.rated(whole, team=team)
    except UnknownEntryError:
        near = ", ".join(nearest(entry_id.rpartition("/")[2], [entry.slug for entry in knowledge.entries()]))
        advice = f"nearest: {near}" if near else "postmaster entries list shows all"
        raise UnknownEntryError(f"there is no entry {entry_id!r:.100}; {advice}") from None
