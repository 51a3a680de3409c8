"""A process that receives and takes pastes as fast as it can: `racer.py DATABASE SHIPPED PASTES`.

Says when it is ready, waits for a line, and prints which pastes it was the first to receive and which it got.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from knowledge.base import Conversation, KnowledgeBase, Place
from knowledge.model import Language


def conversation(number: int) -> Conversation:
    """The paste `number`."""
    paste = Place("T1", "C1", f"{1_700_000_000 + number}.000000")
    return Conversation(paste, paste.ts, "U1", asked=True, language=Language.EN, excerpt="550", candidates=("a/b",))


def say(line: str) -> None:
    """Print `line` at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    database, shipped, pastes = sys.argv[1:]
    knowledge = KnowledgeBase.open(database, shipped=Path(shipped))
    say("ready")
    sys.stdin.readline()
    received = [number for number in range(int(pastes)) if knowledge.receive(conversation(number))]
    taken = [number for number in range(int(pastes)) if knowledge.take(conversation(number).paste)]
    say(json.dumps({"received": received, "taken": taken}))
