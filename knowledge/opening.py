"""Opening the database with the shipped entries in it; one in memory starts from an image of the last time."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_cache_path

from knowledge import shipped
from knowledge.editions import Library
from knowledge.errors import StoreError
from knowledge.services.taught import taught
from knowledge.store import Store, open_store
from knowledge.store.image import ImageError
from knowledge.store.sqlite import SqliteStore
from knowledge.store.sqlite_file import MEMORY

__all__ = ["Opened", "image_of", "open_database"]


_KEPT = 4
"""How many images are kept: those of the folders that were opened last."""


class Opened(NamedTuple):
    """A database ready for use."""

    store: Store
    library: Library


def open_database(database: str, folder: Path) -> Opened:
    """The store in `database` with the entries of the files below `folder`.

    Raises:
        StoreError: the database cannot be used.
        EntryError: entries have faults.
    """
    if database == MEMORY:
        return _open_in_memory(folder)
    return _stocked(open_store(database), folder)


def image_of(folder: Path) -> Path:
    """Where the image of a database with `folder`'s entries is kept, for the next start in memory."""
    name = sha256(str(folder.absolute()).encode("utf-8", "replace")).hexdigest()[:16]
    return user_cache_path("postmaster") / f"entries-{name}.image"


def _open_in_memory(folder: Path) -> Opened:
    """As above in memory; an image that is missing, damaged, or cannot be written costs time and nothing else."""
    image = image_of(folder)
    with suppress(ImageError, StoreError):
        opened = _stocked(SqliteStore(MEMORY, start_from=image), folder, image=image)
        with suppress(OSError):
            os.utime(image)
        return opened
    return _stocked(SqliteStore(MEMORY), folder, image=image)


def _stocked(store: Store, folder: Path, *, image: Path | None = None) -> Opened:
    """`store` with the entries of `folder`; closed again if that fails. What had to be read goes into `image` too."""
    try:
        changed = shipped.load(store, folder)
        library = Library(store, taught=taught)
    except BaseException:
        store.close()
        raise
    if changed and image is not None and isinstance(store, SqliteStore):
        with suppress(ImageError, OSError):
            store.save_image(image)
            _forget_oldest(image.parent)
    return Opened(store, library)


def _forget_oldest(folder: Path) -> None:
    """Remove the images in `folder` that were not used for longest: of checkouts that are gone, above all."""
    images = sorted(folder.glob("*.image"), key=lambda image: image.stat().st_mtime, reverse=True)
    for image in images[_KEPT:]:
        image.unlink(missing_ok=True)
