"""Somebody reacts to an answer, or takes it back: 👍 👎 judge it, 1️⃣ 2️⃣ 3️⃣ say which workaround worked."""

from __future__ import annotations

import re
from typing import NamedTuple

from slack_bolt import App, Args

from bot import metrics
from bot.listeners.answering import refresh
from bot.listeners.failure import guarded
from knowledge.base import KnowledgeBase, Place, Signal
from knowledge.errors import InputError

__all__ = ["Judgement", "judgement_of", "register"]

_NAME = re.compile(r"(?P<emoji>[+\w-]+?)(?P<tone>::skin-tone-[2-6])?")


class Judgement(NamedTuple):
    """What a reaction says: its name, what it is about, and whether that worked."""

    name: str
    target: str
    worked: bool


_EMOJI = {
    "+1": Judgement("+1", "answer", worked=True),
    "thumbsup": Judgement("+1", "answer", worked=True),
    "-1": Judgement("-1", "answer", worked=False),
    "thumbsdown": Judgement("-1", "answer", worked=False),
    "one": Judgement("one", "rank:1", worked=True),
    "two": Judgement("two", "rank:2", worked=True),
    "three": Judgement("three", "rank:3", worked=True),
}


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` count reactions to its own messages."""

    def receive(args: Args) -> None:
        event = args.event or {}
        judgement, item = judgement_of(str(event.get("reaction"))), event.get("item") or {}
        if judgement is None or event.get("item_user") != args.context.bot_user_id or item.get("type") != "message":
            return
        card = Place(args.context.team_id or "", str(item.get("channel")), str(item.get("ts")))
        signal = Signal(
            card=card,
            voter=str(event.get("user")),
            name=judgement.name,
            target=judgement.target,
            worked=judgement.worked if event.get("type") == "reaction_added" else None,
            event_ts=str(event.get("event_ts")),
        )
        try:
            counted = knowledge.vote(signal)
        except InputError:  # not a time of Slack's: nothing that a person can do
            return
        metrics.VOTES.labels(target=judgement.target).inc()
        args.context["card"] = card if counted else None

    def show(args: Args) -> None:
        if card := args.context.get("card"):
            refresh(args.client, knowledge, card)

    for event in ("reaction_added", "reaction_removed"):
        app.event(event)(ack=receive, lazy=[guarded(show)])


def judgement_of(reaction: str) -> Judgement | None:
    """What the `reaction` says about an answer, in any skin tone; None if it says nothing.

    Each tone is a carrier of its own: somebody may put two and take one back.
    """
    match = _NAME.fullmatch(reaction)
    judgement = _EMOJI.get(match["emoji"]) if match else None
    return judgement._replace(name=judgement.name + (match["tone"] or "")) if match and judgement else None
