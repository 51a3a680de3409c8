"""Whether scores can be believed: of the answers that claim to be right nine times out of ten, how many are?

`python -m bench.reliability [--cases FILE]` runs it alone. It leaves the diagram in build/reliability.svg.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from bench import command
from bench.diagram import draw
from bench.missing import missing
from bench.tables import console, goal, percent, table
from bot.cli.progress import watched
from knowledge.base import KnowledgeBase
from knowledge.calibration import Bin, Calibration, calibration
from knowledge.evaluation import Case, evaluate

__all__ = ["DIAGRAM", "measure"]

DIAGRAM = Path(__file__).parents[1] / "build" / "reliability.svg"
_SURE, _GOAL = 0.9, 0.95
"""Of the answers with at least this score, at least this share is to be right."""


def measure(cases: Sequence[Case], *, diagram: Path = DIAGRAM) -> None:
    """Judge the first answers to `cases`, print how far their scores can be believed, and draw it into `diagram`."""
    knowledge = KnowledgeBase.open(":memory:")
    found = calibration(evaluate(watched(cases, "Scores"), knowledge.look_up))
    knowledge.close()
    console.print(_table(found))
    try:
        draw(found, f"{sum(one.right.of for one in found.bins):,} answers", diagram)
    except ImportError:
        console.print(missing("The reliability diagram", "matplotlib"), markup=False, soft_wrap=True)
    else:
        console.print(f"drawn in {diagram}", markup=False, soft_wrap=True)


def _table(found: Calibration) -> Table:
    made = table("Scores of first answers", "score", "answers", "right", "mean score")
    for one in found.bins:
        made.add_row(f"{one.least:.1f}–{one.most:.1f}", f"{one.right.of:,}", *_figures(one), end_section=one.most == 1)
    sure = found.from_score(_SURE)
    reached = goal(reached=sure.value is None or sure.value >= _GOAL)
    made.add_row(f"from {_SURE} on, goal ≥ {_GOAL:.0%}", f"{sure.of:,}", percent(sure), reached)
    made.add_row("expected calibration error", "", "–" if found.error is None else f"{found.error:.3f}", "")
    return made


def _figures(one: Bin) -> tuple[str, str]:
    return ("–", "–") if one.score is None else (percent(one.right), f"{one.score:.2f}")


if __name__ == "__main__":
    sys.exit(command.run(measure))
