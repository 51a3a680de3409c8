"""`postmaster evaluate`: how well errors are recognised."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import OpenTerminal, Postmaster, Refused

RIGHT = {"id": "right", "text": "535 5.7.8 Error: authentication failed", "category": "auth_error", "also": []}
WRONG = {"id": "wrong", "text": "550 5.1.1 <a@example.com>: User unknown", "categories": ["greylisted", "mailbox_full"]}
TALK = {"id": "talk", "text": "lunch at noon?", "category": None, "is_smtp_error": False}
ALARM = {"id": "alarm", "text": "550 5.1.1 <a@example.com>: User unknown", "is_smtp_error": False}


def written(file: Path, *cases: object) -> Path:
    file.write_text("\n".join(json.dumps(case) for case in cases), encoding="utf-8")
    return file


def test_shares_count_and_confusions_for_people(postmaster: Postmaster, tmp_path: Path) -> None:
    done = postmaster("evaluate", written(tmp_path / "cases.jsonl", RIGHT, WRONG, TALK, ALARM))
    assert (done.status, done.err) == (0, "")
    assert [line.rstrip() for line in done.out.splitlines()] == [
        "2 errors, 2 other texts",
        "  top-1          50.0%  1 of 2",
        "  top-3          50.0%  1 of 2",
        "  detection     100.0%  2 of 2",
        "  false alarms   50.0%  1 of 2",
        "",
        "Worst confusions",
        "  times  right       answered           for example",
        "  1      greylisted  recipient_unknown  wrong",
    ]


def test_shares_as_json_for_scripts(postmaster: Postmaster, tmp_path: Path) -> None:
    done = postmaster("evaluate", written(tmp_path / "cases.jsonl", RIGHT, TALK), "--json")
    report = json.loads(done.out)
    scores = report.pop("scores")
    assert (len(scores), sum(one["answers"] for one in scores), sum(one["right"] for one in scores)) == (10, 1, 1)
    assert 0 <= report.pop("calibration_error") < 0.5
    assert report == {
        "positives": 1,
        "negatives": 1,
        "top1": 1.0,
        "top3": 1.0,
        "detection": 1.0,
        "false_alarms": 0.0,
        "confusions": [],
    }


def test_how_far_scores_can_be_believed_is_listed_on_demand(postmaster: Postmaster, tmp_path: Path) -> None:
    file = written(tmp_path / "cases.jsonl", RIGHT, WRONG, ALARM)
    listed = postmaster("evaluate", file, "--scores", "--worst", "0").out.partition("Scores\n")[2].splitlines()
    assert listed[0].split() == ["score", "answers", "right", "claimed", "true"]
    assert sum(int(line.split()[1]) for line in listed[1:-1]) == 3
    assert sum(int(line.split()[2]) for line in listed[1:-1]) == 1
    assert listed[-1].startswith("  expected calibration error 0.")


def test_no_answer_leaves_no_scores_to_list(postmaster: Postmaster, tmp_path: Path) -> None:
    done = postmaster("evaluate", written(tmp_path / "cases.jsonl", TALK), "--scores")
    assert "Scores" not in done.out


def test_errors_alone_and_other_texts_alone_leave_the_rest_open(postmaster: Postmaster, tmp_path: Path) -> None:
    errors = json.loads(postmaster("evaluate", written(tmp_path / "errors.jsonl", RIGHT), "--json").out)
    assert (errors["top1"], errors["false_alarms"]) == (1.0, None)
    talk = postmaster("evaluate", written(tmp_path / "talk.jsonl", TALK))
    assert "  top-1              –  0 of 0" in talk.out.splitlines()


def test_every_wrong_case_is_listed_on_demand(postmaster: Postmaster, tmp_path: Path) -> None:
    done = postmaster("evaluate", written(tmp_path / "cases.jsonl", RIGHT, WRONG, ALARM), "--wrong", "--worst", "0")
    listed = done.out.partition("Wrong answers\n")[2].splitlines()[1:]
    assert [line.split()[:2] for line in listed] == [["wrong", "greylisted/mailbox_full"], ["alarm", "no"]]


def test_a_bad_line_is_reported_and_left_out(postmaster: Postmaster, tmp_path: Path) -> None:
    typo = RIGHT | {"category": "auth_eror"}
    file = written(tmp_path / "cases.jsonl", typo, RIGHT, "x", {"text": "x"})
    done = postmaster("evaluate", file, "--json")
    assert (done.status, json.loads(done.out)["positives"]) == (0, 1)
    assert done.err.splitlines() == [
        f"postmaster: {file}: line 1: category: there is no category 'auth_eror'; left out",
        f"postmaster: {file}: line 3: Input should be an object; left out",
        f'postmaster: {file}: line 4: needs "category", "categories" or "is_smtp_error": false; left out',
    ]


def test_a_file_without_a_case_is_refused(refused: Refused, tmp_path: Path) -> None:
    assert refused("evaluate", written(tmp_path / "none.jsonl")).endswith("none.jsonl holds no case that can be scored")
    assert refused("evaluate", "-") == "standard input holds no case that can be scored"


def test_somebody_who_waits_sees_how_far_it_is(terminal: OpenTerminal, tmp_path: Path) -> None:
    opened = terminal("evaluate", written(tmp_path / "cases.jsonl", RIGHT, TALK))
    opened.wait_for("Looking up")
    opened.wait_for("top-1")
    assert opened.finish() == 0
