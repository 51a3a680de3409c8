"""Somebody deletes a message: its answer goes too."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.answering import remove
from bot.listeners.failure import guarded
from knowledge.base import KnowledgeBase, Place

__all__ = ["forget", "register", "remove_card"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` forget what people take back."""

    def receive(args: Args) -> None:
        forget(args, knowledge, ts=str((args.event or {}).get("deleted_ts", "")))

    app.event({"type": "message", "subtype": "message_deleted"})(ack=receive, lazy=[guarded(remove_card)])


def forget(args: Args, knowledge: KnowledgeBase, *, ts: str) -> None:
    """Drop what is stored about the message at `ts`, and note its card for `remove_card`."""
    place = Place(args.context.team_id or "", args.context.channel_id or "", ts)
    last = knowledge.forget(place)
    if last is not None:
        args.context["card"] = last.card


def remove_card(args: Args) -> None:
    """Delete the card that `forget` noted, if there is one."""
    card = args.context.get("card")
    if card is not None:
        remove(args.client, card)
