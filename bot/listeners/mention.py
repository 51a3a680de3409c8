"""Somebody mentions Postmaster: with an error, below somebody's paste, or to see what it can do; thanks are taken."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.asking import ask, ask_about_above, is_about_above
from bot.listeners.delivering import deliver
from bot.listeners.following import follow
from bot.listeners.incoming import from_event
from bot.listeners.listening import is_off, say_that_it_is_off
from bot.listeners.talk import is_small_talk
from knowledge.base import KnowledgeBase

__all__ = ["register"]

_SURFACE = "mention"


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` answer mentions in channels; in a direct message every message is answered anyway."""

    def receive(args: Args) -> None:
        incoming = from_event(args.event or {}, args.context)
        if incoming is None or incoming.is_direct or is_small_talk(incoming.text):
            return
        if is_off(knowledge, incoming.place):
            afterwards(args, lambda: say_that_it_is_off(args, incoming))
        elif follow(args, knowledge, incoming):
            return
        else:
            asks = ask_about_above if is_about_above(knowledge, incoming) else ask
            received = asks(knowledge, incoming, surface=_SURFACE)
            afterwards(args, lambda: deliver(args.client, knowledge, received))

    app.event("app_mention")(receive)
