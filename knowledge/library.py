"""The entries as the store holds them now, and the matcher over them; another process's changes show within seconds."""

from __future__ import annotations

import threading
import time

from pydantic import ValidationError

from knowledge.errors import InputError, StoreError
from knowledge.match import Matcher
from knowledge.model import Entry
from knowledge.store import Store, entries

__all__ = ["Edition", "Library", "UnknownEntryError"]

_LOOK_EVERY_S = 1.0


class UnknownEntryError(InputError):
    """There is no entry of that id."""


class Edition:
    """The entries of one version of the knowledge, and what matches them."""

    def __init__(self, version: int, known: tuple[Entry, ...]) -> None:
        """Hold the entries `known`, which are version `version`."""
        self.version = version
        self.entries = known
        self._by_id = {entry.id: entry for entry in known}
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

    def matcher(self) -> Matcher:
        """The matcher over the entries, built when it is first needed."""
        with self._building:
            if self._matcher is None:
                self._matcher = Matcher(self.entries)
            return self._matcher


class Library:
    """Hands out the current edition."""

    def __init__(self, store: Store) -> None:
        """Read the entries in `store`.

        Raises:
            StoreError: they do not fit this version of the program.
        """
        self._store = store
        self._looking = threading.Lock()
        self._edition = _read(store)
        self._looked_at = time.monotonic()

    def current(self) -> Edition:
        """The edition that the store held at most a second ago."""
        with self._looking:
            if time.monotonic() - self._looked_at >= _LOOK_EVERY_S:
                self._look()
            return self._edition

    def _look(self) -> None:
        with self._store.reading() as session:
            version = entries.version(session)
        if version != self._edition.version:
            self._edition = _read(self._store)
        self._looked_at = time.monotonic()


def _read(store: Store) -> Edition:
    with store.reading() as session:
        version, bodies = entries.version(session), entries.bodies(session)
    try:
        return Edition(version, tuple(Entry.model_validate_json(body) for body in bodies))
    except ValidationError as error:
        raise StoreError(f"an entry in the database does not fit this version of Postmaster ({error.title})") from None
