"""Rows of what is known: entries, and the files that the shipped ones came from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from knowledge.store.protocol import Session

__all__ = ["EVERYBODY", "ShippedFile", "bodies", "forget_files", "put_shipped", "shipped_files", "version"]

EVERYBODY = ""
"""The team of entries that every team sees."""


class ShippedFile(NamedTuple):
    """A knowledge file as it was when its entry was last read from it."""

    path: str
    """Below the folder of all of them."""
    size: int
    """Bytes."""
    mtime_ns: int
    """When it was last written, nanoseconds since 1970."""
    entry_id: str


def version(session: Session) -> int:
    """A number that grows with every change of entries."""
    ((value,),) = session.rows("SELECT value FROM counters WHERE name = 'knowledge'")
    return int(value)


def bodies(session: Session) -> list[tuple[str, str]]:
    """Id and JSON of each shipped entry, by id."""
    rows = session.rows("SELECT id, body FROM entries WHERE team = ? ORDER BY id", EVERYBODY)
    return [(entry_id, body) for entry_id, body in rows]


def shipped_files(session: Session) -> list[ShippedFile]:
    """The files that the shipped entries were read from."""
    return [ShippedFile(*row) for row in session.rows("SELECT path, size, mtime_ns, entry_id FROM shipped_files")]


def put_shipped(session: Session, files: Iterable[ShippedFile], changed: dict[str, str]) -> None:
    """Make `files` all the files there are, with the JSON of `changed` entries by id; other entries stay or go."""
    current = list(files)
    kept = {file.entry_id for file in current}
    stored = [entry_id for (entry_id,) in session.rows("SELECT id FROM entries WHERE team = ?", EVERYBODY)]
    changes = sum(_put_entry(session, entry_id, body) for entry_id, body in changed.items())
    changes += sum(_drop_entry(session, entry_id) for entry_id in stored if entry_id not in kept)
    forget_files(session)
    for file in current:
        session.change("INSERT INTO shipped_files (path, size, mtime_ns, entry_id) VALUES (?, ?, ?, ?)", *file)
    if changes:
        session.change("UPDATE counters SET value = value + 1 WHERE name = 'knowledge'")


def forget_files(session: Session) -> None:
    """Take every shipped file for one that was never read."""
    session.change("DELETE FROM shipped_files")


def _put_entry(session: Session, entry_id: str, body: str) -> int:
    """1 if that changed anything, else 0."""
    return session.change(
        """INSERT INTO entries (team, id, body) VALUES (?, ?, ?)
           ON CONFLICT (team, id) DO UPDATE SET body = excluded.body WHERE entries.body <> excluded.body""",
        EVERYBODY,
        entry_id,
        body,
    )


def _drop_entry(session: Session, entry_id: str) -> int:
    return session.change("DELETE FROM entries WHERE team = ? AND id = ?", EVERYBODY, entry_id)
