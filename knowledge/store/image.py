"""A database in memory <-> a file with a checksum, from which the next one in memory can start."""

from __future__ import annotations

import sqlite3
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

__all__ = ["ImageError", "load", "save"]

_DIGEST_SIZE = sha256().digest_size


class ImageError(Exception):
    """There is no image, it is damaged, or it cannot be written."""


def load(file: Path, connection: sqlite3.Connection) -> None:
    """Make the database of `connection`, which is in memory, what it was when `file` was saved.

    Raises:
        ImageError: `file` is missing, or any byte of it is not as it was saved.
    """
    try:
        data = memoryview(file.read_bytes())  # parts of it are no copies
        digest, image = data[:_DIGEST_SIZE], data[_DIGEST_SIZE:]
        if not image or sha256(image).digest() != digest:
            raise ImageError(f"{file} is damaged")
        connection.deserialize(image)
    except (OSError, sqlite3.Error, AttributeError) as error:  # AttributeError: SQLite was built without it
        raise ImageError(f"{file} cannot be loaded: {error}") from error


def save(connection: sqlite3.Connection, file: Path) -> None:
    """Write the database of `connection` to `file`, which is replaced at once or not at all.

    Raises:
        ImageError: it cannot be written.
    """
    try:
        image = connection.serialize()
        file.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=file.parent) as folder:
            draft = Path(folder, file.name)
            draft.write_bytes(sha256(image).digest() + image)
            draft.replace(file)
    except (OSError, sqlite3.Error, AttributeError) as error:
        raise ImageError(f"{file} cannot be saved: {error}") from error
