"""What people say when they are asked about their vote."""

from __future__ import annotations

from slack_bolt import App

from bot.listeners.feedback import judging, own_words, reasons, taking_back, workarounds
from knowledge.base import KnowledgeBase

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` take the answers to its questions."""
    for listener in (workarounds, reasons, own_words, taking_back, judging):
        listener.register(app, knowledge)
