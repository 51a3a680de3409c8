"""The thread below an answer: still broken, solved, a human is needed. What follows is stored, and then said."""

from __future__ import annotations

from bot.listeners.following.hearing import follow
from bot.listeners.following.pressing import register
from bot.listeners.following.saying import handlers

__all__ = ["follow", "handlers", "register"]
