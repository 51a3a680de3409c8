"""Rows of what is known: entries, and the files that the shipped ones came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from knowledge.store.protocol import Session

__all__ = [
    "EVERYBODY",
    "ShippedFile",
    "StoredEntry",
    "all_stored",
    "count",
    "forget_files",
    "made_by",
    "put_shipped",
    "shipped_files",
    "team_version",
    "version",
]

EVERYBODY = ""
"""The team of entries that every team sees."""
_PAGE = "SELECT id, body, profile FROM entries WHERE team = ? AND id > ? ORDER BY id LIMIT 500"


class ShippedFile(NamedTuple):
    """A knowledge file as it was when its entry was last read from it."""

    path: str
    """Below the folder of all of them."""
    digest: str
    """Of what was in it: SHA-256, in hexadecimal."""
    entry_id: str


class StoredEntry(NamedTuple):
    """An entry as it is kept."""

    id: str
    body: str
    """The whole of it, as JSON."""
    profile: str
    """What matching needs of it, as JSON."""


def version(session: Session) -> int:
    """A number that grows with every change of entries."""
    return _counter(session, "knowledge")


def team_version(session: Session, team: str) -> int:
    """A number that grows with every change of what `team` taught; 0 before there is anything."""
    return next((int(number) for (number,) in session.rows("SELECT version FROM editions WHERE team = ?", team)), 0)


def made_by(session: Session) -> int:
    """The number of the code that made the stored entries; 0 before there are any."""
    return _counter(session, "maker")


def all_stored(session: Session) -> Iterator[StoredEntry]:
    """Each shipped entry, by id; a few at a time, so that not all their texts are in memory at once."""
    last = ""
    while page := session.rows(_PAGE, EVERYBODY, last):
        yield from map(StoredEntry._make, page)
        last = page[-1][0]


def count(session: Session) -> int:
    """How many shipped entries there are."""
    ((value,),) = session.rows("SELECT COUNT(*) FROM entries WHERE team = ?", EVERYBODY)
    return int(value)


def shipped_files(session: Session) -> list[ShippedFile]:
    """The files that the shipped entries were read from."""
    return [ShippedFile(*row) for row in session.rows("SELECT path, digest, entry_id FROM shipped_files")]


def put_shipped(session: Session, files: Iterable[ShippedFile], changed: Iterable[StoredEntry], *, maker: int) -> None:
    """Make `files` all the files there are, with the `changed` entries, made by `maker`; other entries stay or go."""
    current = list(files)
    kept = {file.entry_id for file in current}
    stored = [entry_id for (entry_id,) in session.rows("SELECT id FROM entries WHERE team = ?", EVERYBODY)]
    changes = sum(_put_entry(session, entry) for entry in changed)
    changes += sum(_drop_entry(session, entry_id) for entry_id in stored if entry_id not in kept)
    changes += session.change("UPDATE counters SET value = ? WHERE name = 'maker' AND value <> ?", maker, maker)
    forget_files(session)
    for file in current:
        session.change("INSERT INTO shipped_files (path, digest, entry_id) VALUES (?, ?, ?)", *file)
    if changes:
        session.change("UPDATE counters SET value = value + 1 WHERE name = 'knowledge'")


def forget_files(session: Session) -> None:
    """Take every shipped file for one that was never read."""
    session.change("DELETE FROM shipped_files")


def _counter(session: Session, name: str) -> int:
    ((value,),) = session.rows("SELECT value FROM counters WHERE name = ?", name)
    return int(value)


def _put_entry(session: Session, entry: StoredEntry) -> int:
    """1 if that changed anything, else 0."""
    return session.change(
        """INSERT INTO entries (team, id, body, profile) VALUES (?, ?, ?, ?)
           ON CONFLICT (team, id) DO UPDATE SET body = excluded.body, profile = excluded.profile
           WHERE entries.body <> excluded.body OR entries.profile <> excluded.profile""",
        EVERYBODY,
        *entry,
    )


def _drop_entry(session: Session, entry_id: str) -> int:
    return session.change("DELETE FROM entries WHERE team = ? AND id = ?", EVERYBODY, entry_id)
