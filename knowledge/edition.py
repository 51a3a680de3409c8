"""The entries as the store holds them now, and the matcher over them; another process's changes show within seconds."""

from __future__ import annotations

import gc
import threading
import time
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import ValidationError

from knowledge.errors import StoreError, UnknownEntryError
from knowledge.match import Matcher, maker, unpack
from knowledge.model import Entry
from knowledge.rating import RatedEntry, rated_entry
from knowledge.store import Session, Store, entries
from knowledge.store.entries import StoredEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["LOOK_EVERY_S", "Edition", "Library"]

LOOK_EVERY_S = 1.0
"""Seconds between two looks at whether the store has newer entries."""
_KEPT = 2_048
"""Entries that are kept unpacked."""


class Edition:
    """The entries of one version of the knowledge, and what matches them.

    An entry is unpacked when it is asked for: of thousands, an answer needs five.
    """

    def __init__(self, version: int, stored: Sequence[StoredEntry]) -> None:
        """Hold the entries `stored`, which are version `version`."""
        self.version = version
        self._bodies = {entry.id: entry.body.encode() for entry in stored}  # half of what the text takes
        self._profiles = [entry.profile for entry in stored]
        self._unpacked = lru_cache(maxsize=_KEPT)(self._entry)
        self._curated = lru_cache(maxsize=_KEPT)(self._rated)
        self._matcher: Matcher | None = None
        self._building = threading.Lock()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, by id."""
        return tuple(map(self.entry, self._bodies))

    def entry(self, entry_id: str) -> Entry:
        """The entry `entry_id`.

        Raises:
            UnknownEntryError: there is none.
        """
        if entry_id not in self._bodies:
            raise UnknownEntryError(f"there is no entry {entry_id!r:.100}; `postmaster entries list` shows all")
        return self._unpacked(entry_id)

    def entries_called(self, ids: Iterable[str]) -> dict[str, Entry]:
        """The entries with these `ids`, by id in their order; one that is gone is left out."""
        return {entry_id: self._unpacked(entry_id) for entry_id in ids if entry_id in self._bodies}

    def curated(self, entry: Entry) -> RatedEntry:
        """`entry`, one of this edition, with the rates that it has before anybody voted; reckoned once."""
        return self._curated(entry.id)

    def matcher(self) -> Matcher:
        """The matcher over the entries, built when it is first needed."""
        with self._building:
            if self._matcher is None:
                with _without_collector():
                    self._matcher = Matcher(map(unpack, self._profiles), self.entry)
                self._profiles.clear()
            return self._matcher

    def _entry(self, entry_id: str) -> Entry:
        return _unpacked(entry_id, self._bodies[entry_id])

    def _rated(self, entry_id: str) -> RatedEntry:
        return rated_entry(self.entry(entry_id), {})


class Library:
    """Hands out the current edition of the entries in `store`; `clock` gives seconds that only grow."""

    def __init__(self, store: Store, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Read the entries."""
        self._store = store
        self._clock = clock
        self._looking = threading.Lock()
        self._looked_at = clock()
        with store.reading() as session:
            self._edition = _read(session)

    def current(self) -> Edition:
        """The edition that the store held at most a second ago.

        While a newer version of the program takes over and has brought in its entries, it is the last edition that this
        one made.
        """
        with self._looking:
            if self._clock() - self._looked_at >= LOOK_EVERY_S:
                self._looked_at = self._clock()
                self._look()
            return self._edition

    def _look(self) -> None:
        with self._store.reading() as session:
            if entries.version(session) != self._edition.version and entries.made_by(session) == maker():
                self._edition = _read(session)


def _read(session: Session) -> Edition:
    return Edition(entries.version(session), entries.all_stored(session))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python from looking for garbage while much is made of which nothing is, and from ever looking at it again.

    Else collections visit all that was made so far, over and over; later a single one holds up a lookup.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if enabled:
            gc.enable()


def _unpacked(entry_id: str, body: bytes) -> Entry:
    try:
        return Entry.model_validate_json(body)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"]))
        raise StoreError(
            f"the entry {entry_id} in the database is damaged ({field}: {fault['msg']}); restore it from a copy"
        ) from None
