"""How measurements look: tables in which a reader sees who was measured, what came out, and what was aimed at."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.timing import Spread
from knowledge.evaluation import Share

__all__ = ["console", "goal", "machine", "number", "percent", "spread_text", "table"]

console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
"""In a file or pipe as wide as the widest table needs."""

_WIDTHS = ((100, ",.0f"), (10, ".1f"), (1, ".2f"), (0, ".3f"))
"""From which number on which format."""


def table(title: str, *columns: str) -> Table:
    """An empty table: the first column names what was measured, the others hold figures."""
    made = Table(title=title, title_justify="left", title_style="bold")
    made.add_column(columns[0], no_wrap=True)
    for name in columns[1:]:
        made.add_column(name, justify="right", no_wrap=True)
    return made


def spread_text(values: Spread, unit: str = "") -> str:
    """The median with the least and the most behind it."""
    return f"{number(values.median)}{unit} ({number(values.least)}–{number(values.most)})"


def number(value: float) -> str:
    """`value` with about three digits that say something."""
    return format(value, next(style for least, style in _WIDTHS if value >= least))


def percent(share: Share) -> str:
    """A share in percent with its counts."""
    return "no cases" if share.value is None else f"{share.value:.1%} ({share.count:,}/{share.of:,})"


def goal(*, reached: bool) -> str:
    """Whether a goal was reached in this run."""
    return "[green]reached[/]" if reached else "[red]missed[/]"


def machine() -> str:
    """What it was measured on: processor, cores, operating system, Python, and what else was going on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return f"{_processor()}, {cores} cores, {platform.system()}, Python {sys.version.split()[0]}{load}"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
