"""Postmaster beside what one would use instead: how often each is right, how fast, and how large.

`python -m bench.comparison [--cases FILE]` runs it alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from rich.table import Table

from bench import command
from bench.accuracy import Judgement, judge_peer, judge_postmaster
from bench.cases import SEED, some_errors
from bench.footprint import POSTMASTER, Task
from bench.missing import missing
from bench.peers import PEERS, installed
from bench.processes import environment, finished, python
from bench.tables import console, number, spread_text, table
from bench.timing import Spread, in_turns, seconds, spread
from bench.wordings import wordings_of
from bot.cli.progress import watched
from knowledge.base import KnowledgeBase
from knowledge.evaluation import Case, Share

__all__ = ["Contender", "compared", "measure"]

_ERRORS = 250
"""Of the cases that are errors, at most so many: a sentence model takes its time."""
_PASTES, _ROUNDS = 50, 3


@dataclass(frozen=True, slots=True)
class Contender:
    """What came of one of those who looked the same cases up."""

    judgement: Judgement
    lookup_ms: Spread
    resident_mb: float


def measure(cases: Sequence[Case]) -> None:
    """Let Postmaster and all installed peers look errors and talk of `cases` up, and print what came out."""
    names, lacking = installed()
    errors = [case for case in cases if case.expected]
    some = Random(SEED).sample(errors, min(_ERRORS, len(errors)))  # noqa: S311 - nothing here is secret
    asked = some + [case for case in cases if not case.expected]
    console.print(_table(compared(asked, names, pastes=some_errors(some, _PASTES), rounds=_ROUNDS)))
    for name, package in lacking.items():
        console.print(missing(name, package), markup=False, soft_wrap=True)


def compared(
    cases: Sequence[Case], names: Sequence[str], *, pastes: Sequence[str], rounds: int
) -> dict[str, Contender]:
    """Postmaster and the peers with these `names`, by name: right on `cases`, timed on `pastes` in some `rounds`."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        knowledge = KnowledgeBase.open(str(folder / "postmaster.db"))
        wordings = wordings_of(knowledge.entries())
        peers = {peer: PEERS[peer](wordings) for peer in watched(names, "Peers read the signatures")}
        judged = {POSTMASTER: judge_postmaster(cases, knowledge)}
        judged |= {peer: judge_peer(cases, peer, peers[peer]) for peer in names}
        look_ups: dict[str, Callable[[str], object]] = {POSTMASTER: knowledge.look_up}
        look_ups |= {peer: partial(peers[peer].look_up, limit=1) for peer in names}
        lookup_ms = _timed(look_ups, pastes, rounds=rounds)
        task = Task(wordings=wordings, database=str(folder / "postmaster.db"), pastes=[*pastes])
        sizes = {name: _resident_mb(name, task, folder) for name in watched([*look_ups], "Memory of each")}
        knowledge.close()
    return {name: Contender(judged[name], lookup_ms[name], sizes[name]) for name in look_ups}


def _timed(look_ups: Mapping[str, Callable[[str], object]], pastes: Sequence[str], *, rounds: int) -> dict[str, Spread]:
    """Milliseconds for one of `pastes`."""
    contenders = {name: partial(_mean_ms, look_up, pastes) for name, look_up in look_ups.items()}
    return {name: spread(taken) for name, taken in in_turns(contenders, rounds=rounds, what="Lookups by turns").items()}


def _mean_ms(look_up: Callable[[str], object], pastes: Sequence[str]) -> float:
    return seconds(lambda: [look_up(paste) for paste in pastes]) / len(pastes) * 1_000


def _resident_mb(name: str, task: Task, folder: Path) -> float:
    told = json.dumps(task).encode()
    return float(finished(python("bench.footprint", name), env=environment(folder), told=told))


def _table(contenders: Mapping[str, Contender]) -> Table:
    reports = [one.judgement.report for one in contenders.values()]
    title = f"The same entries, {reports[0].top1.of:,} errors and {reports[0].false_alarms.of:,} other texts"
    made = table(title, "", "top-1", "top-3", "detection", "false alarms", "from score", "ms per lookup", "MB")
    for name, one in contenders.items():
        report, threshold = one.judgement.report, one.judgement.threshold
        shares = (report.top1, report.top3, report.detection, report.false_alarms)
        speaks_from = "its own" if threshold is None else f"{threshold:.2f}"
        figures = (spread_text(one.lookup_ms), number(one.resident_mb))
        made.add_row(name, *map(_percent, shares), speaks_from, *figures)
    return made


def _percent(share: Share) -> str:
    return "–" if share.value is None else f"{share.value:.1%}"


if __name__ == "__main__":
    sys.exit(command.run(measure))
