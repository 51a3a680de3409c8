"""The action ids of buttons and menus: the views write them, the listeners read them."""

from __future__ import annotations

import re

__all__ = [
    "FAILED",
    "LANGUAGE",
    "MORE",
    "NONE_OF_THESE",
    "NOT_MY_ERROR",
    "SHARE",
    "SHOW_ENTRY",
    "TAKE_BACK",
    "TRY_EXAMPLE",
    "WHICH_WORKED",
    "WORKED",
    "numbered",
    "with_number",
]

WORKED = "vote_worked"
FAILED = "vote_failed"
WHICH_WORKED = "which_worked"
TAKE_BACK = "take_back"
"""The choice in the menu WHICH_WORKED that withdraws a person's votes; a workaround's key has no underscore."""
MORE = "more"
LANGUAGE = "entry_language"
NOT_MY_ERROR = "not_my_error"
SHOW_ENTRY = "show_entry"
NONE_OF_THESE = "none_of_these"
SHARE = "share"
TRY_EXAMPLE = "try_example"


def numbered(action: str, number: int) -> str:
    """`action` for one of several buttons in a row: Slack wants each action id once in a block."""
    return f"{action}:{number}"


def with_number(action: str) -> re.Pattern[str]:
    """What matches `numbered(action, …)` for any number."""
    return re.compile(rf"{re.escape(action)}:\d+")
