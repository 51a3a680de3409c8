"""Somebody edits a message: its answer follows, goes, or comes to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from slack_bolt import App, Args, BoltContext

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import Edit
from bot.listeners.asking import ask, conversation_about, look_up, remember_if_unknown
from bot.listeners.deleted import forget
from bot.listeners.delivering import deliver, follow_edit
from bot.listeners.incoming import Incoming, from_event
from bot.listeners.listening import is_off
from bot.listeners.message import receive_message
from knowledge.base import Conversation, KnowledgeBase

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
        if now is None or (was is not None and (now.text, now.files) == (was.text, was.files)):
            return
        before = knowledge.by_paste(now.place)
        if before is None:
            _receive_anew(args, knowledge, now)
        else:
            _revise(knowledge, before, now)
            edit = Edit(before, since_ts=str(event.get("event_ts")), incoming=now)
            afterwards(args, lambda: follow_edit(args.client, knowledge, edit))

    app.event({"type": "message", "subtype": "message_changed"})(receive)


def _incoming(message: object, event: Mapping[str, Any], context: BoltContext) -> Incoming | None:
    """A message inside an event about a change."""
    if not isinstance(message, dict):
        return None
    place = {field: event.get(field) for field in ("channel", "channel_type")}
    return from_event({**message, **place}, context)


def _receive_anew(args: Args, knowledge: KnowledgeBase, now: Incoming) -> None:
    """Take a message that said nothing to Postmaster before as if it had just been written."""
    asked = now.mentions_bot and not now.is_direct
    if asked and is_off(knowledge, now.place):
        return
    received = ask(knowledge, now, surface=_SURFACE) if asked else receive_message(knowledge, now)
    if received is not None:
        afterwards(args, lambda: deliver(args.client, knowledge, received))


def _revise(knowledge: KnowledgeBase, before: Conversation, now: Incoming) -> None:
    """Store what the paste of `before` says now; its files are read later."""
    if now.files:
        knowledge.revise(replace(before, excerpt="", candidates=before.candidates))
        return
    answer = look_up(knowledge, now.text, team=now.place.team, surface=_SURFACE)
    found = conversation_about(knowledge, now, answer, asked=before.asked)
    after = replace(found, asker=before.asker, thread_ts=before.thread_ts)
    remember_if_unknown(knowledge, after, answer, surface=_SURFACE)
    knowledge.revise(after)
