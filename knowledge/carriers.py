"""What carries a judgement besides reactions: each is a register of its own, in which the latest press holds."""

from __future__ import annotations

__all__ = [
    "ANSWER",
    "BUTTON",
    "DEAD_END",
    "KNOWN",
    "MATCH",
    "OF_WORKAROUNDS",
    "TAKE_BACK",
    "TRIED",
    "WHICH",
    "WORKAROUND",
]

BUTTON = "button:"
"""Begins the name of every carrier that is no reaction."""
ANSWER = "button:answer"
WORKAROUND = "button:workaround"
"""The menu of a card, the entry's modal, and what a thread shows next."""
WHICH = "button:which"
"""The question which one did it: of its choices one holds."""
TRIED = "button:tried"
"""The question which ones were tried."""
OF_WORKAROUNDS = (WORKAROUND, WHICH, TRIED)
DEAD_END = "button:dead-end"
MATCH = "button:match"
"""The button "Not my error", and the reason that says the same: whoever says it twice says it once."""
KNOWN = "button:known"
"""The reason that the answer was no news."""
TAKE_BACK = "button:take-back"
"""What takes back all that buttons said."""
