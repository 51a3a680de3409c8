"""App Home: somebody opens it, searches in it, turns its pages, takes a vote back."""

from __future__ import annotations

from bot.listeners.home.presses import register

__all__ = ["register"]
