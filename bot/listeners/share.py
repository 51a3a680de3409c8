"""Somebody shares a private answer in the channel, where it can be voted on."""

from __future__ import annotations

import json

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.asking import Received
from bot.listeners.delivering import NotAMemberError, deliver
from bot.listeners.listening import is_off
from bot.listeners.press import Press, press_of, tell
from bot.views import actions, words
from knowledge.base import Conversation, KnowledgeBase
from knowledge.model import Language

__all__ = ["carried", "register"]

_VALUE_LIMIT = 2_000
"""Characters that a button carries: https://docs.slack.dev/reference/block-kit/block-elements/button-element."""


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` post what its "Share in channel" buttons carry."""

    def receive(args: Args) -> None:
        press = press_of(args)
        conversation = _conversation(knowledge, press) if press else None
        if conversation is None:
            afterwards(args, lambda: tell(args, words.CARD_GONE))
        elif is_off(knowledge, conversation.paste):
            afterwards(args, lambda: tell(args, words.OFF_HERE))
        else:
            knowledge.receive(conversation)
            afterwards(args, lambda: _post(args, knowledge, Received(conversation.paste)))
        args.ack()

    app.action(actions.SHARE)(receive)


def _post(args: Args, knowledge: KnowledgeBase, received: Received) -> None:
    """Post the answer in the channel, and take the private one away once it stands there."""
    try:
        deliver(args.client, knowledge, received)
    except NotAMemberError:
        tell(args, words.NOT_IN_CHANNEL)
        return
    shared = knowledge.by_paste(received.paste)
    if shared is not None and shared.card is not None:
        args.respond(delete_original=True)


def carried(conversation: Conversation) -> str:
    """What a share button carries, so that nothing needs to be stored before somebody presses it."""
    excerpt = conversation.excerpt
    while len(value := _value(conversation, excerpt)) > _VALUE_LIMIT and excerpt:
        excerpt = excerpt[: -max(1, (len(value) - _VALUE_LIMIT) // 2)]
    return value


def _conversation(knowledge: KnowledgeBase, press: Press) -> Conversation | None:
    """The conversation that a share button carries; None if it carries anything else."""
    try:
        parts = json.loads(press.value)
        language, excerpt = Language(parts["l"]), str(parts["x"])
        wanted = [str(entry_id) for entry_id in parts["e"]]
        known = list(knowledge.entries_called(wanted, team=press.card.team).values())
    except (ValueError, KeyError, TypeError):
        return None
    if not known:
        return None
    return Conversation(
        paste=press.card._replace(ts=f"share-{press.card.ts}"),
        thread_ts="",
        asker=press.by,
        asked=True,
        language=language,
        excerpt=excerpt,
        candidates=tuple(entry.id for entry in known),
        about=known[0].id,
    )


def _value(conversation: Conversation, excerpt: str) -> str:
    parts = {"l": conversation.language.value, "e": conversation.candidates, "x": excerpt}
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
