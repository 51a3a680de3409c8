"""What an engine gives: atomic reading and writing of rows, in SQL that every engine understands.

The tables and the statements over them stand once, in the other modules of this folder, and keep to what SQLite and
PostgreSQL share; an engine brings connections, transactions, the schema and its errors in people's words.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, Protocol

__all__ = ["Session", "Store", "Value"]

Value = str | int | None
"""What a column holds."""


class Session(Protocol):
    """One transaction. `?` stands for each value in the SQL."""

    def rows(self, sql: str, *values: Value) -> list[tuple[Any, ...]]:
        """The rows that the query `sql` finds."""

    def change(self, sql: str, *values: Value) -> int:
        """Do what the statement `sql` says; how many rows it changed."""


class Store(Protocol):
    """A database of one schema version, safe to use from any thread and beside other processes.

    Sessions are not nested. What goes wrong in the engine is raised as `StoreError`.
    """

    def reading(self) -> AbstractContextManager[Session]:
        """A consistent view of everything committed before."""

    def writing(self) -> AbstractContextManager[Session]:
        """A transaction that nobody else's writing overlaps: all of it is kept, on stable storage, or nothing is."""

    def close(self) -> None:
        """Let go of the database."""
