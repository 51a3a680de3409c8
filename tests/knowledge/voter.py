"""A process that votes until it is killed and says each time that a vote is kept: `voter.py DATABASE SHIPPED`."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from knowledge.base import KnowledgeBase, Place, Signal

CARD = Place("T1", "C1", "1700000000.000000")


if __name__ == "__main__":
    knowledge = KnowledgeBase.open(sys.argv[1], shipped=Path(sys.argv[2]))
    for number in itertools.count():
        moment = f"{1_700_000_001 + number}.0"
        knowledge.vote(Signal(CARD, f"U{number}", "+1", "answer", worked=True, event_ts=moment))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
