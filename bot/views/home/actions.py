"""The action ids of the home: its views write them, its listeners read them."""

from __future__ import annotations

__all__ = ["CLEAR", "SEARCH", "TAKE_BACK", "TURN"]

SEARCH = "home_search"
CLEAR = "home_clear"
TURN = "home_turn"
"""Shows another page of a list; one of several buttons in a row (`bot.views.actions.numbered`)."""
TAKE_BACK = "home_take_back"
