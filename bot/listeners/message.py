"""Somebody writes a message: an error in a channel that Postmaster is in, or anything in a direct message."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.answering import deliver
from bot.listeners.asking import ask, has_error, look_up, overhear
from bot.listeners.failure import guarded
from bot.listeners.incoming import Incoming, from_event
from knowledge.base import KnowledgeBase, Place

__all__ = ["receive_message", "register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` listen in its channels, speaking only where it knows the error, and answer direct messages."""

    def receive(args: Args) -> None:
        incoming = from_event(args.event or {}, args.context)
        if incoming is None or (incoming.mentions_bot and not incoming.is_direct):  # the latter is app_mention's
            return
        args.context["paste"] = receive_message(knowledge, incoming)
        args.context["incoming"] = incoming

    def answer(args: Args) -> None:
        if paste := args.context.get("paste"):
            deliver(args.client, knowledge, paste, incoming=args.context["incoming"])

    app.event("message")(ack=receive, lazy=[guarded(answer)])


def receive_message(knowledge: KnowledgeBase, incoming: Incoming) -> Place | None:
    """Keep a message that calls for an answer; returns its place then."""
    if not incoming.is_direct:
        return overhear(knowledge, incoming, surface="channel")
    if _is_chat(knowledge, incoming):
        return None
    return ask(knowledge, incoming, surface="direct message")


def _is_chat(knowledge: KnowledgeBase, incoming: Incoming) -> bool:
    """Whether a direct message is nothing to answer: empty, or a word of thanks below an answer."""
    if incoming.files:
        return False
    if not incoming.in_thread:
        return not (incoming.text or incoming.mentions_bot)
    return not has_error(look_up(knowledge, incoming.text, team=incoming.place.team, surface="direct message"))
