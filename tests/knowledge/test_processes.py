"""Several processes on one database file, and processes that are killed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge import files
from knowledge.base import KnowledgeBase, Place, Signal

HERE = Path(__file__).parent
CARD = Place("T1", "C1", "1700000000.000000")


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(HERE / program), *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def tell(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()


def vote_of(number: int) -> Signal:
    """The vote that voter.py makes for the person `number`."""
    return Signal(CARD, f"U{number}", "+1", "answer", worked=True, event_ts=f"{1_700_000_001 + number}.0")


@pytest.mark.parametrize("after", [1, 7, 40])
def test_kill_9_while_voting_loses_no_acknowledged_vote_and_counts_none_twice(
    tmp_path: Path, few: Path, after: int
) -> None:
    database = tmp_path / "postmaster.db"
    (entry,) = files.read_all(files.paths(few))
    with start("voter.py", database, few) as voter:
        acknowledged = len([said(voter) for _ in range(after)])
        voter.send_signal(signal.SIGKILL)
        acknowledged += len([line for line in voter.stdout or () if line.endswith("\n")])
    knowledge = KnowledgeBase.open(str(database), shipped=few)
    knowledge.posted(CARD._replace(ts="1699999999.0"), card_ts=CARD.ts, entry_id=entry.id, workarounds=())
    kept = knowledge.rated(entry.id, team="T1").votes
    assert acknowledged <= kept <= acknowledged + 1  # the last one may have been kept and not yet been acknowledged
    for number in range(acknowledged + 1):
        knowledge.vote(vote_of(number))
    assert knowledge.rated(entry.id, team="T1").worked == acknowledged + 1
    knowledge.close()


def test_of_two_processes_one_receives_and_one_takes_each_paste(tmp_path: Path, few: Path) -> None:
    pastes = 60
    with (
        start("racer.py", tmp_path / "postmaster.db", few, pastes) as one,
        start("racer.py", tmp_path / "postmaster.db", few, pastes) as two,
    ):
        assert [said(one), said(two)] == ["ready", "ready"]
        for racer in (one, two):
            tell(racer, "go")
        results = [json.loads(racer.communicate()[0]) for racer in (one, two)]
    assert sorted(results[0]["received"] + results[1]["received"]) == list(range(pastes))
    assert sorted(results[0]["taken"] + results[1]["taken"]) == list(range(pastes))
