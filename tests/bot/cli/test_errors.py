"""What the command says when something is wrong: one line on standard error, exit status 2, never a traceback."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from .conftest import OpenTerminal, Postmaster, Refused, Start


def test_nothing_to_look_up(refused: Refused) -> None:
    assert refused("lookup", "  ") == "nothing to look up; the text is empty"
    assert refused("lookup", given=b"\n") == "nothing to look up; the text is empty"


def test_nothing_typed_and_nothing_piped_in(terminal: OpenTerminal) -> None:
    opened = terminal("lookup")
    assert opened.finish() == 2
    assert opened.text == "postmaster: nothing to look up; give the error as TEXT or on standard input\n"


def test_more_than_one_thing_to_look_up(refused: Refused) -> None:
    assert refused("lookup", "550", "--eml", "x") == "give one of TEXT, --eml and --jsonl, not several"
    assert refused("lookup", "--jsonl", "y", "--eml", "x") == "give one of TEXT, --eml and --jsonl, not several"


@pytest.mark.parametrize("command", [("lookup", "--eml"), ("lookup", "--jsonl"), ("evaluate",)])
def test_a_file_that_is_missing_or_a_folder(refused: Refused, tmp_path: Path, command: tuple[str, ...]) -> None:
    assert refused(*command, "gone.txt") == "cannot read gone.txt: No such file or directory"
    assert refused(*command, tmp_path) == f"cannot read {tmp_path}: Is a directory"


def test_an_empty_bounce(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "bounce.eml").touch()
    assert refused("lookup", "--eml", "bounce.eml") == "nothing to look up; bounce.eml is empty"


def test_a_database_that_is_damaged_stays_as_it_is(refused: Refused, tmp_path: Path) -> None:
    database = tmp_path / "votes.db"
    database.write_bytes(b"SQLite format 3\0" + b"\xff" * 5_000)
    assert str(database) in refused("lookup", "550 5.1.1", POSTMASTER_DB=str(database))
    assert database.read_bytes() == b"SQLite format 3\0" + b"\xff" * 5_000


def test_a_command_an_option_or_a_value_that_does_not_exist(refused: Refused) -> None:
    assert refused("lokup").endswith("; see postmaster --help")
    assert refused("entries", "lst").endswith("; see postmaster entries --help")
    assert refused("lookup", "--jason", "x").endswith("; see postmaster lookup --help")
    assert refused("lookup", "x", "--lang", "fr").startswith(
        "Invalid value for '--lang': 'fr' is not one of 'en', 'zh'"
    )
    assert "65535" in refused("serve", "--port", "99999")
    assert "FILE" in refused("evaluate")


def test_a_category_or_provider_that_does_not_exist_is_answered_with_the_nearest(refused: Refused) -> None:
    assert "there is no category 'auth_eror'; nearest: auth_error" in refused(
        "entries", "list", "--category", "auth_eror"
    )
    assert "there is no provider 'gmial'; nearest: gmail" in refused("entries", "list", "--provider", "gmial")


def test_an_entry_that_does_not_exist_is_answered_with_the_nearest(refused: Refused) -> None:
    reason = refused("entries", "show", "smtp-535-authentification-credentials")
    assert reason.startswith("there is no entry 'smtp-535-authentification-credentials'; nearest: ")
    assert "smtp-535-authentication-credentials-invalid" in reason
    assert refused("entries", "show", "\x1b[31mé").isprintable()


def test_a_command_alone_prints_its_help(postmaster: Postmaster) -> None:
    for arguments, last in (((), "entries"), (("entries",), "new")):
        done = postmaster(*arguments)
        assert (done.status, done.err) == (2, "")
        assert last in done.out


def test_settings_that_do_not_fit_together(refused: Refused) -> None:
    assert "SLACK_BOT_TOKEN is set without" in refused("serve", SLACK_BOT_TOKEN="xoxb-1")
    assert refused("serve", PORT="many").startswith("PORT: ")


def test_a_reader_that_goes_away_is_no_error(start: Start) -> None:
    running = start("entries", "list")
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    assert (running.stderr.read(), running.wait(60)) == (b"", 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which Linux has")
@pytest.mark.parametrize("arguments", [("entries", "list"), ("lookup", "550 5.1.1"), ("--version",)])
def test_output_that_cannot_be_written(start: Start, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        running = start(*arguments, stdout=full)
        _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (2, b"postmaster: No space left on device\n")


def test_ctrl_c_ends_a_command_silently(start: Start) -> None:
    running = start("lookup", "--jsonl", "-")
    assert running.stdin is not None
    assert running.stdout is not None
    running.stdin.write(b'{"id": 1, "text": "550 5.1.1 no such user"}\n')
    running.stdin.flush()
    assert running.stdout.readline().startswith(b'{"case": 1')
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (130, b"")
