"""A paste whose text is not known yet is read: its files, or what stands above a mention without an error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.listeners.asking import NO_ERROR, conversation_about, has_error, tells_of_error
from bot.listeners.cards import Card
from bot.listeners.files import deadline_from_now
from bot.listeners.incoming import Incoming, from_message
from bot.listeners.membership import MAY_NOT_READ
from bot.listeners.rereading import best_answer, read_again
from bot.views import words
from bot.views.message import said
from knowledge.base import Answer, Conversation, KnowledgeBase
from knowledge.model import Text

__all__ = ["Above", "Read", "read_what_is_asked"]

_PAGE = 200
"""Messages of a thread that Slack gives at a time."""
_LATEST = 30
"""Replies in a thread that are looked at."""


@dataclass(frozen=True, slots=True)
class Above:
    """The message that a mention asks about."""

    conversation: Conversation
    """What is to be kept of it, as asked about by the author of the mention."""
    answer: Answer


@dataclass(frozen=True, slots=True)
class Read:
    """What was found where the text of a paste was not known yet."""

    conversation: Conversation
    card: Card | None = None
    """What is to be said if it could not be read."""
    above: Above | None = None
    """What it asks about, if that is another message."""


def read_what_is_asked(
    client: WebClient, knowledge: KnowledgeBase, conversation: Conversation, incoming: Incoming | None
) -> Read:
    """What the message of `conversation`, which is `incoming` if that is known, says or asks about.

    Raises:
        SlackApiError: Slack does not hand the message out now.
    """
    deadline = deadline_from_now()
    try:
        if _may_ask_about_above(conversation, incoming):
            thread = _thread_until(client, conversation)
            own = incoming or next((one for one in thread if one.place == conversation.paste), None)
            if own is None or not own.files:
                return _read_above(client, knowledge, conversation, thread, deadline=deadline)
            incoming = own
        return Read(*read_again(client, knowledge, conversation, incoming, deadline=deadline))
    except SlackApiError as error:
        if error.response.get("error") not in MAY_NOT_READ:
            raise
        return _unreadable(conversation, words.MAY_NOT_READ)


def _may_ask_about_above(conversation: Conversation, incoming: Incoming | None) -> bool:
    in_thread = conversation.thread_ts not in {"", conversation.paste.ts}
    return conversation.asked and in_thread and not (incoming and incoming.files)


def _read_above(
    client: WebClient,
    knowledge: KnowledgeBase,
    mention: Conversation,
    thread: Sequence[Incoming],
    *,
    deadline: float,
) -> Read:
    """The latest message of `thread` before `mention` that shows an error, or else tells of one.

    In a long thread these are the latest, and the one that began it.
    """
    told, has_unread = None, False
    above = [message for message in thread if message.place.ts < mention.paste.ts]
    for message in (*reversed(above[1:][-_LATEST:]), *above[:1]):
        answer, unread = best_answer(client, knowledge, message, deadline=deadline)
        has_unread = has_unread or unread
        if answer is not None and has_error(answer):
            return Read(mention, above=_asked(knowledge, mention, message, answer))
        if answer is not None and told is None and tells_of_error(answer):
            told = _asked(knowledge, mention, message, answer)
    if told is not None:
        return Read(mention, above=told)
    if has_unread:
        return _unreadable(mention, words.FILE_UNREADABLE)
    nothing = replace(mention, excerpt=NO_ERROR)
    return Read(knowledge.revise(nothing) or nothing)


def _asked(knowledge: KnowledgeBase, mention: Conversation, message: Incoming, answer: Answer) -> Above:
    found = conversation_about(knowledge, message, answer, asked=True)
    return Above(replace(found, asker=mention.asker, language=mention.language, thread_ts=mention.thread_ts), answer)


def _unreadable(conversation: Conversation, why: Text) -> Read:
    return Read(conversation, Card(said(why.in_(conversation.language)), entry_id=None))


def _thread_until(client: WebClient, mention: Conversation) -> list[Incoming]:
    """What began the thread of `mention`, whoever wrote it, and what people said in it so far, in order."""
    place = mention.paste
    pages = client.conversations_replies(
        channel=place.channel, ts=mention.thread_ts, latest=place.ts, inclusive=True, limit=_PAGE
    )
    messages: list[dict[str, Any]] = [message for page in pages for message in page.get("messages") or []]
    wanted = (one for one in messages if one.get("ts") == mention.thread_ts or not one.get("bot_id"))
    read = (from_message(message, team=place.team, channel=place.channel) for message in wanted)
    return [incoming for incoming in read if incoming is not None]
