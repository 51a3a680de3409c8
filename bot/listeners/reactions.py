"""Somebody reacts to an answer, or takes it back: 👍 👎 judge it, 1️⃣ 2️⃣ 3️⃣ say which workaround worked."""

from __future__ import annotations

import re
from typing import NamedTuple

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import refresh
from bot.listeners.feedback.asking import ask
from bot.listeners.voting import count
from bot.listeners.who import who
from knowledge.base import KnowledgeBase, Place, Signal
from knowledge.votes import ANSWER

__all__ = ["Judgement", "judgement_of", "register"]

_NAME = re.compile(r"(?P<emoji>[+\w-]+?)(?P<tone>::skin-tone-[2-6])?")


class Judgement(NamedTuple):
    """What a reaction says: its name, what it is about, and whether that worked."""

    name: str
    target: str
    worked: bool


_EMOJI = {
    "+1": Judgement("+1", ANSWER, worked=True),
    "thumbsup": Judgement("+1", ANSWER, worked=True),
    "-1": Judgement("-1", ANSWER, worked=False),
    "thumbsdown": Judgement("-1", ANSWER, worked=False),
    "one": Judgement("one", "rank:1", worked=True),
    "two": Judgement("two", "rank:2", worked=True),
    "three": Judgement("three", "rank:3", worked=True),
}


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` count reactions to its own messages."""

    def receive(args: Args) -> None:
        signal = _signal(args)
        if signal is None:
            return
        count(knowledge, signal)
        afterwards(args, lambda: _follow(args, knowledge, signal))

    app.event("reaction_added")(receive)
    app.event("reaction_removed")(receive)


def _follow(args: Args, knowledge: KnowledgeBase, signal: Signal) -> None:
    """Show on the card what the reaction changed, and ask about what it leaves open."""
    if refresh(args.client, knowledge, signal.card) and signal.worked is not None:
        ask(args, knowledge, signal.card, signal.voter)


def _signal(args: Args) -> Signal | None:
    """What the reaction says about one of the bot's own messages; None if it says nothing, or stands elsewhere."""
    event = args.event or {}
    judgement, item = judgement_of(str(event.get("reaction"))), event.get("item") or {}
    if judgement is None or event.get("item_user") != args.context.bot_user_id or item.get("type") != "message":
        return None
    return Signal(
        card=Place(who(args).team, str(item.get("channel")), str(item.get("ts"))),
        voter=str(event.get("user")),
        name=judgement.name,
        target=judgement.target,
        worked=judgement.worked if event.get("type") == "reaction_added" else None,
        event_ts=str(event.get("event_ts")),
    )


def judgement_of(reaction: str) -> Judgement | None:
    """What the `reaction` says about an answer, in any skin tone; None if it says nothing.

    Each tone is a carrier of its own: somebody may put two and take one back.
    """
    match = _NAME.fullmatch(reaction)
    judgement = _EMOJI.get(match["emoji"]) if match else None
    return judgement._replace(name=judgement.name + (match["tone"] or "")) if match and judgement else None
