"""Somebody deletes a message: its answer goes too, and what was said below it."""

from __future__ import annotations

from collections.abc import Iterable

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import remove
from bot.listeners.threads import withdraw
from bot.listeners.who import who
from knowledge.base import KnowledgeBase, Place

__all__ = ["forget", "register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` forget what people take back."""

    def receive(args: Args) -> None:
        forget(args, knowledge, ts=str((args.event or {}).get("deleted_ts")))

    app.event({"type": "message", "subtype": "message_deleted"})(receive)


def forget(args: Args, knowledge: KnowledgeBase, *, ts: str) -> None:
    """Drop what is stored about the message at `ts`, its card, and what Postmaster said in the thread since."""
    paste = Place(who(args).team, args.context.channel_id or "", ts)
    last = knowledge.forget(paste)
    gone = withdraw(knowledge, last) if last else []
    if gone:
        afterwards(args, lambda: _remove_all(args, gone))


def _remove_all(args: Args, messages: Iterable[Place]) -> None:
    for message in messages:
        remove(args.client, message)
