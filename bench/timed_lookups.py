"""The program whose lookups are timed: `python -m bench.timed_lookups` reads a `Task` from standard input, as JSON.

It opens the database of POSTMASTER_DB with the entries of whichever copy of the program is in the PYTHONPATH. It
prints milliseconds of processor time, as JSON: `paste_ms` for a paste, on average, and `log_ms` for the log. On a
quiet machine that is the time that passes; on a shared one it leaves out what others do.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TypedDict

from knowledge.base import KnowledgeBase

__all__ = ["Task"]


class Task(TypedDict):
    """What to look up."""

    warm_up: list[str]
    """Before anything is timed."""
    pastes: list[str]
    log: str


def _main() -> None:
    task: Task = json.load(sys.stdin)
    knowledge = KnowledgeBase.open(os.environ["POSTMASTER_DB"])
    _ms(knowledge, task["warm_up"])
    paste_ms = _ms(knowledge, task["pastes"]) / max(1, len(task["pastes"]))
    print(json.dumps({"paste_ms": paste_ms, "log_ms": _ms(knowledge, [task["log"]])}))
    knowledge.close()


def _ms(knowledge: KnowledgeBase, texts: list[str]) -> float:
    """Milliseconds for all `texts`."""
    begun = time.process_time()
    for text in texts:
        knowledge.look_up(text)
    return (time.process_time() - begun) * 1_000


if __name__ == "__main__":
    _main()
