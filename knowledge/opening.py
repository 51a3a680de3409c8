"""Opening the database with the shipped entries in it; one in memory starts from an image of the last time."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from knowledge import shipped
from knowledge.errors import StoreError
from knowledge.library import Library
from knowledge.store import Store, open_store
from knowledge.store.sqlite import SqliteStore
from knowledge.store.sqlite_file import MEMORY

__all__ = ["store_and_library"]


def store_and_library(database: str, folder: Path) -> tuple[Store, Library]:
    """The store in `database` with the entries of the files below `folder`, and the library over it.

    Raises:
        StoreError: the database cannot be used.
        EntryError: entries have faults.
    """
    if database == MEMORY:
        return _in_memory(folder)
    store = open_store(database)
    try:
        shipped.load(store, folder)
        return store, _library(store, folder)
    except BaseException:
        store.close()
        raise


def _library(store: Store, folder: Path) -> Library:
    try:
        return Library(store)
    except StoreError:  # an unchanged file, read by another version of the program
        shipped.load_afresh(store, folder)
        return Library(store)


def _in_memory(folder: Path) -> tuple[Store, Library]:
    """As above in memory. An image that is missing, damaged, or cannot be written costs time and nothing else."""
    image = _image(folder)
    with suppress(OSError, sqlite3.Error, StoreError):
        store = SqliteStore(MEMORY, image=image)
        if not shipped.load(store, folder):
            return store, Library(store)
    store = SqliteStore(MEMORY)
    shipped.load(store, folder)
    with suppress(OSError, sqlite3.Error, StoreError):
        image.parent.mkdir(parents=True, exist_ok=True)
        store.save_image(image)
    return store, Library(store)


def _image(folder: Path) -> Path:
    """Where the image of `folder`'s entries is kept."""
    name = sha256(str(folder.absolute()).encode("utf-8", "replace")).hexdigest()[:16]
    return user_cache_path("postmaster") / f"entries-{name}.sqlite3"
