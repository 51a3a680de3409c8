"""The SQLite engine: one file in WAL mode, or memory; one connection for each session at work, from a pool."""

from __future__ import annotations

import queue
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from knowledge.errors import StoreError
from knowledge.store import image
from knowledge.store.protocol import Value
from knowledge.store.sqlite_file import MEMORY, bring_up_to_date, connect, explained

__all__ = ["SqliteSession", "SqliteStore"]


class SqliteStore:
    """A store in the SQLite file `database`, which is made if there is none, or in memory.

    A commit is on stable storage before it is acknowledged (`synchronous=FULL`).
    """

    def __init__(self, database: str, *, start_from: Path | None = None) -> None:
        """Open `database`; one in memory may start from the image file `start_from`.

        Raises:
            StoreError: the file is damaged, not ours, from a newer version, or cannot be opened or written.
            ImageError: there is no such image, or it is damaged.
        """
        self._database = database
        self._closed = False
        self._writer = threading.Lock()
        self._idle: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        with explained(database):
            connection = connect(database)
            try:
                if start_from is not None:
                    image.load(start_from, connection)
                bring_up_to_date(connection, database)
            except BaseException:
                connection.close()
                raise
        self._idle.put(connection)

    def close(self) -> None:
        """Close every connection: idle ones now, those at work when they are done."""
        self._closed = True
        while not self._idle.empty():
            self._idle.get().close()

    @contextmanager
    def reading(self) -> Iterator[SqliteSession]:
        """A consistent view of everything committed before."""
        with self._session("BEGIN") as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[SqliteSession]:
        """A transaction that nobody else's writing overlaps: all of it is kept, or nothing is.

        The threads of one process queue for it in turn: SQLite's own waiting is a poll, in which some starve.
        """
        with self._writer, self._session("BEGIN IMMEDIATE") as session:
            yield session

    def save_image(self, file: Path) -> None:
        """Keep the database, as it is now, in `file` for the next one in memory.

        Raises:
            ImageError: it cannot be written.
        """
        with self._connection() as connection:
            image.save(connection, file)

    @contextmanager
    def _session(self, begin: str) -> Iterator[SqliteSession]:
        with explained(self._database), self._connection() as connection:
            connection.execute(begin)
            try:
                yield SqliteSession(connection)
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """An idle connection, or a new one if all are at work; a database in memory has one, and the next waits."""
        if self._closed:
            raise StoreError(f"the database {self._database} is closed")
        connection = self._idle.get() if self._database == MEMORY else self._idle_or_new()
        try:
            yield connection
        finally:
            self._idle.put(connection)
            if self._closed:
                self.close()

    def _idle_or_new(self) -> sqlite3.Connection:
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
