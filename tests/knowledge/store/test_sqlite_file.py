"""A database file that cannot be used: one line that says what is wrong and what to do, and the file as it was."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from knowledge.errors import StoreError
from knowledge.store import Store, open_store
from knowledge.store.sqlite_file import SCHEMA_VERSION

NOBODY = 65_534


def refusal(database: str | Path) -> str:
    """What people are told when `database` is opened."""
    with pytest.raises(StoreError) as raised:
        open_store(str(database))
    message = str(raised.value)
    assert "\n" not in message
    assert str(database) in message
    return message


def made(path: Path) -> Path:
    """A database of ours at `path`."""
    open_store(str(path)).close()
    return path


def change(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("This is not a database, and it is precious. " * 50)
    before = file.read_bytes()
    assert "is no SQLite database; move it away or name another file" in refusal(file)
    assert file.read_bytes() == before


def test_a_truncated_database_is_refused_and_kept(tmp_path: Path) -> None:
    file = made(tmp_path / "postmaster.db")
    file.write_bytes(file.read_bytes()[:6_000])
    before = file.read_bytes()
    assert "is damaged; restore a backup" in refusal(file)
    assert file.read_bytes() == before


def test_another_programs_database_is_refused_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    change(file, "CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)")
    before = file.read_bytes()
    assert "belongs to another program" in refusal(file)
    assert file.read_bytes() == before


def test_a_database_from_a_newer_version_is_refused_and_kept(tmp_path: Path) -> None:
    file = made(tmp_path / "postmaster.db")
    change(file, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = file.read_bytes()
    assert "is from a newer version of Postmaster; update Postmaster" in refusal(file)
    assert file.read_bytes() == before


def test_a_database_that_lost_a_table_says_so_when_it_is_used(tmp_path: Path) -> None:
    file = made(tmp_path / "postmaster.db")
    change(file, "DROP TABLE counters")
    store = open_store(str(file))
    with pytest.raises(StoreError, match="lacks what belongs into it"), store.reading() as session:
        session.rows("SELECT * FROM counters")
    store.close()


def test_text_that_is_damaged_on_the_disk_says_so_when_it_is_read(tmp_path: Path) -> None:
    file = made(tmp_path / "postmaster.db")
    change(file, "UPDATE counters SET name = CAST(x'ff' AS TEXT) WHERE name = 'knowledge'")
    store = open_store(str(file))
    with pytest.raises(StoreError, match="is damaged; restore a backup"), store.reading() as session:
        session.rows("SELECT name FROM counters")
    store.close()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder; name a file in it" in refusal(tmp_path)


def test_a_path_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be opened" in refusal(tmp_path / "file" / "postmaster.db")


@contextmanager
def without_privileges() -> Iterator[Path]:
    """A new folder, in a body that is not root even where the tests run as root, so that permissions hold."""
    user = os.geteuid()
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        made(Path(folder) / "postmaster.db").chmod(0o444)
        if user == 0:
            os.seteuid(NOBODY)
        else:
            Path(folder).chmod(0o555)
        try:
            yield Path(folder)
        finally:
            os.seteuid(user)
            Path(folder).chmod(0o755)


def test_a_file_that_cannot_be_written_is_refused_at_once() -> None:
    with without_privileges() as folder:
        assert "cannot be written; check its permissions" in refusal(folder / "postmaster.db")


def test_a_folder_that_cannot_be_written_is_refused_at_once() -> None:
    with without_privileges() as folder:
        assert "cannot be opened (Permission denied); check the path" in refusal(folder / "new.db")


def test_a_missing_folder_is_made_and_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    file = made(tmp_path / "var" / "lib" / "postmaster.db")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    file = tmp_path / "postmaster.db"
    file.touch()
    made(file)
    assert file.read_bytes().startswith(b"SQLite format 3")


def test_a_url_without_an_engine_is_refused_and_makes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match="no database engine for mysql://"):
        open_store("mysql://user:secret@host/db")
    assert list(tmp_path.iterdir()) == []


def test_every_commit_is_on_stable_storage_and_readers_do_not_wait(tmp_path: Path) -> None:
    store: Store = open_store(str(tmp_path / "postmaster.db"))
    with store.reading() as session:
        assert session.rows("PRAGMA synchronous") == [(2,)]  # FULL
        assert session.rows("PRAGMA journal_mode") == [("wal",)]
        assert session.rows("SELECT value FROM counters WHERE name = 'knowledge'") == [(0,)]
        with store.writing() as other:
            other.change("UPDATE counters SET value = 5")
        assert session.rows("SELECT value FROM counters WHERE name = 'knowledge'") == [(0,)]
    store.close()
