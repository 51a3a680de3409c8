"""Lookups per second, of typical pastes and of a long log, beside WRatio over all signatures.

`python -m bench.lookups [--cases FILE]` runs it alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.table import Table

from bench import command
from bench.big_log import big_log
from bench.cases import SEED, some_errors
from bench.fuzzy import FuzzyLookup
from bench.tables import console, goal, spread_text, table
from bench.timing import in_turns, ratios, seconds, spread
from bench.voted import TEAM, open_voted
from bench.wordings import wordings_of
from knowledge.base import KnowledgeBase
from knowledge.evaluation import Case

__all__ = ["Contenders", "Speed", "measure", "speed"]

_GOAL = 10.0
"""How many times as fast as WRatio."""
_PASTES = 50
_ROUNDS = 5
_LOG_SIZE = 1_000_000
"""Characters."""
_LOG_ROUNDS = 1
_VOTES = 1_000


@dataclass(frozen=True, slots=True)
class Contenders:
    """Who looks the same texts up."""

    memory: KnowledgeBase
    """Postmaster with its database in memory."""
    file: KnowledgeBase
    """Postmaster with a database file that holds votes of TEAM."""
    fuzzy: FuzzyLookup


@dataclass(frozen=True, slots=True)
class Speed:
    """Lookups per second of each contender, a figure for each round."""

    memory: Sequence[float]
    file: Sequence[float]
    fuzzy: Sequence[float]


def measure(cases: Sequence[Case]) -> None:
    """Measure how fast errors of `cases` are looked up, and print it."""
    with TemporaryDirectory() as folder:
        memory = KnowledgeBase.open(":memory:")
        file = open_voted(Path(folder) / "postmaster.db", votes=_VOTES)
        wordings = wordings_of(memory.entries())
        contenders = Contenders(memory, file, FuzzyLookup(wordings))
        pastes = some_errors(cases, _PASTES)
        log = big_log(pastes, size=_LOG_SIZE, seed=SEED)
        on_pastes = speed(contenders, pastes, rounds=_ROUNDS, what="Lookups of typical pastes")
        on_log = speed(contenders, [log], rounds=_LOG_ROUNDS, what="Lookups of a log of 1 MB")
        console.print(_speed_table(on_pastes, on_log, signatures=len(wordings)))
        file.close()
        memory.close()


def speed(contenders: Contenders, texts: Sequence[str], *, rounds: int, what: str) -> Speed:
    """How fast each of the `contenders` looks all `texts` up, warmed up with the first of them."""
    look_ups: dict[str, Callable[[str], object]] = {
        "memory": contenders.memory.look_up,
        "file": partial(contenders.file.look_up, team=TEAM),
        "fuzzy": partial(contenders.fuzzy.look_up, limit=1),
    }
    for look_up in look_ups.values():
        look_up(texts[0][:1_000])
    measured = in_turns(
        {name: partial(_per_second, look_up, texts) for name, look_up in look_ups.items()}, rounds=rounds, what=what
    )
    return Speed(**measured)


def _per_second(look_up: Callable[[str], object], texts: Sequence[str]) -> float:
    return len(texts) / seconds(lambda: [look_up(text) for text in texts])


def _speed_table(on_pastes: Speed, on_log: Speed, *, signatures: int) -> Table:
    made = table("Lookups per second: median (least–most)", "", "typical pastes", "a log of 1 MB")
    both = (on_pastes, on_log)
    times = [ratios(one.file, one.fuzzy) for one in both]
    made.add_row("Postmaster, database in memory", *(spread_text(spread(one.memory)) for one in both))
    made.add_row(f"Postmaster, file with {_VOTES:,} votes", *(spread_text(spread(one.file)) for one in both))
    made.add_row(f"WRatio over {signatures:,} signatures", *(spread_text(spread(one.fuzzy)) for one in both))
    made.add_row("Postmaster (file) : WRatio", *(spread_text(one, "×") for one in times))
    made.add_row(f"goal ≥ {_GOAL:.0f}×", *(goal(reached=one.median >= _GOAL) for one in times))
    return made


if __name__ == "__main__":
    sys.exit(command.run(measure))
