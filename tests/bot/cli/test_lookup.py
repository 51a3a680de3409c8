"""`postmaster lookup`: an answer for people, and as JSON for scripts."""

from __future__ import annotations

import json
import re
from email.message import EmailMessage
from pathlib import Path

import pytest

from knowledge.base import KnowledgeBase, Place, Signal

from .conftest import OpenTerminal, Postmaster, Refused, Start

REFUSED = "535 5.7.8 Error: authentication failed: authentication failure"
ANSWER = {"id", "category", "score", "why", "title", "root_cause", "workarounds", "dead_ends"}


def test_an_answer_for_people_says_what_works_and_what_does_not(postmaster: Postmaster) -> None:
    done = postmaster("lookup", REFUSED)
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].startswith("535 ")
    assert lines.index("What works") < lines.index("What doesn't") < lines.index("It could also be")
    assert "\x1b" not in done.out
    assert max(map(len, lines)) <= 80


def test_an_answer_in_json_has_the_fields_that_scripts_rely_on(postmaster: Postmaster) -> None:
    done = postmaster("lookup", REFUSED, "--json")
    answer = json.loads(done.out)
    assert done.out.count("\n") == 1
    assert set(answer) == {"detected", "answers"}
    assert answer["detected"] is True
    assert 1 <= len(answer["answers"]) <= 3
    assert all(set(one) == ANSWER for one in answer["answers"])
    assert all(set(fix) == {"how", "success_rate"} for one in answer["answers"] for fix in one["workarounds"])
    assert all(set(one) == {"action", "fail_rate", "why"} for best in answer["answers"] for one in best["dead_ends"])
    scores = [one["score"] for one in answer["answers"]]
    assert scores == sorted(scores, reverse=True)


def test_an_answer_names_its_page_if_somebody_said_where_pages_are(postmaster: Postmaster) -> None:
    line = "As a page: https://help.example.com/e/communication/"
    assert line in postmaster("lookup", REFUSED, POSTMASTER_URL="https://help.example.com").out
    assert "As a page" not in postmaster("lookup", REFUSED, POSTMASTER_URL="").out


def test_an_address_of_pages_that_is_none_is_refused(refused: Refused) -> None:
    reason = refused("lookup", REFUSED, POSTMASTER_URL="help")
    assert reason == "POSTMASTER_URL: must be a web address such as https://postmaster.example.com"


def test_it_answers_in_chinese(postmaster: Postmaster) -> None:
    answer = json.loads(postmaster("lookup", REFUSED, "--json", "--lang", "zh").out)
    assert "密码" in answer["answers"][0]["root_cause"]


@pytest.mark.parametrize("text", [[], ["-"]], ids=["no text", "a hyphen"])
def test_standard_input_is_read_for(postmaster: Postmaster, text: list[str]) -> None:
    answer = json.loads(postmaster("lookup", "--json", REFUSED).out)
    assert json.loads(postmaster("lookup", "--json", *text, given=REFUSED.encode()).out) == answer


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(bytes(range(256)) * 40, id="binary"),
        pytest.param(b"\0" * 1000, id="NUL"),
        pytest.param(b"550 5.1.1 \xff\xfe\xc3\x28 no such user", id="broken UTF-8"),
        pytest.param("🦆".encode() * 500, id="only emoji"),
        pytest.param(b"Oct 11 22:14:15 mx postfix/smtp[1]: DEADBEEF: status=sent (250 ok)\n" * 15_000, id="1 MB"),
    ],
)
def test_whatever_stands_on_standard_input_there_is_an_answer_and_no_traceback(
    postmaster: Postmaster, given: bytes
) -> None:
    done = postmaster("lookup", given=given)
    assert (done.status, done.err) == (0, "")
    assert done.out


def test_a_bounce_is_read_from_its_file_or_standard_input(postmaster: Postmaster, tmp_path: Path) -> None:
    bounce = EmailMessage()
    bounce["Subject"] = "Undelivered Mail Returned to Sender"
    bounce["From"] = "MAILER-DAEMON@example.com"
    bounce.set_content("<jane@example.org>: host mx.example.org said: 550 5.1.1 User unknown (in reply to RCPT TO)\n")
    file = tmp_path / "bounce.eml"
    file.write_bytes(bytes(bounce))
    answer = json.loads(postmaster("lookup", "--eml", file, "--json").out)
    assert answer["answers"][0]["category"] == "recipient_unknown"
    assert json.loads(postmaster("lookup", "--eml", "-", "--json", given=bytes(bounce)).out) == answer


def test_an_unknown_error_is_called_unknown_with_what_was_read(postmaster: Postmaster) -> None:
    done = postmaster("lookup", "554 5.7.999 zzyzx frobnication quux")
    assert done.status == 0
    assert done.out.splitlines()[:2] == ["I don't know this one.", "What I read: 554 5.7.999"]


def test_a_text_without_an_error_is_called_that(postmaster: Postmaster) -> None:
    assert postmaster("lookup", "lunch at noon?", "--lang", "zh").out.startswith("这里没看到邮件错误")


def test_each_line_of_a_file_is_answered_and_a_bad_one_says_what_is_wrong(
    postmaster: Postmaster, tmp_path: Path
) -> None:
    file = tmp_path / "pastes.jsonl"
    file.write_bytes(
        b"\xef\xbb\xbf"
        + json.dumps({"id": "first", "text": REFUSED}).encode()
        + b'\n\nnot json\n[1]\n{"id": 7, "text": 8}\n{"id": null, "text": "\\ud800 zorblax"}\n'
        + b"[" * 100_000
        + b"\n"
        + b"9" * 5_000
        + b'\n{"id": "\\ud83d", "text": "\xff"}\n'
    )
    done = postmaster("lookup", "--jsonl", file)
    assert (done.status, done.err) == (0, "")
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [(one["case"], one.get("line")) for one in answers] == [
        ("first", None),
        (None, 3),
        (None, 4),
        (7, 5),
        (None, None),
        (None, 7),
        (None, 8),
        ("\ud83d", None),
    ]
    assert answers[0]["answers"][0]["category"] == "auth_error"
    assert [one["error"] for one in answers[1:4]] == [
        "not JSON: Expecting value",
        'not an object with "id" and "text"',
        '"text" is missing or not a string',
    ]
    assert all(one["detected"] is False and one["answers"] == [] for one in answers[1:])


def test_somebody_who_waits_for_a_file_of_answers_sees_how_far_it_is(terminal: OpenTerminal, tmp_path: Path) -> None:
    file, answers = tmp_path / "pastes.jsonl", tmp_path / "answers.jsonl"
    file.write_text(json.dumps({"id": "first", "text": REFUSED}), encoding="utf-8")
    opened = terminal("lookup", "--jsonl", file, output=answers)
    opened.wait_for("Looking up")
    assert opened.finish() == 0
    assert json.loads(answers.read_text(encoding="utf-8"))["case"] == "first"


def test_it_leaves_no_database_behind(postmaster: Postmaster, tmp_path: Path) -> None:
    database = tmp_path / "votes" / "postmaster.db"
    assert postmaster("lookup", REFUSED, "--json", POSTMASTER_DB=str(database)).status == 0
    assert list(tmp_path.iterdir()) == []


def test_output_that_cannot_carry_a_character_shows_another(start: Start) -> None:
    for more in ((), ("--json",)):
        out, err = start("lookup", REFUSED, "--lang", "zh", *more, PYTHONIOENCODING="ascii").communicate(timeout=60)
        assert (out.isascii(), err) == (True, b"")
    assert "密码" in json.loads(out)["answers"][0]["root_cause"]


def test_a_terminal_gets_colours_unless_somebody_wants_none(terminal: OpenTerminal) -> None:
    coloured, plain = terminal("lookup", REFUSED), terminal("lookup", REFUSED, NO_COLOR="1")
    assert coloured.finish() == plain.finish() == 0
    assert "\x1b[1;32mWhat works" in coloured.shown
    assert re.search(r"\x1b\[[0-9;]*3\dm", plain.shown) is None
    assert coloured.text == plain.text


def test_the_team_s_votes_move_the_rates(postmaster: Postmaster, database: Path, knowledge: KnowledgeBase) -> None:
    entry_id = "communication/smtp-535-authentication-credentials-invalid"
    card = Place("T1", "C1", "1700000001.000100")
    knowledge.posted(card._replace(ts="1700000000.000100"), card_ts=card.ts, entry_id=entry_id, workarounds=[])
    knowledge.vote(Signal(card, "U1", "+1", "workaround:oauth", worked=True, event_ts="1700000009.000100"))
    asked = ("lookup", "535 5.7.8 Authentication credentials invalid", "--json")
    before, after = (
        next(
            fix["success_rate"]
            for one in json.loads(postmaster(*asked, *team, POSTMASTER_DB=str(database)).out)["answers"]
            for fix in one["workarounds"]
            if one["id"] == entry_id and "XOAUTH2" in fix["how"]
        )
        for team in ((), ("--team", "T1"))
    )
    assert before == 0.85 < after
