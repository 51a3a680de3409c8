"""Opening: entries come in where they changed, and a start in memory uses an image of the last one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from knowledge import files, opening
from knowledge.errors import EntryError
from knowledge.model import Entry
from knowledge.opening import image_of, open_database

ENTRY = "communication/smtp-535-authentication-credentials-invalid"


@pytest.fixture
def folder(few: Path, tmp_path: Path) -> Path:
    """Knowledge files of the test's own: the reference entry."""
    return Path(shutil.copytree(few, tmp_path / "entries"))


@pytest.fixture(params=["file", "memory"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return ":memory:" if request.param == "memory" else str(tmp_path / "postmaster.db")


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are really read from now on."""
    names: list[str] = []
    real = files.read

    def read(path: Path) -> Entry:
        names.append(path.name)
        return real(path)

    monkeypatch.setattr(files, "read", read)
    return names


def reference(folder: Path) -> Path:
    (path,) = folder.rglob("smtp-535-*.yaml")
    return path


def add_entry(folder: Path, slug: str) -> Path:
    """A second knowledge file, much like the first."""
    path = folder / "replies" / f"{slug}.yaml"
    text = reference(folder).read_text(encoding="utf-8")
    path.write_text(text.replace(ENTRY, f"communication/{slug}"), encoding="utf-8")
    return path


def ids(database: str, folder: Path) -> list[str]:
    """The ids of all entries after opening."""
    store, library = open_database(database, folder)
    found = [entry.id for entry in library.current().entries]
    store.close()
    return found


def test_files_that_did_not_change_are_not_read_again(database: str, folder: Path, read_files: list[str]) -> None:
    add_entry(folder, "other")
    assert ids(database, folder) == ["communication/other", ENTRY]
    assert sorted(read_files) == ["other.yaml", reference(folder).name]
    read_files.clear()
    assert ids(database, folder) == ["communication/other", ENTRY]
    assert read_files == []


def test_only_the_file_that_changed_is_read_again(database: str, folder: Path, read_files: list[str]) -> None:
    other = add_entry(folder, "other")
    ids(database, folder)
    read_files.clear()
    other.write_text(other.read_text(encoding="utf-8").replace("fix_rate: 0.90", "fix_rate: 0.5"), encoding="utf-8")
    store, library = open_database(database, folder)
    assert library.current().entry("communication/other").fix_rate == 0.5
    assert read_files == ["other.yaml"]
    store.close()


def test_a_change_that_keeps_size_and_times_is_seen_and_a_copy_with_new_times_is_not(
    database: str, folder: Path, read_files: list[str]
) -> None:
    other = add_entry(folder, "other")
    ids(database, folder)
    read_files.clear()
    before = other.stat()
    other.write_text(other.read_text(encoding="utf-8").replace("fix_rate: 0.90", "fix_rate: 0.91"), encoding="utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.utime(reference(folder))
    store, library = open_database(database, folder)
    assert library.current().entry("communication/other").fix_rate == 0.91
    assert read_files == ["other.yaml"]
    store.close()


def test_the_entry_of_a_removed_file_goes(database: str, folder: Path) -> None:
    other = add_entry(folder, "other")
    ids(database, folder)
    other.unlink()
    assert ids(database, folder) == [ENTRY]


def test_a_renamed_file_leaves_one_entry(database: str, folder: Path) -> None:
    ids(database, folder)
    (folder / "moved").mkdir()
    reference(folder).rename(folder / "moved" / reference(folder).name)
    assert ids(database, folder) == [ENTRY]


def test_a_broken_file_is_named_with_its_line_and_nothing_changes(tmp_path: Path, folder: Path) -> None:
    database = str(tmp_path / "postmaster.db")
    ids(database, folder)
    add_entry(folder, "good")
    broken = add_entry(folder, "broken")
    broken.write_text(broken.read_text(encoding="utf-8").replace("fix_rate: 0.90", "fix_rate: 90"), encoding="utf-8")
    with pytest.raises(EntryError, match=r"broken\.yaml:\d+: fix_rate: "):
        open_database(database, folder)
    broken.unlink()
    (folder / "replies" / "good.yaml").unlink()
    assert ids(database, folder) == [ENTRY]


def test_an_id_that_an_unchanged_file_has_already_is_refused(database: str, folder: Path) -> None:
    ids(database, folder)
    (folder / "twice").mkdir()
    shutil.copy(reference(folder), folder / "twice")
    with pytest.raises(EntryError, match=f"id: {ENTRY} is used by"):
        open_database(database, folder)


def test_a_folder_that_does_not_exist_is_an_error_and_not_an_empty_knowledge(tmp_path: Path) -> None:
    with pytest.raises(EntryError, match="no such folder"):
        open_database(str(tmp_path / "postmaster.db"), tmp_path / "none")


def test_a_link_to_nowhere_is_named_in_one_line(database: str, folder: Path) -> None:
    (folder / "lost.yaml").symlink_to(folder / "nowhere")
    with pytest.raises(EntryError, match=r"lost\.yaml:1: file: cannot be read \(No such file or directory\)"):
        open_database(database, folder)


def test_what_another_version_made_is_read_from_its_file_again(tmp_path: Path, folder: Path) -> None:
    database = str(tmp_path / "postmaster.db")
    store, library = open_database(database, folder)
    whole = library.current().entries
    with store.writing() as session:
        session.change("UPDATE entries SET body = ?", '{"id": "of another version"}')
        session.change("UPDATE counters SET value = value + 1 WHERE name = 'maker'")
    store.close()
    store, library = open_database(database, folder)
    assert library.current().entries == whole
    store.close()


def test_an_entry_survives_file_store_json_and_file_unchanged(tmp_path: Path, folder: Path) -> None:
    (written,) = files.read_all(files.paths(folder))
    store, library = open_database(str(tmp_path / "postmaster.db"), folder)
    stored = library.current().entry(ENTRY)
    store.close()
    again = Entry.model_validate_json(stored.model_dump_json())
    path = tmp_path / reference(folder).name
    path.write_text(files.dump(again), encoding="utf-8")
    assert written == stored == again == files.read(path)
    assert files.dump(files.read(path)) == files.dump(written)


class TestImage:
    """What only concerns databases in memory."""

    @pytest.fixture
    def image(self, folder: Path) -> Path:
        """The image after the first start in memory."""
        ids(":memory:", folder)
        return image_of(folder)

    def test_it_is_replaced_when_it_is_damaged(self, folder: Path, image: Path, read_files: list[str]) -> None:
        size = image.stat().st_size
        for damage in (b"", b"nonsense" * 1000, image.read_bytes()[:20_000]):
            read_files.clear()
            image.write_bytes(damage)
            assert ids(":memory:", folder) == [ENTRY]
            assert read_files == [reference(folder).name]
            assert image.stat().st_size == size

    def test_a_flipped_bit_anywhere_never_shows(self, folder: Path, image: Path) -> None:
        (whole,) = files.read_all(files.paths(folder))
        good = image.read_bytes()
        for position in (0, len(good) // 2, good.index(b"app-specific"), len(good) - 1):
            image.write_bytes(good[:position] + bytes([good[position] ^ 1]) + good[position + 1 :])
            store, library = open_database(":memory:", folder)
            assert library.current().entries == (whole,)
            store.close()

    def test_it_holds_nothing_that_anybody_said(self, folder: Path, image: Path) -> None:
        before = image.read_bytes()
        store, _ = open_database(":memory:", folder)
        with store.writing() as session:
            session.change("INSERT INTO counters (name, value) VALUES ('said', 1)")
        store.close()
        assert image.read_bytes() == before

    def test_a_cache_that_cannot_be_written_is_done_without(
        self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "file").touch()
        monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path / "file"))
        assert ids(":memory:", folder) == [ENTRY]

    def test_the_one_that_was_not_used_for_longest_goes(
        self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", os.fspath(tmp_path / "cache"))
        checkouts = [Path(shutil.copytree(folder, tmp_path / f"checkout-{number}")) for number in range(5)]
        for age, checkout in enumerate(checkouts[:4]):
            ids(":memory:", checkout)
            os.utime(image_of(checkout), (age, age))
        ids(":memory:", checkouts[0])
        ids(":memory:", checkouts[4])
        assert [image_of(checkout).exists() for checkout in checkouts] == [True, False, True, True, True]

    def test_two_folders_have_two_images(self, folder: Path, few: Path) -> None:
        assert opening.image_of(folder) != opening.image_of(few)
