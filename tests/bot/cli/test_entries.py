"""`postmaster entries`: list, show and check what is known."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge import files
from knowledge.model import Entry, Language

from .conftest import OpenTerminal, Postmaster, Refused

SLUG = "smtp-535-authentication-credentials-invalid"
OF_GMAIL = "550 5.1.1 https://support.google.com/mail/?p=NoSuchUser <id> - gsmtp"
REFERENCE = files.ENTRIES / "replies" / f"{SLUG}.yaml"


def test_a_pipe_gets_a_line_of_four_fields_for_each_entry(postmaster: Postmaster) -> None:
    rows = [line.split("\t") for line in postmaster("entries", "list").out.splitlines()]
    assert len(rows) == len(files.paths())
    assert all(len(row) == 4 for row in rows)
    entry_id, category, rate, title = next(row for row in rows if row[0].endswith(SLUG))
    assert (entry_id, category, rate) == (f"communication/{SLUG}", "auth_error", "0.90")
    assert title.startswith("535 5.7.8 ")


def test_a_person_gets_one_line_for_each_entry_below_its_category(terminal: OpenTerminal) -> None:
    opened = terminal("entries", "list", "--provider", "gmail", "--lang", "zh", columns=100)
    assert opened.finish() == 0
    lines = opened.text.splitlines()
    assert "rate_limited" in lines
    assert lines[-1].endswith("个")
    assert sum("gmail-" in line for line in lines) == len(list((files.ENTRIES / "gmail").glob("*.yaml")))


def test_category_and_provider_narrow_the_list(postmaster: Postmaster) -> None:
    rows = postmaster("entries", "list", "--category", "TLS_error", "--provider", "nodemailer").out.splitlines()
    assert rows
    assert {row.split("\t")[1] for row in rows} == {"tls_error"}
    assert all("nodemailer" in row for row in rows)


@pytest.mark.parametrize("name", [SLUG, f"communication/{SLUG}"])
def test_an_entry_is_shown_whole(postmaster: Postmaster, name: str) -> None:
    shown = postmaster("entries", "show", name).out
    entry = files.read(REFERENCE)
    said = " ".join(shown.split())
    for part in (entry.title.en, entry.root_cause.en, *(fix.how.en for fix in entry.workarounds)):
        assert part in said
    for part in (
        *(one.why.en for one in entry.dead_ends),
        *entry.signatures,
        *(note.software for note in entry.versions),
    ):
        assert part in said
    for figure in (
        "90%",
        "88%",
        "95%",
        "85%",
        "70%",
        "75%",
        "2023-06-20",
        "https://datatracker.ietf.org/doc/html/rfc4954",
    ):
        assert figure in said


def test_the_yaml_and_the_json_of_an_entry_are_the_entry(postmaster: Postmaster, tmp_path: Path) -> None:
    entry = files.read(REFERENCE)
    (tmp_path / f"{SLUG}.yaml").write_text(
        postmaster("entries", "show", SLUG, "--format", "yaml").out, encoding="utf-8"
    )
    assert files.read(tmp_path / f"{SLUG}.yaml") == entry
    assert Entry.model_validate_json(postmaster("entries", "show", SLUG, "--format", "json").out) == entry


@pytest.mark.parametrize("language", Language)
def test_the_pages_of_an_entry_say_what_served_ones_say(postmaster: Postmaster, language: Language) -> None:
    entry = files.read(REFERENCE)
    for form, start in (("html", "<!doctype html>"), ("md", f"# {entry.title.in_(language)}")):
        shown = postmaster("entries", "show", SLUG, "--format", form, "--lang", language.value).out
        assert shown.startswith(start)
        assert all(part in shown for part in (entry.id, "95%", entry.dead_ends[0].why.in_(language), "Exim 4.96"))


def test_a_written_page_leads_to_the_pages_whose_address_is_known(postmaster: Postmaster) -> None:
    other = "communication/smtp-530-authentication-required"
    for form in ("html", "md"):
        arguments = ("entries", "show", SLUG, "--format", form)
        shown = postmaster(*arguments, POSTMASTER_URL="https://help.example.com/").out
        assert f"https://help.example.com/e/{other}" in shown
        assert f"/e/{other}" not in postmaster(*arguments, POSTMASTER_URL="").out


def test_an_entry_without_faults_passes(postmaster: Postmaster) -> None:
    done = postmaster("entries", "check", REFERENCE)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("1 entries, no faults; ")


def test_faults_of_an_entry_are_a_line_each(postmaster: Postmaster, tmp_path: Path) -> None:
    file = _changed(tmp_path, "see_also:", "see_also:\n  - communication/gone")
    file.write_text(
        file.read_text(encoding="utf-8").replace("zh: 改用应用专用密码", "zh: app password"), encoding="utf-8"
    )
    done = postmaster("entries", "check", tmp_path)
    assert (done.status, done.err) == (2, "postmaster: 2 faults in 1 entries\n")
    assert done.out.splitlines() == [
        f"communication/{SLUG}: see_also: there is no entry communication/gone",
        f"communication/{SLUG}: workarounds.0.title.zh: no Chinese in 'app password'",
    ]


def test_files_that_are_no_entry_are_named_with_line_and_field(postmaster: Postmaster, tmp_path: Path) -> None:
    file = _changed(tmp_path, "category: auth_error", "category: auth_eror")
    (tmp_path / "broken.yaml").write_text("a: [", encoding="utf-8")
    done = postmaster("entries", "check", tmp_path)
    assert (done.status, done.err) == (2, "postmaster: 2 faults in the files above\n")
    first, second = done.out.splitlines()
    assert first.startswith(f"{tmp_path / 'broken.yaml'}:2: YAML: ")
    line = file.read_text(encoding="utf-8").splitlines().index("category: auth_eror") + 1
    assert second.startswith(f"{file}:{line}: category: ")


def test_a_wording_that_finds_another_entry_is_a_fault_if_one_wants(postmaster: Postmaster, tmp_path: Path) -> None:
    _changed(tmp_path, "signatures:", f'signatures:\n  - "{OF_GMAIL}"')
    assert postmaster("entries", "check", tmp_path).status == 0
    strict = postmaster("entries", "check", "--strict", tmp_path)
    assert strict.status == 2
    assert (
        f"communication/{SLUG}: signatures: '{OF_GMAIL}' finds communication/gmail-550-no-such-user first" in strict.out
    )


def test_there_has_to_be_something_to_check(refused: Refused, tmp_path: Path) -> None:
    assert refused("entries", "check", "gone") == "there is no file or folder gone"
    assert refused("entries", "check", tmp_path) == f"there is no knowledge file (*.yaml) below {tmp_path}"


def _changed(folder: Path, old: str, new: str) -> Path:
    """The reference entry in `folder`, with `new` for `old`."""
    file = Path(shutil.copy(REFERENCE, folder))
    text = file.read_text(encoding="utf-8")
    assert text.count(f"\n{old}\n") == 1
    file.write_text(text.replace(f"\n{old}\n", f"\n{new}\n"), encoding="utf-8")
    return file
