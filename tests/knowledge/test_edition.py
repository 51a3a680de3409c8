"""The current edition."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.errors import StoreError, UnknownEntryError
from knowledge.library import LOOK_EVERY_S, Library
from knowledge.opening import open_database

ENTRY = "communication/smtp-535-authentication-credentials-invalid"


def test_what_another_process_brings_in_shows_within_a_second(few: Path, tmp_path: Path) -> None:
    database, seconds = str(tmp_path / "postmaster.db"), [0.0]
    here, _ = open_database(database, few)
    library = Library(here, clock=lambda: seconds[0])
    first = library.current()
    empty = tmp_path / "empty"
    empty.mkdir()
    there, _ = open_database(database, empty)
    assert library.current() is first
    seconds[0] = LOOK_EVERY_S
    assert library.current().entries == ()
    here.close()
    there.close()


def test_an_edition_and_its_matcher_stay_while_nothing_changes(few: Path, tmp_path: Path) -> None:
    seconds = [0.0]
    store, _ = open_database(str(tmp_path / "postmaster.db"), few)
    library = Library(store, clock=lambda: seconds[0])
    edition, matcher = library.current(), library.current().matcher()
    seconds[0] = 10 * LOOK_EVERY_S
    assert library.current() is edition
    assert library.current().matcher() is matcher
    store.close()


def test_a_changed_entry_is_the_one_that_is_handed_out(few: Path, tmp_path: Path) -> None:
    database, seconds = str(tmp_path / "postmaster.db"), [0.0]
    folder = Path(shutil.copytree(few, tmp_path / "entries"))
    here, _ = open_database(database, folder)
    library = Library(here, clock=lambda: seconds[0])
    (path,) = folder.rglob("*.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("fix_rate: 0.90", "fix_rate: 0.5"), encoding="utf-8")
    there, _ = open_database(database, folder)
    seconds[0] = LOOK_EVERY_S
    assert library.current().entry(ENTRY).fix_rate == 0.5
    here.close()
    there.close()


def test_a_newer_version_of_the_program_leaves_the_older_one_at_work(few: Path, tmp_path: Path) -> None:
    seconds = [0.0]
    store, _ = open_database(str(tmp_path / "postmaster.db"), few)
    library = Library(store, clock=lambda: seconds[0])
    edition = library.current()
    with store.writing() as session:
        session.change("UPDATE entries SET body = ?", '{"new": "field"}')
        session.change("UPDATE counters SET value = value + 1")  # the knowledge, and who made it
    seconds[0] = LOOK_EVERY_S
    assert library.current() is edition
    assert edition.entry(ENTRY).id == ENTRY
    store.close()


def test_an_entry_that_somebody_damaged_is_named(few: Path, tmp_path: Path) -> None:
    store, _ = open_database(str(tmp_path / "postmaster.db"), few)
    with store.writing() as session:
        session.change("UPDATE entries SET body = ?", '{"new": "field"}')
    with pytest.raises(StoreError, match=f"the entry {ENTRY} in the database is damaged"):
        Library(store).current().entry(ENTRY)
    store.close()


def test_an_unknown_id_is_cut_in_the_message(few: Path) -> None:
    store, library = open_database(":memory:", few)
    with pytest.raises(UnknownEntryError) as raised:
        library.current().entry("x" * 10_000)
    assert len(str(raised.value)) < 200
    store.close()
