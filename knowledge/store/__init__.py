"""Where entries, conversations and votes are kept: a narrow protocol, its engines, and the statements over them."""

from __future__ import annotations

from knowledge.errors import StoreError
from knowledge.store.protocol import Session, Store
from knowledge.store.sqlite import SqliteStore

__all__ = ["Session", "Store", "open_store"]


def open_store(database: str) -> Store:
    """The store in `database`: a SQLite file's path, or `:memory:`.

    Raises:
        StoreError: it cannot be used; the text says why and what to do.
    """
    if "://" in database:
        scheme = database.partition("://")[0]
        raise StoreError(f"no database engine for {scheme}:// in this version; give the path of a SQLite file")
    return SqliteStore(database)
