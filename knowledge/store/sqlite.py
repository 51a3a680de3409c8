"""The SQLite engine: one file in WAL mode, or memory; one connection for each session at work, from a pool."""

from __future__ import annotations

import queue
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from knowledge.store.protocol import Value
from knowledge.store.sqlite_file import MEMORY, bring_up_to_date, connect, copy_from, explained

__all__ = ["SqliteSession", "SqliteStore"]


class SqliteStore:
    """A store in the SQLite file `database`, which is made if there is none, or in memory.

    A commit is on stable storage before it is acknowledged (`synchronous=FULL`).
    """

    def __init__(self, database: str, *, image: Path | None = None) -> None:
        """Open `database`; one in memory may begin as a copy of the file `image`.

        Raises:
            StoreError: the file is damaged, not ours, from a newer version, or cannot be opened or written.
        """
        self._database = database
        self._idle: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        with explained(database):
            connection = connect(database)
            try:
                if image is not None:
                    copy_from(image, connection)
                bring_up_to_date(connection, database)
            except BaseException:
                connection.close()
                raise
        self._idle.put(connection)

    def close(self) -> None:
        """Close all connections that no session uses."""
        while not self._idle.empty():
            self._idle.get().close()

    @contextmanager
    def reading(self) -> Iterator[SqliteSession]:
        """A consistent view of everything committed before."""
        with self._session("BEGIN") as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[SqliteSession]:
        """A transaction that nobody else's writing overlaps: all of it is kept, or nothing is."""
        with self._session("BEGIN IMMEDIATE") as session:
            yield session

    def save_image(self, file: Path) -> None:
        """Write a copy of the database to `file`, which is replaced at once or not at all.

        Raises:
            OSError, sqlite3.Error: it cannot be written.
        """
        draft = file.with_name(f"{file.name}.{id(self):x}")
        connection = self._borrow()
        try:
            with closing(sqlite3.connect(draft)) as copy:
                connection.backup(copy)
            draft.replace(file)
        finally:
            self._idle.put(connection)
            draft.unlink(missing_ok=True)

    @contextmanager
    def _session(self, begin: str) -> Iterator[SqliteSession]:
        with explained(self._database):
            connection = self._borrow()
            try:
                connection.execute(begin)
                yield SqliteSession(connection)
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                self._idle.put(connection)

    def _borrow(self) -> sqlite3.Connection:
        """An idle connection, or a new one if all are at work; a database in memory has one, and the next waits."""
        if self._database == MEMORY:
            return self._idle.get()
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return connect(self._database)


class SqliteSession:
    """One transaction on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work on `connection`, in which a transaction has begun."""
        self._connection = connection

    def rows(self, sql: str, *values: Value) -> list[tuple[Any, ...]]:
        """The rows that the query `sql` finds."""
        return self._connection.execute(sql, values).fetchall()

    def change(self, sql: str, *values: Value) -> int:
        """Do what the statement `sql` says; how many rows it changed."""
        return self._connection.execute(sql, values).rowcount
