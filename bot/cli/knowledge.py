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
    from knowledge.services.lookups import Lookups

__all__ = ["open_knowledge", "open_lookups", "rated"]


@contextmanager
def open_knowledge(*, make: bool = False) -> Iterator[KnowledgeBase]:
    """The knowledge base of `POSTMASTER_DB` with its votes, or, where no such file exists yet, the shipped one alone.

    Looking something up leaves no database behind; `make` is for what is to be kept.

    Raises:
        SettingsError: the environment does not fit together.
        StoreError: the database cannot be used.
        EntryError: a shipped entry has faults.
    """
    from knowledge.base import KnowledgeBase  # noqa: PLC0415 - help and completion come at once without it

    knowledge = KnowledgeBase.open(_database(make=make))
    try:
        yield knowledge
    finally:
        knowledge.close()


@contextmanager
def open_lookups() -> Iterator[Lookups]:
    """What looks errors up in the same, and nothing besides: it is there sooner.

    Raises:
        SettingsError, StoreError, EntryError: as above.
    """
    from knowledge.files import ENTRIES  # noqa: PLC0415 - as above
    from knowledge.moment import clock  # noqa: PLC0415 - as above
    from knowledge.opening import open_database  # noqa: PLC0415 - as above
    from knowledge.services.lookups import Lookups  # noqa: PLC0415 - as above

    store, library = open_database(_database(), ENTRIES)
    try:
        yield Lookups(store, library, clock())
    finally:
        store.close()


def _database(*, make: bool = False) -> str:
    """Where the database is; one in memory if there is none yet and none is to be made."""
    from bot.environment import database  # noqa: PLC0415 - as above

    url = database()
    return url if make or "://" in url or Path(url).exists() else ":memory:"


def rated(knowledge: KnowledgeBase, entry_id: str, team: str = "") -> RatedEntry:
    """The entry `entry_id`, whole or without what every id begins with, with the rates of `team`.

    Raises:
        UnknownEntryError: there is none; the text offers those that look alike.
    """
    whole = entry_id if "/" in entry_id else f"communication/{entry_id}"
    try:
        return knowledge.rated(whole, team=team)
    except UnknownEntryError:
        near = ", ".join(nearest(entry_id.rpartition("/")[2], [one.slug for one in knowledge.headings(team=team)]))
        advice = f"nearest: {near}" if near else "postmaster entries list shows all"
        raise UnknownEntryError(f"there is no entry {entry_id!r:.100}; {advice}") from None
