"""Somebody wants to see, where only a link stands, the answer that it leads to."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.buttons import show
from bot.listeners.press import press_of, tell
from bot.listeners.repeats import show_here
from bot.views import words
from bot.views.quiet import actions
from knowledge.base import KnowledgeBase

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` turn its links to earlier answers into the answers themselves."""

    def turn(args: Args) -> None:
        press = press_of(args)
        if press is not None and show_here(knowledge, press.card, press.value, at=press.at):
            afterwards(args, lambda: show(args, knowledge, press.card))
        elif press is not None:
            afterwards(args, lambda: tell(args, words.CARD_GONE))
        args.ack()

    app.action(actions.SHOW_HERE)(turn)
