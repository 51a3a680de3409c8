"""Somebody uses "Look up this error" on a message: the answer goes into its thread."""

from __future__ import annotations

from dataclasses import replace

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import refresh
from bot.listeners.asking import Received, ask
from bot.listeners.delivering import NotAMemberError, deliver_what_was_asked
from bot.listeners.incoming import Incoming, from_message
from bot.listeners.listening import is_off
from bot.listeners.press import tell
from bot.listeners.private import private_message
from bot.listeners.repeats import show_if_asked
from bot.listeners.who import who
from bot.views import words
from knowledge.base import KnowledgeBase

__all__ = ["register"]

_SURFACE = "shortcut"


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` look up messages that people point at, also where it is no member."""

    def receive(args: Args) -> None:
        incoming = _incoming(args)
        if incoming is not None:
            _receive(args, knowledge, incoming)
        args.ack()

    app.shortcut("look_up_error")(receive)


def _receive(args: Args, knowledge: KnowledgeBase, incoming: Incoming) -> None:
    """Keep that somebody wants an answer to `incoming`, unless it has one or may not get one."""
    if is_off(knowledge, incoming.place):
        afterwards(args, lambda: tell(args, words.OFF_HERE))
        return
    card = show_if_asked(knowledge, incoming.place, at=_asked_ts(args))
    if card is not None:
        afterwards(args, lambda: refresh(args.client, knowledge, card))
    elif _is_answered(args, knowledge, incoming):
        afterwards(args, lambda: tell(args, words.ANSWERED_ALREADY))
    else:
        question = replace(incoming, author=who(args).user)
        received = ask(knowledge, question, surface=_SURFACE)
        afterwards(args, lambda: _answer(args, knowledge, received, question))


def _answer(args: Args, knowledge: KnowledgeBase, received: Received, question: Incoming) -> None:
    """Answer in the thread, or where only the asker sees it if the bot may not write there."""
    try:
        answered = deliver_what_was_asked(args.client, knowledge, received, asked_ts=_asked_ts(args))
        if not answered and _is_answered(args, knowledge, question):  # while somebody looked for the shortcut
            tell(args, words.ANSWERED_ALREADY)
    except NotAMemberError as error:
        read = replace(question, text=error.conversation.excerpt)
        message = private_message(knowledge, read, surface=_SURFACE) if read.text else error.card.message
        args.respond(response_type="ephemeral", replace_original=False, **message.as_json())
        tell(args, words.NOT_IN_CHANNEL)


def _asked_ts(args: Args) -> str:
    return str(args.body.get("action_ts"))


def _is_answered(args: Args, knowledge: KnowledgeBase, incoming: Incoming) -> bool:
    """Whether the message has its card already, or is Postmaster's own."""
    known = knowledge.by_paste(incoming.place)
    return incoming.author == args.context.bot_user_id or (known is not None and known.card is not None)


def _incoming(args: Args) -> Incoming | None:
    """The message that the shortcut was used on."""
    message = args.body.get("message")
    if not isinstance(message, dict):
        return None
    team, channel = who(args).team, args.context.channel_id or ""
    return from_message(message, team=team, channel=channel, bot_user_id=args.context.bot_user_id)
