"""Seconds until Postmaster answers, in the terminal and as a server, beside what a start costs without it.

`python -m bench.start [--cases FILE]` runs it alone; an error among the cases is what is looked up.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.table import Table

from bench import command
from bench.bots import fake_slack_running
from bench.cases import some_errors
from bench.starts import Start, lookups, parsers, servers
from bench.tables import console, goal, spread_text, table
from bench.timing import in_turns, spread
from knowledge.evaluation import Case

__all__ = ["measure"]

_ROUNDS = 5


def measure(cases: Sequence[Case]) -> None:
    """Start everything by turns, and print how long it took."""
    text = some_errors(cases, 1)[0]
    with TemporaryDirectory() as name, fake_slack_running(Path(name)) as slack:
        folder = Path(name)
        starts = [*lookups(text, folder), *servers(folder, slack), *parsers()]
        measured = in_turns({start.name: start.timed for start in starts}, rounds=_ROUNDS, what="Starts")
    console.print(_table(starts, measured))


def _table(starts: Sequence[Start], measured: Mapping[str, Sequence[float]]) -> Table:
    made = table("Start, seconds: median (least–most)", "", "until it answered", "goal")
    for start in starts:
        taken = spread(measured[start.name])
        made.add_row(start.name, spread_text(taken), _goal(start, taken.median))
    return made


def _goal(start: Start, taken_s: float) -> str:
    return "" if start.goal_s is None else f"< {start.goal_s:g} {goal(reached=taken_s < start.goal_s)}"


if __name__ == "__main__":
    sys.exit(command.run(measure))
