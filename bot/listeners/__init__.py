"""What people do in Slack, one module each. A listener decides nothing: it reads, asks `knowledge`, shows a view.

Each has two stages. The first stores what was said or voted and lets Bolt acknowledge it; the second, which talks to
Slack, is done `afterwards`.
"""

from __future__ import annotations

from slack_bolt import App

from bot.listeners import (
    allowed,
    buttons,
    command,
    deleted,
    edited,
    examples,
    failure,
    feedback,
    following,
    home,
    joined,
    mention,
    message,
    more,
    not_my_error,
    other_entry,
    reactions,
    reader,
    settings,
    share,
    shortcut,
    showing_here,
    teaching,
)
from knowledge.base import KnowledgeBase

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` answer from `knowledge`; the first listener that fits an event takes it."""
    reader.register(app, knowledge)
    allowed.register(app, knowledge)
    for listener in (edited, deleted, message, mention, command, settings, shortcut, share, showing_here):
        listener.register(app, knowledge)
    for listener in (reactions, buttons, feedback, not_my_error, other_entry, more, examples, following, teaching):
        listener.register(app, knowledge)
    joined.register(app, knowledge)
    home.register(app, knowledge)
    failure.register(app)
