"""The entries as the store holds them now, and the matcher over them; another process's changes show within seconds."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from pydantic import ValidationError

from knowledge.errors import UnfitEntryError, UnknownEntryError
from knowledge.match import Matcher
from knowledge.model import Entry
from knowledge.rating import RatedEntry, rated_entry
from knowledge.store import Store, entries

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["LOOK_EVERY_S", "Edition", "Library"]

LOOK_EVERY_S = 1.0
"""Seconds between two looks at whether the store has newer entries."""


class Edition:
    """The entries of one version of the knowledge, and what matches them."""

    def __init__(self, version: int, known: tuple[Entry, ...]) -> None:
        """Hold the entries `known`, which are version `version`."""
        self.version = version
        self.entries = known
        self._by_id = {entry.id: entry for entry in known}
        self._curated: dict[str, RatedEntry] = {}
        self._matcher: Matcher | None = None
        self._building = threading.Lock()

    def entry(self, entry_id: str) -> Entry:
        """The entry `entry_id`.

        Raises:
            UnknownEntryError: there is none.
        """
        try:
            return self._by_id[entry_id]
        except KeyError:
            raise UnknownEntryError(
                f"there is no entry {entry_id!r:.100}; `postmaster entries list` shows all"
            ) from None

    def curated(self, entry: Entry) -> RatedEntry:
        """`entry`, one of this edition, with the rates that it has before anybody voted; reckoned once."""
        if entry.id not in self._curated:
            self._curated[entry.id] = rated_entry(entry, {})
        return self._curated[entry.id]

    def matcher(self) -> Matcher:
        """The matcher over the entries, built when it is first needed."""
        with self._building:
            if self._matcher is None:
                self._matcher = Matcher(self.entries)
            return self._matcher


class Library:
    """Hands out the current edition of the entries in `store`; `clock` gives seconds that only grow.

    Raises:
        UnfitEntryError: the entries are from another version of the program.
    """

    def __init__(self, store: Store, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Read the entries."""
        self._store = store
        self._clock = clock
        self._looking = threading.Lock()
        self._looked_at = clock()
        self._edition = _read(store)

    def current(self) -> Edition:
        """The edition that the store held at most a second ago.

        While a newer version of the program takes over and has brought in entries that this one cannot read, it is the
        last edition that this one could.
        """
        with self._looking:
            if self._clock() - self._looked_at >= LOOK_EVERY_S:
                self._looked_at = self._clock()
                with suppress(UnfitEntryError):
                    self._look()
            return self._edition

    def _look(self) -> None:
        with self._store.reading() as session:
            version = entries.version(session)
        if version != self._edition.version:
            self._edition = _read(self._store)


def _read(store: Store) -> Edition:
    with store.reading() as session:
        version, bodies = entries.version(session), entries.bodies(session)
    return Edition(version, tuple(_entry(entry_id, body) for entry_id, body in bodies))


def _entry(entry_id: str, body: str) -> Entry:
    try:
        return Entry.model_validate_json(body)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"]))
        raise UnfitEntryError(
            f"the entry {entry_id} in the database is from another version of Postmaster ({field}: {fault['msg']}); "
            "update this one"
        ) from None
