"""After Slack got its acknowledgement: the card is posted, rewritten and removed.

Whoever writes a card holds the lock of its paste, so that of two states the later one is what stays.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot import metrics
from bot.listeners.cards import Card, card_of, lock_of
from bot.listeners.incoming import Incoming
from bot.listeners.repeats import repeat_of, show_here
from bot.listeners.threads import marked, withdraw
from bot.views.message import Message
from knowledge.base import Conversation, KnowledgeBase, Place
from knowledge.threads import place_of

__all__ = [
    "Edit",
    "known_card",
    "post_card",
    "refresh",
    "remove",
    "revise_card",
    "rewrite",
    "start_over",
    "withdraw_reminder",
]

_GONE = {"message_not_found", "channel_not_found", "cant_delete_message"}
"""Slack's errors about a message that somebody deleted."""
_UNCHANGEABLE = {"cant_update_message", "edit_window_closed", "is_inactive"}

_PATIENCE_S = 2.0
_PAUSE_S = 0.05

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Edit:
    """A paste was changed by its author."""

    before: Conversation
    """What was stored about it until then."""
    since_ts: str
    """Slack's time of the edit."""
    incoming: Incoming | None = None
    """What it says now; None: as it is stored."""


def refresh(client: WebClient, knowledge: KnowledgeBase, card: Place) -> bool:
    """Bring `card` up to date with the votes that stand now; False if it is no answer that is still known."""
    conversation = known_card(knowledge, card)
    if conversation is None:
        return False
    with lock_of(conversation.paste):
        conversation = knowledge.by_card(card)
        now = _as_it_is(client, knowledge, conversation) if conversation is not None else None
        if conversation is not None and now is not None:
            rewrite(client, card, marked(client, knowledge, conversation, now.message))
            withdraw_reminder(client, knowledge, conversation)
    return conversation is not None


def _as_it_is(client: WebClient, knowledge: KnowledgeBase, conversation: Conversation) -> Card | None:
    """What the card of `conversation` is to say now; None if the answer that it points to is gone."""
    if conversation.points_elsewhere:
        return repeat_of(client, knowledge, conversation)
    return card_of(knowledge, conversation)


def known_card(knowledge: KnowledgeBase, card: Place) -> Conversation | None:
    """The conversation that `card` answers. Whoever presses at once is faster than the note that it was posted."""
    deadline = time.monotonic() + _PATIENCE_S
    conversation = knowledge.by_card(card)
    while conversation is None and time.monotonic() < deadline:
        time.sleep(_PAUSE_S)
        conversation = knowledge.by_card(card)
    return conversation


def start_over(client: WebClient, knowledge: KnowledgeBase, conversation: Conversation, card: Card) -> None:
    """Put `card` in the place of the one that stands: what people voted on the old one stays with it."""
    with lock_of(conversation.paste):
        if conversation.card is not None:
            remove(client, conversation.card)
        post_card(client, knowledge, conversation, card)


def rewrite(client: WebClient, place: Place, message: Message) -> bool:
    """Make the bot's message at `place` say `message`; False if it is not there any more."""
    try:
        client.chat_update(channel=place.channel, ts=place.ts, **message.as_json())
    except SlackApiError as error:
        name = error.response.get("error")
        if name in _GONE:
            return False
        if name not in _UNCHANGEABLE:
            raise
        _log.info("a card cannot be changed any more", reason=name)
    return True


def remove(client: WebClient, place: Place) -> None:
    """Delete the bot's message at `place` if it is still there."""
    try:
        client.chat_delete(channel=place.channel, ts=place.ts)
    except SlackApiError as error:
        if error.response.get("error") not in _GONE:
            raise


def withdraw_reminder(client: WebClient, knowledge: KnowledgeBase, conversation: Conversation) -> None:
    """Take the reminder out of the thread: there is feedback now."""
    reminder = knowledge.threads.take_reminder(place_of(conversation))
    if reminder is not None:
        remove(client, reminder)


def post_card(client: WebClient, knowledge: KnowledgeBase, conversation: Conversation, card: Card) -> None:
    """Post `card` as the answer to `conversation`, and make up for what happened to its paste meanwhile."""
    response = client.chat_postMessage(
        channel=conversation.paste.channel,
        thread_ts=conversation.thread_ts or None,
        unfurl_links=False,
        unfurl_media=False,
        **card.message.as_json(),
    )
    place = conversation.paste._replace(ts=str(response["ts"]))
    knowledge.posted(conversation.paste, card_ts=place.ts, entry_id=card.entry_id, workarounds=card.workarounds)
    if card.entry_id:
        metrics.ANSWERED.labels(surface="asked" if conversation.asked else "overheard").inc()
    _log.info("answered", entry=card.entry_id, asked=conversation.asked, **place._asdict())
    _catch_up(client, knowledge, conversation, place)


def _catch_up(client: WebClient, knowledge: KnowledgeBase, posted: Conversation, place: Place) -> None:
    """Do what an edit or a deletion of the paste, or a question about it, wanted while its card was on the way."""
    now = knowledge.by_paste(posted.paste)
    if now is None:
        remove(client, place)
    elif now.asked and now.points_elsewhere and show_here(knowledge, place, now.candidates[0], at=place.ts):
        rewrite(client, place, card_of(knowledge, knowledge.by_paste(posted.paste) or now).message)
    elif (now.excerpt, now.candidates) != (posted.excerpt, posted.candidates):
        revise_card(client, knowledge, Edit(posted, since_ts=place.ts), now)


def revise_card(client: WebClient, knowledge: KnowledgeBase, edit: Edit, now: Conversation) -> None:
    """Change the card of `now`, the paste of `edit` as it is stored; what has nothing to vote on starts afresh."""
    if now.card is None or not now.excerpt:
        return
    if not (now.asked or now.candidates):
        for message in withdraw(knowledge, now):
            remove(client, message)
        return
    changed = now.candidates[:1] != edit.before.candidates[:1]
    if now.points_elsewhere and not changed:
        return
    fresh = replace(now, entry_id=None, workarounds=()) if changed else now
    card = card_of(knowledge, fresh)
    if changed:
        for message in knowledge.threads.turn(place_of(now), now.card, card.entry_id or ""):
            remove(client, message)
    if card.entry_id is None and now.entry_id is not None:
        remove(client, now.card)
        post_card(client, knowledge, fresh, card)
        return
    if changed and card.entry_id is not None:
        knowledge.show(now.card, entry_id=card.entry_id, workarounds=card.workarounds, since_ts=edit.since_ts)
        card = card_of(knowledge, replace(now, entry_id=card.entry_id, workarounds=card.workarounds))  # with its votes
    if not rewrite(client, now.card, marked(client, knowledge, now, card.message)):
        post_card(client, knowledge, fresh, card)
