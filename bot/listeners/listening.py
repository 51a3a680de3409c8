"""Where Postmaster speaks: a channel is listened to, is answered only when it asks, or is left alone."""

from __future__ import annotations

from slack_bolt import Args

from bot.listeners.incoming import Incoming
from bot.listeners.reader import to_reader
from bot.views import words
from knowledge.base import Conversation, KnowledgeBase, Place
from knowledge.preferences import Listening

__all__ = ["is_off", "listens", "may_answer", "say_that_it_is_off"]


def listens(knowledge: KnowledgeBase, place: Place) -> bool:
    """Whether Postmaster may speak at `place` without being asked."""
    return _mode(knowledge, place) is Listening.LISTEN


def is_off(knowledge: KnowledgeBase, place: Place) -> bool:
    """Whether Postmaster must not speak at `place`, whoever asks."""
    return _mode(knowledge, place) is Listening.OFF


def may_answer(knowledge: KnowledgeBase, conversation: Conversation) -> bool:
    """Whether `conversation` may get an answer where its paste stands; settings may have changed since it came."""
    mode = _mode(knowledge, conversation.paste)
    return mode is Listening.LISTEN or (mode is Listening.MENTION and conversation.asked)


def say_that_it_is_off(args: Args, incoming: Incoming) -> None:
    """Tell who asked with `incoming`, and nobody else, that Postmaster is off there and how that changes."""
    args.client.chat_postEphemeral(
        channel=incoming.place.channel,
        user=args.context.user_id or incoming.author,
        thread_ts=incoming.thread_ts if incoming.in_thread else None,
        text=to_reader(args, words.OFF_HERE),
    )


def _mode(knowledge: KnowledgeBase, place: Place) -> Listening:
    return knowledge.preferences.channel(place.team, place.channel).listening
