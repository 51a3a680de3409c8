"""The thread in which somebody says or presses something, with the answer that it is about."""

from __future__ import annotations

from dataclasses import dataclass

from bot.listeners.answering import known_card
from bot.listeners.asking import has_error
from bot.listeners.threads import advice_of
from knowledge.base import Conversation, KnowledgeBase, Place
from knowledge.threads import Advice, Thread, place_of

__all__ = ["Followed", "followed_by_card", "followed_in"]


@dataclass(frozen=True, slots=True)
class Followed:
    """A thread, and what its answer has to offer."""

    thread: Thread
    conversation: Conversation
    advice: Advice


def followed_in(knowledge: KnowledgeBase, place: Place) -> Followed | None:
    """The thread below the message `place`, if there is an answer to an error in it."""
    thread = knowledge.threads.of(place)
    return _followed(knowledge, thread, knowledge.by_card(thread.card)) if thread else None


def followed_by_card(knowledge: KnowledgeBase, card: Place) -> Followed | None:
    """The thread of `card`, if that is an answer to an error which is still known."""
    conversation = known_card(knowledge, card)
    thread = knowledge.threads.of(place_of(conversation)) if conversation else None
    return _followed(knowledge, thread, conversation) if thread else None


def _followed(knowledge: KnowledgeBase, thread: Thread, conversation: Conversation | None) -> Followed | None:
    if conversation is None:
        return None
    _, advice = advice_of(knowledge, conversation)
    if advice.entry_id is None and not has_error(knowledge.look_up(conversation.excerpt, team=thread.place.team)):
        return None
    return Followed(thread, conversation, advice)
