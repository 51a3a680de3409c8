"""What carries the votes of buttons and menus: each is a register of its own, in which the latest press holds."""

from __future__ import annotations

__all__ = ["ANSWER", "DEAD_END", "OF_WORKAROUNDS", "TRIED", "WHICH", "WORKAROUND"]

ANSWER = "button:answer"
WORKAROUND = "button:workaround"
"""The menu of a card, and the entry's modal."""
WHICH = "button:which"
"""The question which one did it: of its choices one holds."""
TRIED = "button:tried"
"""The question which ones were tried."""
OF_WORKAROUNDS = (WORKAROUND, WHICH, TRIED)
DEAD_END = "button:dead-end"
