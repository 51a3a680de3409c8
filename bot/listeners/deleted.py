"""Somebody deletes a message: its answer goes too."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import remove
from knowledge.base import KnowledgeBase, Place

__all__ = ["forget", "register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` forget what people take back."""

    def receive(args: Args) -> None:
        forget(args, knowledge, ts=str((args.event or {}).get("deleted_ts")))

    app.event({"type": "message", "subtype": "message_deleted"})(receive)


def forget(args: Args, knowledge: KnowledgeBase, *, ts: str) -> None:
    """Drop what is stored about the message at `ts`, and its card."""
    last = knowledge.forget(Place(args.context.team_id or "", args.context.channel_id or "", ts))
    card = last.card if last else None
    if card is not None:
        afterwards(args, lambda: remove(args.client, card))
