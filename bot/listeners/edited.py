"""Somebody edits a message: its answer follows, goes, or comes to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from slack_bolt import App, Args, BoltContext
from slack_sdk import WebClient

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import Edit, refresh
from bot.listeners.asking import Received, ask, conversation_about, is_about_above, look_up, remember_if_unknown
from bot.listeners.deleted import forget
from bot.listeners.delivering import deliver, follow_edit
from bot.listeners.incoming import Incoming, from_event
from bot.listeners.listening import is_off
from bot.listeners.message import receive_message
from bot.listeners.repeats import show_if_asked
from bot.listeners.talk import is_small_talk
from knowledge.base import Conversation, KnowledgeBase
from knowledge.moment import microseconds, timestamp

__all__ = ["register"]

_SURFACE = "edit"


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` keep its answers true to what they answer."""

    def receive(args: Args) -> None:
        event = args.event or {}
        message, previous = event.get("message"), event.get("previous_message")
        if isinstance(message, dict) and message.get("subtype") == "tombstone":  # deleted, with replies below it
            forget(args, knowledge, ts=str(message.get("ts")))
            return
        now, was = _incoming(message, event, args.context), _incoming(previous, event, args.context)
        if now is None or (was is not None and not _changes_what_is_said(was, now)):
            return
        before = knowledge.by_paste(now.place)
        if before is None:
            _receive_anew(args, knowledge, now)
        elif before.edited_us <= now.edited_us:  # Slack tells of a later edit first when it has to repeat the earlier
            _revise(args, knowledge, before, now)

    app.event({"type": "message", "subtype": "message_changed"})(receive)


def _incoming(message: object, event: Mapping[str, Any], context: BoltContext) -> Incoming | None:
    """A message inside an event about a change."""
    if not isinstance(message, dict):
        return None
    place = {field: event.get(field) for field in ("channel", "channel_type")}
    incoming = from_event({**message, **place}, context)
    return incoming and replace(incoming, edited_us=microseconds(str(event.get("event_ts"))))


def _changes_what_is_said(was: Incoming, now: Incoming) -> bool:
    """Whether an edit says something else, or says the same to Postmaster now."""
    return (now.text, now.files) != (was.text, was.files) or (now.mentions_bot and not was.mentions_bot)


def _asks(knowledge: KnowledgeBase, now: Incoming) -> bool:
    """Whether a message in a channel asks about what it says; if it is about the one above, `app_mention` tells."""
    if not now.mentions_bot or now.is_direct or is_small_talk(now.text) or is_off(knowledge, now.place):
        return False
    return not is_about_above(knowledge, now)


def _receive_anew(args: Args, knowledge: KnowledgeBase, now: Incoming) -> None:
    """Take a message that said nothing to Postmaster before as if it had just been written."""
    if _asks(knowledge, now):
        received: Received | None = ask(knowledge, now, surface=_SURFACE)
    elif now.mentions_bot and not now.is_direct:
        received = None
    else:
        received = receive_message(knowledge, now)
    if received is not None:
        afterwards(args, lambda: deliver(args.client, knowledge, received))


def _revise(args: Args, knowledge: KnowledgeBase, before: Conversation, now: Incoming) -> None:
    """Store what the paste of `before` says now, and let its card follow; its files are read later."""
    asks, answer = _asks(knowledge, now), None
    after = replace(before, asked=before.asked or asks, excerpt="", edited_us=now.edited_us)
    if not now.files:
        answer = look_up(knowledge, now.text, team=now.place.team, surface=_SURFACE)
        found = conversation_about(knowledge, now, answer, asked=after.asked)
        after = replace(found, asker=before.asker, thread_ts=before.thread_ts)
    if asks:
        knowledge.receive(after)
    if knowledge.revise(after) and answer is not None:
        remember_if_unknown(knowledge, after, answer, surface=_SURFACE)
    edit = Edit(before, since_ts=timestamp(now.edited_us), incoming=now)
    afterwards(args, lambda: _follow(args.client, knowledge, edit, asks=asks))


def _follow(client: WebClient, knowledge: KnowledgeBase, edit: Edit, *, asks: bool) -> None:
    """Make the card say what the edited paste calls for; a link becomes the answer for who `asks` now."""
    follow_edit(client, knowledge, edit)
    card = show_if_asked(knowledge, edit.before.paste, at=edit.since_ts) if asks else None
    if card is not None:
        refresh(client, knowledge, card)
