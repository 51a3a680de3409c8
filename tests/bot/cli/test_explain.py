"""`postmaster explain`: how a look-up comes to its answer, in the terminal and for scripts."""

from __future__ import annotations

import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from rich.cells import cell_len

from knowledge.match.matcher import THRESHOLD
from knowledge.model import Language

from .conftest import Postmaster, Refused

OF_GMAIL = (
    "login as bob@example.com with password=hunter2\n"
    "535-5.7.8 Username and Password not accepted. https://support.google.com/mail/?p=BadCredentials x1 - gsmtp"
)
PASTES = [
    OF_GMAIL,
    "connection refused",
    "550",
    "lunch at noon?",
    "<<< 550 5.7.1 Relaying denied\n<<< 503 5.0.0 Need RCPT (recipient)",
    "550 5.1.1 User unknown\n" * 40,
    "554 5.7.999 " + "zzyzx frobnication " * 60,
]
LANGUAGES = pytest.mark.parametrize("language", Language)


def test_it_goes_from_what_was_read_to_whether_a_listener_speaks_up(postmaster: Postmaster) -> None:
    done = postmaster("explain", OF_GMAIL)
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    steps = ["What was read", "Errors in it", "Entries that may explain it", "Would a passive listener speak up?"]
    assert [line for line in lines if line in steps] == steps
    assert lines[1] == "Taken out before anything else: 1 × <address>, 1 × <password>"
    said = " ".join(done.out.split())
    for part in (
        "535 5.7.8 · a server's reply · while sending mail · names Gmail / Google Workspace",
        "Username and Password not accepted.",
        "535 5.7.8 fits",
        "Gmail / Google Workspace is named in the error",
        "Yes. ",
        f"it takes {THRESHOLD:.0%}.",
    ):
        assert part in said


@LANGUAGES
@pytest.mark.parametrize("paste", PASTES, ids=lambda paste: paste[:20])
def test_it_fits_into_80_columns_and_is_plain_in_a_pipe(postmaster: Postmaster, paste: str, language: Language) -> None:
    shown = postmaster("explain", paste, "--lang", language.value, "--entry", "smtp-554-transaction-failed").out
    assert "\x1b" not in shown
    assert [line for line in shown.splitlines() if cell_len(line) > 80] == []


@LANGUAGES
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "JSON"])
def test_no_secret_and_no_address_is_shown(postmaster: Postmaster, language: Language, form: tuple[str, ...]) -> None:
    shown = postmaster("explain", OF_GMAIL, "--lang", language.value, *form).out
    assert "hunter2" not in shown
    assert "bob@" not in shown


@pytest.mark.parametrize("paste", PASTES, ids=lambda paste: paste[:20])
def test_its_figures_are_the_look_up_s(postmaster: Postmaster, paste: str) -> None:
    explained = json.loads(postmaster("explain", "--json", paste).out)
    answered = json.loads(postmaster("lookup", "--json", paste).out)
    assert explained["detected"] is answered["detected"]
    assert [(one["id"], one["score"], one["why"]) for one in explained["candidates"][:3]] == [
        (one["id"], one["score"], one["why"]) for one in answered["answers"]
    ]


def test_a_bounce_and_standard_input_are_read_as_by_lookup(postmaster: Postmaster, tmp_path: Path) -> None:
    bounce = EmailMessage()
    bounce["Subject"] = "Undelivered Mail Returned to Sender"
    bounce.set_content("<jane@example.org>: host mx.example.org said: 550 5.1.1 User unknown (in reply to RCPT TO)\n")
    (tmp_path / "bounce.eml").write_bytes(bytes(bounce))
    by_file = postmaster("explain", "--eml", tmp_path / "bounce.eml").out
    assert "answers RCPT" in " ".join(by_file.split())
    assert postmaster("explain", "--eml", "-", given=bytes(bounce)).out == by_file
    assert postmaster("explain", given=OF_GMAIL.encode()).out == postmaster("explain", OF_GMAIL).out


def test_an_entry_that_is_not_found_is_explained_too(postmaster: Postmaster) -> None:
    far = postmaster("explain", "550", "--entry", "smtp-550-user-unknown").out
    assert "And smtp-550-user-unknown?" in far
    assert "found by its codes; none of its wordings is close" in " ".join(far.split())
    first = json.loads(postmaster("explain", OF_GMAIL, "--json").out)["candidates"][0]["id"]
    near = postmaster("explain", OF_GMAIL, "--entry", first).out
    assert "It stands above, in place 1." in near
    none = postmaster("explain", "connection refused", "--entry", "smtp-550-user-unknown", "--json").out
    assert json.loads(none)["asked"] == {
        "id": "communication/smtp-550-user-unknown",
        "place": None,
        "candidate": None,
    }


def test_of_a_long_paste_the_lines_around_errors_are_shown(postmaster: Postmaster) -> None:
    log = "Oct 11 22:14:15 mx postfix/qmgr[1]: A: removed\n" * 30 + "550 5.1.1 User unknown"
    lines = postmaster("explain", log).out.splitlines()
    assert "Of 31 lines the 2 that tell:" in lines
    assert " 31  550 5.1.1 User unknown" in lines


def test_what_somebody_pasted_cannot_command_the_terminal(postmaster: Postmaster) -> None:
    shown = postmaster("explain", "550 5.1.1 \x1b[31m\u202eUser\x07 unknown").out
    assert {"\x1b", "\u202e", "\x07"} & set(shown) == set()


def test_it_needs_one_text_and_an_entry_that_exists(refused: Refused) -> None:
    assert refused("explain", " ") == "nothing to look up; the text is empty"
    assert refused("explain", "550", "--eml", "x") == "give TEXT or --eml, not both"
    assert "nearest: smtp-550-user-unknown" in refused("explain", "550", "--entry", "smtp-550-user-unknwn")
