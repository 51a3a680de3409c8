"""`postmaster entries export` and `import`: what a team taught moves as files like those of the shipped entries."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from knowledge import files
from knowledge.base import KnowledgeBase
from knowledge.teaching.draft import Draft
from knowledge.teaching.model import TaughtIn

from .conftest import Postmaster, Refused

PASTE = "554 5.7.1 Zorblax flange misaligned with the hyperdrive"
REFERENCE = "communication/smtp-535-authentication-credentials-invalid"
DRAFTS = (
    Draft(paste=PASTE, title="554 5.7.1 Zorblax", cause="It is not aligned.", fix="Align it", dead_end="Waiting"),
    Draft(about=REFERENCE, fix="Ask the mail team\nThey know.", paste="535 5.7.8 zorblax login gate closed"),
)
OWN = "smtp-554-zorblax.yaml"


@pytest.fixture
def taught(database: Path) -> Path:
    """A database in which the team T1 taught an entry, and a fix to a shipped one."""
    knowledge = KnowledgeBase.open(str(database))
    for name, draft in enumerate(DRAFTS):
        knowledge.teaching.propose(
            "T1", draft, by="U1", name=f"V{name}", link="https://x.slack.com/archives/C1/p1", taught_in=TaughtIn()
        )
        knowledge.teaching.approve("T1", f"V{name}", by="U2", number=1)
    knowledge.close()
    return database


def test_what_one_team_taught_another_knows_and_importing_again_changes_nothing(
    postmaster: Postmaster, taught: Path, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    assert postmaster("entries", "export", here, POSTMASTER_DB=str(taught)).out == f"2 files are written to {here}\n"
    assert {path.name for path in here.iterdir()} == {OWN, f"{REFERENCE.partition('/')[2]}.yaml"}
    fresh = str(tmp_path / "fresh.db")
    first = postmaster("entries", "import", here, "--team", "T2", POSTMASTER_DB=fresh)
    assert first.out == "2 entries read, 2 brought something new\n"
    again = postmaster("entries", "import", here, "--team", "T2", POSTMASTER_DB=fresh)
    assert again.out == "2 entries read, 0 brought something new\n"
    postmaster("entries", "export", there, "--team", "T2", POSTMASTER_DB=fresh)
    assert {path.name: path.read_text() for path in there.iterdir()} == {
        path.name: path.read_text() for path in here.iterdir()
    }
    known = postmaster("entries", "list", "--team", "T2", POSTMASTER_DB=fresh).out
    assert len(known.splitlines()) == len(files.paths()) + 1
    assert "Ask the mail team" in postmaster("entries", "show", REFERENCE, "--team", "T2", POSTMASTER_DB=fresh).out
    assert "Ask the mail team" not in postmaster("entries", "show", REFERENCE, POSTMASTER_DB=fresh).out
    assert "554 5.7.1 Zorblax" in postmaster("explain", PASTE, "--team", "T2", POSTMASTER_DB=fresh).out


def test_a_file_that_was_changed_changes_what_it_taught(postmaster: Postmaster, taught: Path, tmp_path: Path) -> None:
    postmaster("entries", "export", tmp_path / "out", POSTMASTER_DB=str(taught))
    for path in (tmp_path / "out").iterdir():
        path.write_text(path.read_text().replace("Ask the mail team", "Call the mail team").replace("Align", "Turn"))
    for expected in (2, 0):
        done = postmaster("entries", "import", tmp_path / "out", "--team", "T1", POSTMASTER_DB=str(taught))
        assert done.out == f"2 entries read, {expected} brought something new\n"
    assert (
        "Call the mail team" in postmaster("entries", "show", REFERENCE, "--team", "T1", POSTMASTER_DB=str(taught)).out
    )
    assert "Turn it" in postmaster("lookup", PASTE, "--team", "T1", POSTMASTER_DB=str(taught)).out


def test_a_fault_names_file_line_and_field_and_nothing_is_imported(
    postmaster: Postmaster, taught: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    postmaster("entries", "export", folder, POSTMASTER_DB=str(taught))
    wrong = folder / OWN
    wrong.write_text(wrong.read_text().replace("fix_rate: 0.72", "fix_rate: 72"))
    line = wrong.read_text().splitlines().index("fix_rate: 72") + 1
    done = postmaster("entries", "import", folder, "--team", "T2", POSTMASTER_DB=str(taught))
    assert (done.status, done.out.startswith(f"{wrong}:{line}: fix_rate: ")) == (2, True)
    assert done.err == "postmaster: 1 fault in the files above; nothing was imported\n"
    assert postmaster("entries", "export", "--team", "T2", POSTMASTER_DB=str(taught)).out == ""


def test_standard_output_gets_one_document_for_each_entry(postmaster: Postmaster, taught: Path) -> None:
    documents = list(yaml.safe_load_all(postmaster("entries", "export", POSTMASTER_DB=str(taught)).out))
    assert [document["id"] for document in documents] == [REFERENCE, "communication/smtp-554-zorblax"]


def test_of_several_teams_one_has_to_be_named(
    postmaster: Postmaster, refused: Refused, taught: Path, tmp_path: Path
) -> None:
    postmaster("entries", "export", tmp_path / "out", POSTMASTER_DB=str(taught))
    postmaster("entries", "import", tmp_path / "out", "--team", "T2", POSTMASTER_DB=str(taught))
    why = refused("entries", "export", POSTMASTER_DB=str(taught))
    assert why == "several teams taught something; choose one with --team: T1, T2"
    assert (
        refused("entries", "import", tmp_path / "no", "--team", "T1") == f"there is no file or folder {tmp_path / 'no'}"
    )
