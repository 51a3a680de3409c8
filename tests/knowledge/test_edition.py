"""An edition hands out its entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.base import KnowledgeBase
from knowledge.editions import Library
from knowledge.errors import StoreError, UnknownEntryError
from knowledge.heading import heading
from knowledge.opening import open_database

ENTRY = "communication/smtp-535-authentication-credentials-invalid"


def test_what_lists_show_is_what_the_entries_say(knowledge: KnowledgeBase) -> None:
    assert list(knowledge.headings()) == [heading(entry) for entry in knowledge.entries()]
    assert [one.title for one in knowledge.headings()] == [entry.title for entry in knowledge.entries()]


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
