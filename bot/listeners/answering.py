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
from bot.listeners.asking import Received, excerpt_of
from bot.listeners.cards import Card, card_of, lock_of
from bot.listeners.incidents import say_if_incident
from bot.listeners.incoming import Incoming
from bot.listeners.listening import may_answer
from bot.listeners.reader import in_askers_language
from bot.listeners.repeats import repeat_of, show_here
from bot.listeners.rereading import read_again
from bot.listeners.threads import marked
from bot.views.message import Message
from knowledge.base import Answer, Conversation, KnowledgeBase, Place
from knowledge.threads import place_of

__all__ = [
    "Edit",
    "deliver",
    "follow_edit",
    "known_card",
    "refresh",
    "remove",
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


def deliver(client: WebClient, knowledge: KnowledgeBase, received: Received) -> None:
    """Answer what was `received`, unless somebody does or did.

    Raises:
        SlackApiError: Slack refuses the answer; the conversation stays to be taken again.
    """
    with lock_of(received.paste):
        conversation = knowledge.take(received.paste)
        if conversation is None:
            return
        conversation = in_askers_language(client, knowledge, conversation)
        card = None
        if not conversation.excerpt:
            conversation, card = read_again(client, knowledge, conversation, received.incoming)
        if (conversation.asked or conversation.candidates) and may_answer(knowledge, conversation):
            found = received.answer if _is_about(conversation, received.answer) else None
            card = card or repeat_of(client, knowledge, conversation)
            _post(client, knowledge, conversation, card or card_of(knowledge, conversation, found=found))
    say_if_incident(client, knowledge, conversation)


def refresh(client: WebClient, knowledge: KnowledgeBase, card: Place) -> bool:
    """Bring `card` up to date with the votes that stand now; False if it is no answer that is still known."""
    conversation = known_card(knowledge, card)
    if conversation is None:
        return False
    with lock_of(conversation.paste):
        conversation = knowledge.by_card(card)
        if conversation is not None and not conversation.points_elsewhere:
            message = card_of(knowledge, conversation).message
            rewrite(client, card, marked(client, knowledge, conversation, message))
            withdraw_reminder(client, knowledge, conversation)
    return conversation is not None


def known_card(knowledge: KnowledgeBase, card: Place) -> Conversation | None:
    """The conversation that `card` answers. Whoever presses at once is faster than the note that it was posted."""
    deadline = time.monotonic() + _PATIENCE_S
    conversation = knowledge.by_card(card)
    while conversation is None and time.monotonic() < deadline:
        time.sleep(_PAUSE_S)
        conversation = knowledge.by_card(card)
    return conversation


def follow_edit(client: WebClient, knowledge: KnowledgeBase, edit: Edit) -> None:
    """Make the card say what the edited paste now calls for; a paste without a card may get one."""
    paste = edit.before.paste
    with lock_of(paste):
        now = knowledge.by_paste(paste)
        if now is not None and now.card is not None:
            if not now.excerpt:
                now, _ = read_again(client, knowledge, now, edit.incoming)
            _follow(client, knowledge, edit, now)
            return
    deliver(client, knowledge, Received(paste, edit.incoming))


def start_over(client: WebClient, knowledge: KnowledgeBase, conversation: Conversation, card: Card) -> None:
    """Put `card` in the place of the one that stands: what people voted on the old one stays with it."""
    with lock_of(conversation.paste):
        if conversation.card is not None:
            remove(client, conversation.card)
        _post(client, knowledge, conversation, card)


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


def _is_about(conversation: Conversation, answer: Answer | None) -> bool:
    """Whether `answer` is what looking up the stored excerpt would give: nobody edited the paste meanwhile."""
    return answer is not None and excerpt_of(answer) == conversation.excerpt


def _post(client: WebClient, knowledge: KnowledgeBase, conversation: Conversation, card: Card) -> None:
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
        _follow(client, knowledge, Edit(posted, since_ts=place.ts), now)


def _follow(client: WebClient, knowledge: KnowledgeBase, edit: Edit, now: Conversation) -> None:
    """Change the card of `now`, the paste of `edit` as it is stored; what has nothing to vote on starts afresh."""
    if now.card is None or not now.excerpt:
        return
    if not (now.asked or now.candidates):
        remove(client, now.card)
        return
    changed = now.candidates[:1] != edit.before.candidates[:1]
    if now.points_elsewhere and not changed:
        return
    fresh = replace(now, entry_id=None, workarounds=()) if changed else now
    card = card_of(knowledge, fresh)
    if card.entry_id is None and now.entry_id is not None:
        remove(client, now.card)
        _post(client, knowledge, fresh, card)
        return
    if changed and card.entry_id is not None:
        knowledge.show(now.card, entry_id=card.entry_id, workarounds=card.workarounds, since_ts=edit.since_ts)
        card = card_of(knowledge, replace(now, entry_id=card.entry_id, workarounds=card.workarounds))  # with its votes
    if not rewrite(client, now.card, marked(client, knowledge, now, card.message)):
        _post(client, knowledge, fresh, card)
