"""The program whose memory is measured for Postmaster or a peer: it knows, looks up, and tells how large it is.

`python -m bench.footprint NAME` reads what to know and to look up from standard input, as JSON, and prints megabytes.
Each one loads only what it needs itself.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TypedDict

import psutil

from bench.wordings import Wording

__all__ = ["POSTMASTER", "Task"]

POSTMASTER = "Postmaster"
"""Its name beside those of the peers."""


class Task(TypedDict):
    """What to know and what to look up."""

    wordings: list[Wording]
    """What a peer knows."""
    database: str
    """The file with what Postmaster knows."""
    pastes: list[str]


def _looking_up(name: str, task: Task) -> Callable[[str], object]:
    """How Postmaster, or the peer `name`, looks a paste up."""
    if name == POSTMASTER:
        from knowledge.base import KnowledgeBase  # noqa: PLC0415 - the peers do without

        return KnowledgeBase.open(task["database"]).look_up
    from bench.peers import PEERS  # noqa: PLC0415 - Postmaster does without

    return PEERS[name]([Wording(*row) for row in task["wordings"]]).look_up


def _main() -> None:
    task: Task = json.load(sys.stdin)
    look_up = _looking_up(sys.argv[1], task)
    for paste in task["pastes"]:
        look_up(paste)
    print(psutil.Process().memory_info().rss / 1e6)


if __name__ == "__main__":
    _main()
