"""Entries in the store, and the files they came from."""

from __future__ import annotations

from knowledge.store import Store, entries
from knowledge.store.entries import ShippedFile, StoredEntry

A = ShippedFile("f/a.yaml", "a1", "communication/a")
B = ShippedFile("f/b.yaml", "b1", "communication/b")


def put(store: Store, files: list[ShippedFile], changed: dict[str, str], *, maker: int = 1) -> int:
    """The version of the knowledge after that."""
    with store.writing() as session:
        entries.put_shipped(session, files, [StoredEntry(*one, "[]") for one in changed.items()], maker=maker)
        return entries.version(session)


def stored(store: Store) -> list[tuple[str, str]]:
    with store.reading() as session:
        return [(entry.id, entry.body) for entry in entries.all_stored(session)]


def test_entries_are_returned_by_id_and_files_as_they_were(store: Store) -> None:
    put(store, [B, A], {B.entry_id: "{b}", A.entry_id: "{a}"})
    assert stored(store) == [(A.entry_id, "{a}"), (B.entry_id, "{b}")]
    with store.reading() as session:
        assert sorted(entries.shipped_files(session)) == [A, B]


def test_an_entry_without_file_goes_and_others_stay(store: Store) -> None:
    put(store, [A, B], {A.entry_id: "{a}", B.entry_id: "{b}"})
    put(store, [B], {})
    assert stored(store) == [(B.entry_id, "{b}")]


def test_the_version_moves_with_every_real_change_and_only_then(store: Store) -> None:
    first = put(store, [A], {A.entry_id: "{a}"})
    assert put(store, [A._replace(digest="a2")], {A.entry_id: "{a}"}) == first
    second = put(store, [A], {A.entry_id: "{new}"})
    assert second > first
    assert put(store, [], {}) > second


def test_what_another_version_of_the_program_made_is_a_change_too(store: Store) -> None:
    first = put(store, [A], {A.entry_id: "{a}"})
    assert put(store, [A], {A.entry_id: "{a}"}, maker=2) > first
    with store.reading() as session:
        assert entries.made_by(session) == 2


def test_a_file_whose_id_changed_leaves_no_entry_of_the_old_id(store: Store) -> None:
    put(store, [A], {A.entry_id: "{a}"})
    put(store, [A._replace(entry_id="communication/new")], {"communication/new": "{new}"})
    assert stored(store) == [("communication/new", "{new}")]
