"""Knowledge of any size: invented entries are entries, they keep what makes looking up work, and programs run on them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path

import pytest

from bench.checkout import check_out
from bench.invented import invented_providers
from bench.scale import figures, programs
from knowledge import files
from knowledge.model import Entry

PASTE = "554 5.7.1 <recipient@example.com>: Relay access denied"


@pytest.fixture(scope="module")
def entries() -> Sequence[Entry]:
    return files.read_all(files.paths()[::10])


def invented(entries: Sequence[Entry], *, count: int, seed: int = 1) -> list[Entry]:
    providers = invented_providers(entries, count=count, seed=seed)
    return [Entry.model_validate(data) for provider in providers for data in provider.entries()]


def test_there_are_as_many_invented_entries_as_asked_for_each_with_its_own_id(entries: Sequence[Entry]) -> None:
    made = invented(entries, count=100)
    assert len({entry.id for entry in made}) == 100
    assert not {entry.id for entry in made} & {entry.id for entry in entries}


def test_the_same_seed_invents_the_same_entries(entries: Sequence[Entry]) -> None:
    assert invented(entries, count=30) == invented(entries, count=30)
    assert invented(entries, count=30) != invented(entries, count=30, seed=2)


def test_every_signature_names_its_provider_and_no_real_entry_has_it(entries: Sequence[Entry]) -> None:
    real = set(chain.from_iterable(entry.signatures for entry in entries))
    for entry in invented(entries, count=50):
        assert entry.provider
        assert all(entry.provider in signature for signature in entry.signatures)
        assert real.isdisjoint(entry.signatures)


def test_the_vocabulary_grows_with_the_entries(entries: Sequence[Entry]) -> None:
    few, many = (invented(entries, count=count) for count in (50, 400))
    assert len(_words(many)) > 3 * len(_words(few))


def test_a_common_word_stays_as_common(entries: Sequence[Entry]) -> None:
    made = invented(entries, count=400)
    for word, count in _words(entries).most_common(3):
        assert _words(made)[word] / len(made) == pytest.approx(count / len(entries), abs=0.12)


def test_a_checkout_holds_the_entries_and_their_providers(tmp_path: Path, entries: Sequence[Entry]) -> None:
    check_out(tmp_path, entries, size=len(entries) + 20)
    written = files.read_all(files.paths(tmp_path / "knowledge" / "entries"))
    assert len(written) == len(entries) + 20
    assert {entry.id for entry in entries} < {entry.id for entry in written}
    invented_ones = {entry.provider for entry in written} - {entry.provider for entry in entries}
    providers = (tmp_path / "knowledge" / "providers.yaml").read_text(encoding="utf-8")
    assert invented_ones
    assert all(f"\n{name}:\n" in providers for name in invented_ones)


def test_a_smaller_checkout_holds_some_of_the_entries(tmp_path: Path, entries: Sequence[Entry]) -> None:
    check_out(tmp_path, entries, size=5)
    written = files.read_all(files.paths(tmp_path / "knowledge" / "entries"))
    assert len(written) == 5
    assert {entry.id for entry in written} < {entry.id for entry in entries}


def test_both_sizes_are_measured_as_whole_processes(tmp_path: Path, entries: Sequence[Entry]) -> None:
    with programs(tmp_path, entries, sizes=(5, 20)) as (small, large):
        measured = list(figures(small, large, [PASTE, PASTE], log_size=2_000, rounds=1))
        assert _counted(small.env["POSTMASTER_DB"]) == 5
        assert _counted(large.env["POSTMASTER_DB"]) == 20
    assert [len(one.small) + len(one.large) for one in measured] == [2] * 5
    assert all(value > 0 for one in measured for value in (*one.small, *one.large))


def _words(entries: Sequence[Entry]) -> Counter[str]:
    """In how many of `entries` each word stands."""
    return Counter(chain.from_iterable(set(_said(entry)) for entry in entries))


def _said(entry: Entry) -> Iterator[str]:
    for signature in entry.signatures:
        yield from signature.lower().split()


def _counted(database: str) -> int:
    with closing(sqlite3.connect(database)) as connection:
        ((count,),) = connection.execute("SELECT COUNT(*) FROM entries").fetchall()
        return int(count)
