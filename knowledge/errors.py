"""What can go wrong in `knowledge`, named for what the caller can do about it.

KnowledgeError           anything below; its text is one line for people: what is wrong and what to do
├── EntryError           a knowledge file has faults; each names file, line and field
├── StoreError           the database cannot be used: damaged, not writable, from a newer version
└── InputError           what a person gave cannot be read: not text, not JSON, not a message
    └── UnknownEntryError  there is no entry of that id
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["EntryError", "InputError", "KnowledgeError", "StoreError", "UnknownEntryError"]


class KnowledgeError(Exception):
    """Base of all errors that this package raises on purpose."""


class EntryError(KnowledgeError):
    """One or more faults in knowledge files; `faults` holds one line each, as `file:line: field: what is wrong`."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        more = len(self.faults) - 1
        super().__init__(self.faults[0] + (f"; and {more} more: postmaster entries check" if more else ""))


class StoreError(KnowledgeError):
    """The database cannot be used."""


class InputError(KnowledgeError):
    """What a person gave cannot be read."""


class UnknownEntryError(InputError):
    """There is no entry of that id."""
