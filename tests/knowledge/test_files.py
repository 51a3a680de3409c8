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
    assert f"{path}:{line}: {field}" in [": ".join(fault.split(": ")[:2]) for fault in faults(path)]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("first_seen: 2023-06-20", "first_seen: 2023-02-31", "first_seen: day is out of range for month"),
        ("fix_rate: 0.90", "fix_rate: 0x_", "fix_rate: invalid literal for int() with base 16: ''"),
        ("fail_rate: 0.85", "fail_rate: !no 0.85", "dead_ends.1.fail_rate: could not determine a constructor for the"),
        ("category: auth_error", "category: auth_eror", "category: there is no 'auth_eror'; nearest: auth_error"),
        ("category: auth_error", "category: 5", "category: there is no 5; docs/writing-entries.md lists what there is"),
    ],
)
def test_a_value_that_cannot_be_is_named_with_its_line_and_field(path: Path, old: str, new: str, fault: str) -> None:
    line = spoilt(path, old, new)
    (told,) = faults(path)
    assert told.startswith(f"{path}:{line}: {fault}")


def test_a_field_that_is_given_twice_is_refused_where_it_is_given_again(path: Path) -> None:
    line = spoilt(path, "success_rate: 0.85\n", "success_rate: 0.85\n    success_rate: 0.9\n") + 1
    assert faults(path) == (f"{path}:{line}: workarounds.1.success_rate: is given a second time",)


def test_text_that_is_not_utf_8_or_not_for_reading_is_named_with_its_line(path: Path) -> None:
    good = path.read_bytes()
    line = good[: good.index(b"root_cause")].count(b"\n") + 1
    for byte, fault in ((b"\xff", "file: not UTF-8"), (b"\x07", "YAML: ")):
        path.write_bytes(good.replace(b"root_cause", b"root" + byte + b"cause", 1))
        assert faults(path)[0].startswith(f"{path}:{line}: {fault}")


def test_many_faults_are_one_line_where_one_is_asked_for(path: Path) -> None:
    path.write_text("title: 1\n", encoding="utf-8")
    with pytest.raises(EntryError) as raised:
        files.read(path)
    first, *others = raised.value.faults
    assert str(raised.value) == f"{first}; and {len(others)} more: postmaster entries check"


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
        (b"!!python/object/apply:os.system ['true']", "could not determine a constructor"),
        (b"a: &a [*a]\n<<: *a", "expected a mapping"),
        (b"? [1]\n: 2\n", "1: key: found unhashable key"),
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
    assert "is used by another file too" in "".join(raised.value.faults)
    assert "empty.yaml:1: file" in "".join(raised.value.faults)
