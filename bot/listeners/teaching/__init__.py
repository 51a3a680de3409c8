"""Teaching: somebody fills in a form, somebody else decides, and from then on everybody here knows it."""

from __future__ import annotations

from slack_bolt import App

from bot.listeners.teaching import beginning, deciding, filling, known, rejecting
from bot.listeners.teaching.catching_up import handlers
from bot.listeners.teaching.opening import open_teach
from bot.views.teaching import Origin
from knowledge.base import KnowledgeBase

__all__ = ["Origin", "handlers", "open_teach", "register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` teachable."""
    for part in (beginning, filling, deciding, rejecting, known):
        part.register(app, knowledge)
