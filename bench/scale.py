"""What it costs to know twenty times as much: lookups, start and memory with 500 and with 10,000 entries.

`python -m bench.scale [--cases FILE]` runs it alone. All of it is measured of whole processes with database files.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.table import Table

from bench import command
from bench.big_log import big_log
from bench.bots import fake_slack_running, secrets
from bench.cases import SEED, some_errors
from bench.checkout import check_out
from bench.memory import look_up_all, resident_mb
from bench.processes import Running, environment, finished, postmaster, python, running
from bench.tables import console, goal, number, spread_text, table
from bench.timed_lookups import Task
from bench.timing import in_turns, ratios, seconds, spread
from knowledge import files
from knowledge.evaluation import Case
from knowledge.model import Entry

__all__ = ["Figure", "Program", "figures", "measure", "programs"]

_SIZES = (500, 10_000)
_PASTES, _WARM_UP, _ROUNDS = 50, 50, 3
_SERVED = 300
"""Lookups over HTTP."""
_LOG_SIZE = 1_000_000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Program:
    """Postmaster with as many entries as it is measured with, all of them in its database already."""

    size: int
    env: Mapping[str, str]
    """Of a process of it in the terminal."""
    server_env: Mapping[str, str]
    """Of a server in HTTP mode."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Something that was measured of both programs, a value for each round."""

    name: str
    small: Sequence[float]
    large: Sequence[float]
    below: float | None = None
    """What the large one is to stay under."""
    times_below: float | None = None
    """How many times as much as for the small one it is to stay under."""


def measure(cases: Sequence[Case]) -> None:
    """Measure both programs with errors of `cases`, and print it."""
    texts = some_errors(cases, _WARM_UP + _PASTES)
    entries = files.read_all(files.paths())
    with TemporaryDirectory() as folder, programs(Path(folder), entries, sizes=_SIZES) as (small, large):
        console.print(_table(small, large, list(figures(small, large, texts))))


@contextmanager
def programs(folder: Path, entries: Sequence[Entry], *, sizes: tuple[int, int]) -> Iterator[tuple[Program, Program]]:
    """Programs that know so many entries, grown out of `entries`, with all their files in the new `folder`."""
    with fake_slack_running(folder) as slack:
        small, large = (_program(folder / f"{size}", entries, size, slack) for size in sizes)
        yield small, large


def figures(
    small: Program, large: Program, texts: Sequence[str], *, log_size: int = _LOG_SIZE, rounds: int = _ROUNDS
) -> Iterator[Figure]:
    """What is measured of both, with errors in `texts`, half of which warm up."""
    half = len(texts) // 2
    log = big_log(texts[half:], size=log_size, seed=SEED)
    task: Task = {"warm_up": [*texts[:half]], "pastes": [*texts[half:]], "log": log}
    turns = partial(_by_turns, small, large, rounds=rounds)
    times = turns(lambda one: _timed_lookups(one, task), what="Lookups by size")
    yield _figure("typical lookup, ms", "paste_ms", times, below=2, times_below=3)
    yield _figure("log of 1 MB, ms", "log_ms", times, below=150)
    starts = turns(lambda one: _timed_start(one, texts[0]), what="Starts by size")
    yield _figure("lookup --json from its start, s", "start_s", starts, below=2)
    served = turns(lambda one: _served(one, texts), what="Servers by size")
    yield _figure("server until its first answer, s", "start_s", served, below=2)
    yield _figure(f"server after {_SERVED} lookups, MB", "resident_mb", served, below=300)


_Measured = Mapping[str, float]
"""What a program was measured for -> the value."""


def _by_turns(
    small: Program, large: Program, measured: Callable[[Program], _Measured], *, rounds: int, what: str
) -> tuple[Sequence[_Measured], Sequence[_Measured]]:
    """What is `measured` of each program in each round."""
    found = in_turns({"small": partial(measured, small), "large": partial(measured, large)}, rounds=rounds, what=what)
    return found["small"], found["large"]


def _figure(
    name: str,
    key: str,
    measured: tuple[Sequence[_Measured], Sequence[_Measured]],
    *,
    below: float,
    times_below: float | None = None,
) -> Figure:
    small, large = ([one[key] for one in side] for side in measured)
    return Figure(name, small, large, below, times_below)


def _program(folder: Path, entries: Sequence[Entry], size: int, slack: Running) -> Program:
    """A program whose first start, which reads all entries, is over."""
    path = f"{check_out(folder, entries, size=size)}:{Path(__file__).parents[1]}"
    env = environment(folder, PYTHONPATH=path)
    task: Task = {"warm_up": [], "pastes": [], "log": ""}
    _timed_lookups(Program(size, env, env), task)
    return Program(size, env, {**secrets(folder, slack), "PYTHONPATH": path})


def _timed_lookups(program: Program, task: Task) -> dict[str, float]:
    printed = finished(python("bench.timed_lookups"), env=program.env, told=json.dumps(task).encode())
    return {name: float(value) for name, value in json.loads(printed).items()}


def _timed_start(program: Program, text: str) -> dict[str, float]:
    told = text.encode("utf-8", "replace")
    return {"start_s": seconds(lambda: finished(postmaster("lookup", "--json"), env=program.env, told=told))}


def _served(program: Program, texts: Sequence[str]) -> dict[str, float]:
    """Of a server: seconds until it has answered the first of `texts`, and megabytes after many."""
    begun = time.perf_counter()
    with running(postmaster("serve"), env=program.server_env) as server:
        look_up_all(server, texts[:1])
        start_s = time.perf_counter() - begun
        look_up_all(server, (list(texts) * _SERVED)[:_SERVED])
        return {"start_s": start_s, "resident_mb": resident_mb(server)}


def _table(small: Program, large: Program, measured: Sequence[Figure]) -> Table:
    names = [f"{one.size:,} entries" for one in (small, large)]
    made = table("More knowledge: median (least–most)", "", *names, "times", "goal")
    for one in measured:
        times = ratios(one.large, one.small)
        goals = [_goal(spread(one.large).median, one.below, ""), _goal(times.median, one.times_below, "×")]
        sides = (spread_text(spread(side)) for side in (one.small, one.large))
        made.add_row(one.name, *sides, f"{number(times.median)}×", ", ".join(filter(None, goals)))
    return made


def _goal(value: float, below: float | None, unit: str) -> str:
    return "" if below is None else f"< {below:g}{unit} {goal(reached=value < below)}"


if __name__ == "__main__":
    sys.exit(command.run(measure))
