"""The thread in which somebody says or presses something, with the answer that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.listeners.answering import known_card
from bot.listeners.asking import tells_of_error
from bot.listeners.threads import advice_of
from knowledge.base import Conversation, KnowledgeBase, Place
from knowledge.moment import microseconds
from knowledge.threads import Advice, Thread, place_of

__all__ = ["Followed", "answers_in", "followed_by_card", "followed_in", "followed_lately"]

_LATELY_US = 24 * 3_600 * 1_000_000
"""Microseconds for which a direct message outside of threads is taken to be about the answer before it."""


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


def answers_in(knowledge: KnowledgeBase, followed: Followed) -> Iterator[Followed]:
    """The latest answer in a thread, then the one to the message that began it, if that is another one."""
    yield followed
    first = knowledge.by_paste(followed.thread.place)
    if first is not None and first.card not in {None, followed.thread.card}:
        yield Followed(followed.thread, first, advice_of(knowledge, first)[1])


def followed_lately(knowledge: KnowledgeBase, message: Place) -> Followed | None:
    """The thread with the latest answer in the channel of `message`, if that was not long before it."""
    thread = knowledge.threads.latest_in(message.team, message.channel)
    if thread is None or microseconds(message.ts) - microseconds(thread.card_ts) > _LATELY_US:
        return None
    return _followed(knowledge, thread, knowledge.by_card(thread.card))


def followed_by_card(knowledge: KnowledgeBase, card: Place) -> Followed | None:
    """The thread of `card`, if that is an answer to an error which is still known."""
    conversation = known_card(knowledge, card)
    thread = knowledge.threads.of(place_of(conversation)) if conversation else None
    return _followed(knowledge, thread, conversation) if thread else None


def _followed(knowledge: KnowledgeBase, thread: Thread, conversation: Conversation | None) -> Followed | None:
    if conversation is None:
        return None
    _, advice = advice_of(knowledge, conversation)
    if advice.entry_id is None and not tells_of_error(knowledge.look_up(conversation.excerpt, team=thread.place.team)):
        return None
    return Followed(thread, conversation, advice)
