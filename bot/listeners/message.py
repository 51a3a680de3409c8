"""Somebody writes a message: an error in a channel that Postmaster is in, or anything in a direct message."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.asking import Received, ask, overhear, tells_of_error
from bot.listeners.delivering import deliver
from bot.listeners.following import follow
from bot.listeners.incoming import Incoming, from_event
from bot.listeners.listening import is_off, listens
from bot.listeners.talk import is_small_talk
from knowledge.base import KnowledgeBase

__all__ = ["receive_message", "register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` listen in its channels, speaking only where it knows the error, and answer direct messages."""

    def receive(args: Args) -> None:
        incoming = from_event(args.event or {}, args.context)
        if incoming is None or (incoming.mentions_bot and not incoming.is_direct):  # the latter is app_mention's
            return
        if follow(args, knowledge, incoming):
            return
        received = receive_message(knowledge, incoming)
        if received is not None:
            afterwards(args, lambda: deliver(args.client, knowledge, received))

    app.event("message")(receive)


def receive_message(knowledge: KnowledgeBase, incoming: Incoming) -> Received | None:
    """Keep a message that calls for an answer; None if it does not."""
    if not incoming.is_direct:
        return overhear(knowledge, incoming, surface="channel") if _hears(knowledge, incoming) else None
    if _is_chat(knowledge, incoming):
        return None
    return ask(knowledge, incoming, surface="direct message")


def _hears(knowledge: KnowledgeBase, incoming: Incoming) -> bool:
    """Whether Postmaster reads `incoming` unasked: where it listens, and files below its answers, as what is typed."""
    if listens(knowledge, incoming.place):
        return True
    below = incoming.in_thread and knowledge.threads.of(incoming.parent) is not None
    return bool(incoming.files) and below and not is_off(knowledge, incoming.place)


def _is_chat(knowledge: KnowledgeBase, incoming: Incoming) -> bool:
    """Whether a direct message is nothing to answer: empty, or a word of thanks."""
    if incoming.files:
        return False
    if not incoming.in_thread:
        return is_small_talk(incoming.text) or not (incoming.text or incoming.mentions_bot)
    return not tells_of_error(knowledge.look_up(incoming.text, team=incoming.place.team))
