"""Events per second through the whole bot, beside a Bolt app that only says every message again.

Signed requests go to the real server, replies to a fake Web API; sender, server and API are processes of their own. An
event counts once its reply has arrived. `python -m bench.events [--cases FILE]` runs it alone.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from rich.table import Table

from bench import command
from bench.bots import Bots, running_bots
from bench.load import await_answers, send
from bench.message_events import message_events
from bench.mixes import Mix, mixes
from bench.processes import Running
from bench.tables import console, goal, number, spread_text, table
from bench.timing import in_turns, quantile, ratios, spread
from knowledge.evaluation import Case

__all__ = ["Pass", "Passes", "measure", "passes", "send_through"]

_GOAL = 0.8
"""Share of the echo app's events per second."""
_EVENTS, _ROUNDS, _CONNECTIONS = 400, 5, 8
_DELAY_S = 0.1
"""What a Web API on the other side of the internet may take for a message."""
_SLOW_EVENTS, _SLOW_ROUNDS = 100, 3


@dataclass(frozen=True, slots=True)
class Pass:
    """What came of sending a mix of events once."""

    per_second: float
    """Events, from the first that was sent to the last reply."""
    acknowledged_s: Sequence[float]
    """Seconds until each event was acknowledged."""
    cpu_s: float
    """Seconds of processor time that the server took for an event."""


@dataclass(frozen=True, slots=True)
class Passes:
    """All rounds of both bots."""

    postmaster: Sequence[Pass]
    echo: Sequence[Pass]


def measure(cases: Sequence[Case]) -> None:
    """Send errors of `cases` and talk through both bots, and print what came out."""
    with TemporaryDirectory() as folder, running_bots(Path(folder)) as bots:
        for mix in mixes(cases, size=_EVENTS):
            console.print(_table(mix.name, passes(bots, mix, rounds=_ROUNDS)))
    _, errors = mixes(cases, size=_SLOW_EVENTS)
    with TemporaryDirectory() as folder, running_bots(Path(folder), delay_s=_DELAY_S) as bots:
        measured = passes(bots, errors, rounds=_SLOW_ROUNDS)
        console.print(_table(f"{errors.name}, Slack takes {_DELAY_S} s for a message", measured))


def passes(bots: Bots, mix: Mix, *, rounds: int) -> Passes:
    """Send `mix` through both `bots` by turns, after a pass that warms them up."""
    contenders = {
        "postmaster": partial(send_through, bots.postmaster, mix, slack=bots.slack, answered=mix.deserving),
        "echo": partial(send_through, bots.echo, mix, slack=bots.slack, answered=frozenset(mix.texts)),
    }
    for warm_up in contenders.values():
        warm_up()
    return Passes(**in_turns(contenders, rounds=rounds, what=f"Events: {mix.name}"))


def send_through(bot: Running, mix: Mix, *, slack: Running, answered: frozenset[str]) -> Pass:
    """Send every text of `mix` to `bot`, and wait until each of those in `answered` has its reply.

    Raises:
        NotMeasuredError: the bot refuses an event, or a reply is missing.
    """
    events = list(message_events(mix.texts))
    channels = [event.channel for event, text in zip(events, mix.texts, strict=True) if text in answered]
    cpu_before, begun = _cpu_s(bot), time.perf_counter()
    acknowledged_s = send(bot.port, events, connections=_CONNECTIONS)
    await_answers(slack.port, channels)
    taken_s = time.perf_counter() - begun
    return Pass(len(events) / taken_s, acknowledged_s, (_cpu_s(bot) - cpu_before) / len(events))


def _cpu_s(bot: Running) -> float:
    times = psutil.Process(bot.pid).cpu_times()
    return times.user + times.system


def _table(name: str, measured: Passes) -> Table:
    made = table(f"Events: {name}", "", "events per second", "ack p50", "ack p99", "CPU/event")
    made.add_row("Postmaster", *_figures(measured.postmaster))
    made.add_row("Bolt echo app", *_figures(measured.echo))
    ratio = ratios(*([one.per_second for one in side] for side in (measured.postmaster, measured.echo)))
    made.add_row("Postmaster : echo", spread_text(ratio, "×"))
    made.add_row(f"goal ≥ {_GOAL}×", goal(reached=ratio.median >= _GOAL))
    return made


def _figures(side: Sequence[Pass]) -> Iterator[str]:
    acknowledged_s = list(chain.from_iterable(one.acknowledged_s for one in side))
    yield spread_text(spread(one.per_second for one in side))
    for share in (0.5, 0.99):
        yield f"{number(quantile(acknowledged_s, share) * 1_000)} ms"
    yield f"{number(spread(one.cpu_s for one in side).median * 1_000)} ms"


if __name__ == "__main__":
    sys.exit(command.run(measure))
