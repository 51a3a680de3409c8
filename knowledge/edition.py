"""The entries of one version of the knowledge, everybody's or a team's, and the matcher over them."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import ValidationError

from knowledge.collector import no_collections
from knowledge.errors import StoreError, UnknownEntryError
from knowledge.heading import Heading, heading
from knowledge.match import Matcher, unpack
from knowledge.model import Entry
from knowledge.rating import RatedEntry, rated_entry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from knowledge.store.entries import StoredEntry

__all__ = ["Edition", "ShippedEdition"]

_KEPT = 2_048
"""Entries that are kept unpacked."""


class Edition(ABC):
    """Entries, and what matches them; it never changes."""

    def __init__(self) -> None:
        """Nothing is made before it is needed."""
        self._rated = lru_cache(maxsize=_KEPT)(lambda entry_id: rated_entry(self.entry(entry_id), {}))
        self._matcher: Matcher | None = None
        self._building = threading.Lock()

    @property
    @abstractmethod
    def ids(self) -> Collection[str]:
        """The ids of all entries, in order."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, by id."""
        return tuple(map(self._found, self.ids))

    @property
    @abstractmethod
    def headings(self) -> Collection[Heading]:
        """What lists show of all entries, by id."""

    @abstractmethod
    def __contains__(self, entry_id: str) -> bool:
        """Whether there is an entry `entry_id`."""

    def entry(self, entry_id: str) -> Entry:
        """The entry `entry_id`.

        Raises:
            UnknownEntryError: there is none.
        """
        if entry_id not in self:
            raise UnknownEntryError(f"there is no entry {entry_id!r:.100}; `postmaster entries list` shows all")
        return self._found(entry_id)

    def entries_called(self, ids: Iterable[str]) -> dict[str, Entry]:
        """The entries with these `ids`, by id in their order; one that is gone is left out."""
        return {entry_id: self._found(entry_id) for entry_id in ids if entry_id in self}

    def curated(self, entry: Entry) -> RatedEntry:
        """`entry`, one of this edition, with the rates that it has before anybody voted; reckoned once."""
        return self._rated(entry.id)

    def matcher(self) -> Matcher:
        """The matcher over the entries, built when it is first needed."""
        with self._building:
            if self._matcher is None:
                self._matcher = self._built()
            return self._matcher

    def extended(self, entries: Iterable[Entry]) -> Edition:
        """This edition with a team's `entries`, which take the place of those with the same id; itself without any."""
        own = tuple(entries)
        return _TeamEdition(self, own) if own else self

    @abstractmethod
    def _found(self, entry_id: str) -> Entry:
        """The entry `entry_id`, which there is."""

    @abstractmethod
    def _built(self) -> Matcher:
        """A matcher over the entries."""


class ShippedEdition(Edition):
    """Everybody's entries. One is unpacked when it is asked for: of thousands, an answer needs five."""

    def __init__(self, stored: Iterable[StoredEntry]) -> None:
        """Hold the entries `stored`, which come in the order of their ids."""
        super().__init__()
        self._bodies: dict[str, bytes] = {}
        self._profiles: list[str] = []
        self._headings: tuple[Heading, ...] = ()
        for entry in stored:
            self._bodies[entry.id] = entry.body.encode()  # half of what the text takes
            self._profiles.append(entry.profile)
        self._unpacked = lru_cache(maxsize=_KEPT)(lambda entry_id: _unpacked(entry_id, self._bodies[entry_id]))

    @property
    def ids(self) -> Collection[str]:
        """The ids of all entries, in order."""
        return self._bodies.keys()

    @property
    def headings(self) -> Collection[Heading]:
        """What lists show of all entries, by id."""
        self.matcher()
        return self._headings

    def __contains__(self, entry_id: str) -> bool:
        """Whether there is an entry `entry_id`."""
        return entry_id in self._bodies

    def _found(self, entry_id: str) -> Entry:
        return self._unpacked(entry_id)

    def _built(self) -> Matcher:
        with no_collections():
            profiles = [unpack(packed) for packed in self._profiles]
            self._profiles.clear()
            self._headings = tuple(profile.heading for profile in profiles)
            return Matcher.over(profiles, self.entry)


class _TeamEdition(Edition):
    """A team's own entries above another edition, of which nothing is copied or made again."""

    def __init__(self, below: Edition, own: Sequence[Entry]) -> None:
        """Put `own` above what is in `below`."""
        super().__init__()
        self._below = below
        self._own = {entry.id: entry for entry in own}

    @property
    def ids(self) -> Collection[str]:
        """The ids of all entries, in order."""
        return sorted({*self._below.ids, *self._own})

    @property
    def headings(self) -> Collection[Heading]:
        """What lists show of all entries, by id."""
        by_id = {one.id: one for one in (*self._below.headings, *map(heading, self._own.values()))}
        return [by_id[entry_id] for entry_id in sorted(by_id)]

    def __contains__(self, entry_id: str) -> bool:
        """Whether there is an entry `entry_id`."""
        return entry_id in self._own or entry_id in self._below

    def curated(self, entry: Entry) -> RatedEntry:
        """`entry`, one of this edition, with the rates that it has before anybody voted; reckoned once."""
        return super().curated(entry) if entry.id in self._own else self._below.curated(entry)

    def _found(self, entry_id: str) -> Entry:
        return self._own.get(entry_id) or self._below.entry(entry_id)

    def _built(self) -> Matcher:
        taught = {(entry.id, wording) for entry in self._own.values() for wording in self._taught(entry)}
        return self._below.matcher().extended(self._own.values(), self.entry, taught=taught)

    def _taught(self, entry: Entry) -> set[str]:
        """The wordings of `entry` that the entry below with its id, if there is one, does not have."""
        replaced = self._below.entries_called([entry.id]).values()
        return set(entry.signatures).difference(*(one.signatures for one in replaced))


def _unpacked(entry_id: str, body: bytes) -> Entry:
    try:
        return Entry.model_validate_json(body)
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"]))
        raise StoreError(
            f"the entry {entry_id} in the database is damaged ({field}: {fault['msg']}); restore it from a copy"
        ) from None
