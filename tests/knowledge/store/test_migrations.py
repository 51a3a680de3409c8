"""The steps that led to the tables."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from knowledge.errors import StoreError
from knowledge.store import migrations, open_store, sqlite_file
from knowledge.store.migrations import MIGRATIONS
from knowledge.store.sqlite_file import SCHEMA_VERSION


def test_the_schema_version_counts_the_steps() -> None:
    assert len(MIGRATIONS.pending(Database(memory=True))) == SCHEMA_VERSION


def test_every_key_of_team_data_begins_with_the_team() -> None:
    database = Database(memory=True)
    MIGRATIONS.apply(database)
    without_team = {"counters", "shipped_files", "_sqlite_migrations", "sqlite_sequence"}
    keys = {table.name: table.pks for table in database.tables if table.name not in without_team}
    assert len(keys) == 17
    assert {name for name, key in keys.items() if key[0] != "team"} == set()


def test_a_step_that_fails_leaves_the_database_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "postmaster.db"
    open_store(str(file)).close()
    steps = Migrations("postmaster")
    steps(name="first_tables")(migrations.first_tables)

    @steps()
    def second_step(database: Database) -> None:
        database.execute("DROP TABLE entries")
        raise sqlite3.OperationalError("interrupted")

    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    monkeypatch.setattr(sqlite_file, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        open_store(str(file))
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM entries").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_an_older_database_is_brought_up_to_date_and_keeps_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "postmaster.db"
    store = open_store(str(file))
    with store.writing() as session:
        session.change("INSERT INTO counters (name, value) VALUES ('kept', 7)")
    store.close()
    steps = Migrations("postmaster")
    steps(name="first_tables")(migrations.first_tables)
    steps(name="next")(lambda database: database.table("counters").add_column("note", str))
    with monkeypatch.context() as newer:
        newer.setattr(migrations, "MIGRATIONS", steps)
        newer.setattr(sqlite_file, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
        store = open_store(str(file))
        with store.reading() as session:
            assert session.rows("SELECT value, note FROM counters WHERE name = 'kept'") == [(7, None)]
        store.close()
    with pytest.raises(StoreError, match="newer version"):
        open_store(str(file))


def test_processes_that_open_a_new_file_together_all_succeed(tmp_path: Path) -> None:
    program = "import sys; from knowledge.store import open_store; open_store(sys.argv[1]).close()"
    arguments = [sys.executable, "-c", program, str(tmp_path / "postmaster.db")]
    processes = [subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    assert [process.communicate()[1] for process in processes] == [""] * 4
