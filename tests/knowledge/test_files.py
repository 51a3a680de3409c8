"""Knowledge files: what is read is what was written, and a mistake is named by file, line and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import files
from knowledge.errors import EntryError
from knowledge.model import Entry
from tests.shipped import shipped_entries


@pytest.fixture
def path(few: Path, tmp_path: Path) -> Path:
    """A copy of the reference entry's file that the test may spoil."""
    (source,) = files.paths(few)
    copy = tmp_path / source.name
    copy.write_bytes(source.read_bytes())
    return copy


def spoilt(path: Path, old: str, new: str) -> int:
    """Replace `old` by `new`; the number of the line where it stands."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def faults(path: Path) -> tuple[str, ...]:
    with pytest.raises(EntryError) as raised:
        files.read(path)
    return raised.value.faults


def test_entries_of_every_family_survive_yaml_and_json(tmp_path: Path) -> None:
    for entry in shipped_entries()[::3]:
        again = Entry.model_validate_json(entry.model_dump_json(exclude_defaults=True))
        assert Entry.model_validate_json(entry.model_dump_json()) == entry
        copy = tmp_path / f"{entry.slug}.yaml"
        copy.write_text(files.dump(again), encoding="utf-8")
        assert files.read(copy) == again == entry


def test_every_shipped_file_has_an_id_of_its_own() -> None:
    assert len({entry.id for entry in shipped_entries()}) == len(files.paths())


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("fix_rate: 0.90", "fix_rate: 90", "fix_rate"),
        ("category: auth_error", "category: auth", "category"),
        ("first_seen: 2023-06-20", "first_seen: in June", "first_seen"),
        ("fail_rate: 0.85", "fail_rate: often", "dead_ends.1.fail_rate"),
        ("success_rate: 0.85", "success_rates: 0.85", "workarounds.1.success_rates"),
        ("permanent: true", "permanent: perhaps", "permanent"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(path: Path, old: str, new: str, field: str) -> None:
    line = spoilt(path, old, new)
    assert f"{path}:{line}: {field}" in [fault.rpartition(": ")[0] for fault in faults(path)]


def test_all_mistakes_of_a_file_are_told_at_once(path: Path) -> None:
    first, second = spoilt(path, "fix_rate: 0.90", "fix_rate: 2"), spoilt(path, "evidence: 1", "evidence: -1")
    assert [fault.split(": ")[:2] for fault in faults(path)] == [
        [f"{path}:{first}", "fix_rate"],
        [f"{path}:{second}", "evidence"],
    ]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "an entry is a mapping of fields"),
        (b"- a\n- b\n", "an entry is a mapping of fields"),
        (b"title: [1\nb: 2", "YAML"),
        (b"title: \xff\xfe", "not UTF-8"),
        (b"!!python/object/apply:os.system ['true']", "YAML"),
    ],
)
def test_a_file_that_is_no_entry_is_told_in_one_line(path: Path, content: bytes, what: str) -> None:
    path.write_bytes(content)
    (fault,) = faults(path)
    assert fault.startswith(f"{path}:")
    assert what in fault
    assert "\n" not in fault


def test_the_id_must_be_the_files_name(path: Path) -> None:
    renamed = path.rename(path.with_name("other.yaml"))
    (fault,) = faults(renamed)
    assert fault == f"{renamed}:1: id: must end with the file's name, 'other'"


def test_the_faults_of_all_files_are_told_together_and_so_is_an_id_that_is_used_twice(
    path: Path, tmp_path: Path
) -> None:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "empty.yaml").touch()
    with pytest.raises(EntryError) as raised:
        files.read_all(files.paths(tmp_path))
    assert len(raised.value.faults) == 2
    assert "is used by another file too" in str(raised.value)
    assert "empty.yaml:1: file" in str(raised.value)
