"""Opening a SQLite file: is it ours, is it current, and what to tell people when it is not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.errors import StoreError

__all__ = ["MEMORY", "SCHEMA_VERSION", "bring_up_to_date", "connect", "explained"]

MEMORY = ":memory:"
"""The name of a database that lives as long as its store."""
SCHEMA_VERSION = 5
"""How many steps (migrations.py) led to the tables that this program works with."""

_APPLICATION_ID = 0x504D5354
"""Marks a SQLite file as Postmaster's own: "PMST" (https://sqlite.org/fileformat.html, section 1.3.12)."""
_PATIENCE_S = 20.0
"""How long a session waits for others to finish writing."""
_ADVICE = {
    sqlite3.SQLITE_NOTADB: "is no SQLite database; move it away or name another file in POSTMASTER_DB",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore a backup, or move it away to start with an empty one",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that the folder exists and may be written",
    sqlite3.SQLITE_READONLY: "cannot be written; check its permissions and those of its folder",
    sqlite3.SQLITE_PERM: "cannot be opened; check its permissions and those of its folder",
    sqlite3.SQLITE_FULL: "cannot grow; the disk is full",
    sqlite3.SQLITE_BUSY: "is locked by another program; stop that program and try again",
    sqlite3.SQLITE_PROTOCOL: "is locked by another program; stop that program and try again",
    sqlite3.SQLITE_ERROR: "lacks what belongs into it; restore a backup, or move it away to start with an empty one",
    sqlite3.SQLITE_IOERR: "cannot be read or written; check the disk",
}
"""What is wrong and what to do, by SQLite's primary result code (https://sqlite.org/rescode.html)."""

_PRIMARY_CODE = 0xFF


@contextmanager
def explained(database: str) -> Iterator[None]:
    """Raise what goes wrong with the file `database` as `StoreError`; mistakes of the program stay what they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        advice = _ADVICE.get(_code(error))
        if advice is None:
            raise
        raise StoreError(f"the database {database} {advice} ({error})") from error


def _code(error: sqlite3.DatabaseError) -> int:
    """SQLite's primary result code; for text that is not UTF-8, which Python finds and not SQLite, that of damage."""
    if isinstance(error, sqlite3.OperationalError) and "decode" in str(error):
        return sqlite3.SQLITE_CORRUPT
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_MISUSE) & _PRIMARY_CODE


def connect(database: str) -> sqlite3.Connection:
    """A connection that any one thread at a time may use and that begins no transaction by itself.

    Raises:
        StoreError: `database` is a folder, or the file cannot be made.
    """
    if database != MEMORY:
        _make_file(Path(database))
    connection = sqlite3.connect(database, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def _make_file(path: Path) -> None:
    """Make an empty file that only its owner can read, if there is none."""
    try:
        if path.is_dir():
            raise StoreError(f"the database {path} is a folder; name a file in it, such as {path / 'postmaster.db'}")
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(
            f"the database {path} cannot be opened ({error.strerror}); check the path and the permissions on its way"
        ) from error


def bring_up_to_date(connection: sqlite3.Connection, database: str) -> None:
    """Give the database the tables of this version: none, if it has them.

    Raises:
        StoreError: it belongs to another program or a newer version.
    """
    if _version(connection, database) == SCHEMA_VERSION:
        connection.execute("BEGIN IMMEDIATE")  # a file that cannot be written fails here and not at the first vote
        connection.execute("ROLLBACK")
        return
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        _migrate(connection)  # does nothing if another process did it while this one waited
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _version(connection: sqlite3.Connection, database: str) -> int:
    """How many steps the database has had; 0 if it is empty."""
    ((tables,),) = connection.execute("SELECT COUNT(*) FROM sqlite_master")
    ((application,),) = connection.execute("PRAGMA application_id")
    ((version,),) = connection.execute("PRAGMA user_version")
    if tables and application != _APPLICATION_ID:
        raise StoreError(f"the database {database} belongs to another program; name another file in POSTMASTER_DB")
    if version > SCHEMA_VERSION:
        raise StoreError(f"the database {database} is from a newer version of Postmaster; update Postmaster")
    return int(version)


def _migrate(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database  # noqa: PLC0415 - takes 0.1 s, which a start with current tables saves

    from knowledge.store.migrations import MIGRATIONS  # noqa: PLC0415 - as above

    MIGRATIONS.apply(Database(connection))
    connection.execute(f"PRAGMA application_id={_APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
