"""Contenders timed in turns, so that whatever else the machine does falls on all of them alike."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from bot.cli.progress import watched

__all__ = ["Spread", "in_turns", "quantile", "ratios", "seconds", "spread"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle one of several measurements, and the outermost ones."""

    median: float
    least: float
    most: float


def spread(values: Iterable[float]) -> Spread:
    """The spread of `values`, which are at least one."""
    measured = list(values)
    return Spread(median(measured), min(measured), max(measured))


def ratios(values: Sequence[float], peer: Sequence[float]) -> Spread:
    """How many times as much `values` are as those of the `peer`, measured in the same rounds."""
    return spread(value / other for value, other in zip(values, peer, strict=True))


def quantile(values: Iterable[float], share: float) -> float:
    """The least of `values` that the `share` (0 to 1) of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes, in seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def in_turns(contenders: Mapping[str, Callable[[], T]], *, rounds: int, what: str) -> dict[str, list[T]]:
    """What each of the `contenders` gives, once a round: A B A B. A bar says `what` is going on."""
    measured: dict[str, list[T]] = {name: [] for name in contenders}
    for name in watched([*contenders] * rounds, what):
        measured[name].append(contenders[name]())
    return measured
