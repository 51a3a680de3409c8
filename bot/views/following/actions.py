"""The action ids below answers: the views write them, the listeners read them."""

from __future__ import annotations

__all__ = ["HERE", "HUMAN", "MENU", "RESOLVED", "STILL_BROKEN", "TEACH", "WORKED", "of_step", "step_of"]

MENU = "thread_menu"
"""The menu of a card; its choices are the next four."""
STILL_BROKEN = "still_broken"
HUMAN = "need_human"
RESOLVED = "resolved"
TEACH = "teach"
WORKED = "step_worked"
HERE = "here"
"""What a button carries that stands on the card itself."""


def of_step(card_ts: str, key: str) -> str:
    """What a button below a step carries: the card that the step goes on from, and the key of its workaround."""
    return f"{card_ts} {key}"


def step_of(value: str) -> tuple[str, str]:
    """The card and the key that a button carries."""
    card_ts, _, key = value.partition(" ")
    return card_ts, key
