"""Somebody begins to teach: with a button, with `/smtp teach`, or with "Teach this fix" on a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from slack_bolt import App, Args
from slack_sdk.errors import SlackApiError

from bot.listeners.afterwards import afterwards
from bot.listeners.files import texts_in
from bot.listeners.incoming import Incoming, from_message
from bot.listeners.teaching.opening import open_teach
from bot.listeners.who import who
from bot.views.teaching import Origin, actions
from bot.views.teaching.origin import origin_of
from knowledge.base import KnowledgeBase

__all__ = ["register", "teach_command"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` open the form."""

    def press(args: Args) -> None:
        open_teach(args, knowledge, origin=origin_of(str((args.action or {}).get("value") or "")))
        args.ack()

    def use(args: Args) -> None:
        incoming = _message(args, args.body.get("message"))
        if incoming is not None:
            afterwards(args, lambda: _open(args, knowledge, _whole(args, incoming)))
        args.ack()

    app.action(actions.TEACH)(press)
    app.shortcut(actions.SHORTCUT)(use)


def teach_command(args: Args, knowledge: KnowledgeBase, text: str) -> None:
    """`/smtp teach`, with the error or without."""
    known = _known(knowledge, who(args).team, text)
    open_teach(args, knowledge, origin=Origin(paste=text, entry_id=known))
    args.ack()


def _open(args: Args, knowledge: KnowledgeBase, incoming: Incoming) -> None:
    open_teach(args, knowledge, origin=_origin(args, knowledge, incoming))


def _origin(args: Args, knowledge: KnowledgeBase, incoming: Incoming) -> Origin:
    """Where the fix in `incoming` belongs: to the error above it; a message in no thread is an error itself."""
    place = incoming.parent
    if not incoming.in_thread:
        return Origin(incoming.text, place, entry_id=_known(knowledge, place.team, incoming.text))
    above = knowledge.by_paste(place)
    paste = above.excerpt if above and above.excerpt else _text_above(args, incoming)
    entry_id = (above.entry_id if above else None) or _known(knowledge, place.team, paste)
    ours = incoming.author in {args.context.bot_user_id, args.context.bot_id}
    return Origin(paste, place, entry_id, fix="" if ours else incoming.text)


def _known(knowledge: KnowledgeBase, team: str, paste: str) -> str | None:
    """The entry that explains `paste`, if there is one already."""
    answer = knowledge.look_up(paste, team=team)
    return answer.candidates[0].rated.entry.id if answer.detected else None


def _text_above(args: Args, incoming: Incoming) -> str:
    """The text of the message that the thread hangs on; empty where Postmaster may not read it."""
    parent = incoming.parent
    try:
        found = args.client.conversations_replies(channel=parent.channel, ts=parent.ts, limit=1)
    except SlackApiError:
        return ""
    message = _message(args, next(iter(found.get("messages") or []), None))
    return _whole(args, message).text if message else ""


def _whole(args: Args, incoming: Incoming) -> Incoming:
    """`incoming` with what its snippets and text files say below what was typed."""
    return replace(incoming, text="\n".join(filter(None, [incoming.text, *texts_in(args.client, incoming.files)])))


def _message(args: Args, message: object) -> Incoming | None:
    if not isinstance(message, Mapping):
        return None
    return from_message(dict[str, Any](message), team=who(args).team, channel=args.context.channel_id or "")
