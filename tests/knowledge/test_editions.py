"""The editions that teams see: what is shipped and what they taught, as the store holds it now."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.edition import Edition
from knowledge.editions import LOOK_EVERY_S, Library
from knowledge.model import Entry
from knowledge.opening import open_database
from knowledge.store import Session, Store
from tests.knowledge.made import entry

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


class TestTeams:
    """What teams taught, here kept in a list beside the store that counts its versions."""

    @pytest.fixture
    def store(self, few: Path, tmp_path: Path) -> Iterator[Store]:
        store, _ = open_database(str(tmp_path / "postmaster.db"), few)
        yield store
        store.close()

    @pytest.fixture
    def taught(self) -> dict[str, list[Entry]]:
        """What each team taught."""
        return {}

    @pytest.fixture
    def seconds(self) -> list[float]:
        return [0.0]

    @pytest.fixture
    def library(self, store: Store, taught: dict[str, list[Entry]], seconds: list[float]) -> Library:
        def overlay(_session: Session, team: str, _shipped: Edition) -> list[Entry]:
            return list(taught[team])

        return Library(store, taught=overlay, clock=lambda: seconds[0])

    def test_a_team_that_taught_nothing_has_the_shipped_edition_itself(self, library: Library) -> None:
        assert library.current("T1") is library.current()

    def test_what_a_team_taught_shows_within_a_second_and_to_nobody_else(
        self, library: Library, store: Store, taught: dict[str, list[Entry]], seconds: list[float]
    ) -> None:
        before = library.current("T1")
        ours = entry("ours")
        teach(store, taught, "T1", ours)
        assert library.current("T1") is before
        seconds[0] = LOOK_EVERY_S
        edition = library.current("T1")
        assert edition.entry(ours.id) is ours
        assert list(edition.ids) == [ours.id, ENTRY]
        assert ours.id not in library.current("T2")
        assert ours.id not in library.current()

    def test_who_taught_sees_it_at_once(self, library: Library, store: Store, taught: dict[str, list[Entry]]) -> None:
        library.current("T1")
        teach(store, taught, "T1", entry("ours"))
        library.look_again("T1")
        assert "communication/ours" in library.current("T1")

    def test_an_edition_stays_while_its_team_teaches_nothing(
        self, library: Library, store: Store, taught: dict[str, list[Entry]], seconds: list[float]
    ) -> None:
        teach(store, taught, "T1", entry("ours"))
        edition = library.current("T1")
        teach(store, taught, "T2", entry("theirs"))
        seconds[0] = LOOK_EVERY_S
        assert library.current("T1") is edition

    def test_what_is_shipped_anew_lies_below_what_was_taught(
        self,
        library: Library,
        store: Store,
        taught: dict[str, list[Entry]],
        seconds: list[float],
        tmp_path: Path,
    ) -> None:
        teach(store, taught, "T1", entry("ours"))
        assert ENTRY in library.current("T1")
        empty = tmp_path / "empty"
        empty.mkdir()
        open_database(str(tmp_path / "postmaster.db"), empty).store.close()
        seconds[0] = LOOK_EVERY_S
        assert list(library.current("T1").ids) == ["communication/ours"]

    def test_an_entry_that_a_team_changed_is_its_own_alone(
        self, library: Library, store: Store, taught: dict[str, list[Entry]]
    ) -> None:
        changed = library.current().entry(ENTRY).model_copy(update={"fix_rate": 0.1})
        teach(store, taught, "T1", changed)
        edition = library.current("T1")
        assert edition.entries == (changed,)
        assert [one.fix_rate for one in edition.headings] == [0.1]
        assert edition.curated(changed).entry is changed
        assert library.current("T2").entry(ENTRY).fix_rate == 0.9

    def test_many_teams_are_served_though_few_editions_are_kept(
        self, library: Library, store: Store, taught: dict[str, list[Entry]]
    ) -> None:
        for number in range(100):
            teach(store, taught, f"T{number}", entry(f"ours-{number}"))
        for number in (*range(100), *range(100)):
            assert list(library.current(f"T{number}").ids) == [f"communication/ours-{number}", ENTRY]


def teach(store: Store, taught: dict[str, list[Entry]], team: str, new: Entry) -> None:
    """`team` teaches `new`, in whatever process."""
    taught.setdefault(team, []).append(new)
    with store.writing() as session:
        session.change(
            """INSERT INTO editions (team, version) VALUES (?, 1)
               ON CONFLICT (team) DO UPDATE SET version = editions.version + 1""",
            team,
        )
