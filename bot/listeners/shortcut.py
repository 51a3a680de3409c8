"""Somebody uses "Look up this error" on a message: the answer goes into its thread."""

from __future__ import annotations

from dataclasses import replace

from slack_bolt import App, Args
from slack_sdk.errors import SlackApiError

from bot.listeners.answering import deliver
from bot.listeners.asking import ask
from bot.listeners.failure import guarded
from bot.listeners.incoming import Incoming, from_message
from bot.listeners.press import tell
from bot.listeners.private import private_message
from bot.listeners.share import NOT_A_MEMBER
from bot.views import words
from knowledge.base import KnowledgeBase

__all__ = ["register"]

_SURFACE = "shortcut"


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` look up messages that people point at, also where it is no member."""

    def receive(args: Args) -> None:
        incoming = _incoming(args)
        if incoming is not None:
            answered = _is_answered(args, knowledge, incoming)
            if not answered:
                ask(knowledge, replace(incoming, author=args.context.user_id or ""), surface=_SURFACE)
            args.context["incoming"], args.context["answered"] = incoming, answered
        args.ack()

    def answer(args: Args) -> None:
        incoming = args.context.get("incoming")
        if incoming is None:
            return
        if args.context["answered"]:
            tell(args, words.ANSWERED_ALREADY)
            return
        try:
            deliver(args.client, knowledge, incoming.place, incoming=incoming)
        except SlackApiError as error:
            if error.response.get("error") not in NOT_A_MEMBER:
                raise
            message = private_message(knowledge, incoming, surface=_SURFACE)
            args.respond(response_type="ephemeral", replace_original=False, **message.as_json())
            tell(args, words.NOT_IN_CHANNEL)

    app.shortcut("look_up_error")(ack=receive, lazy=[guarded(answer)])


def _is_answered(args: Args, knowledge: KnowledgeBase, incoming: Incoming) -> bool:
    """Whether the message has its card already, or is Postmaster's own."""
    known = knowledge.by_paste(incoming.place)
    return incoming.author == args.context.bot_user_id or (known is not None and known.card is not None)


def _incoming(args: Args) -> Incoming | None:
    """The message that the shortcut was used on."""
    message = args.body.get("message")
    if not isinstance(message, dict):
        return None
    team, channel = args.context.team_id or "", args.context.channel_id or ""
    return from_message(message, team=team, channel=channel, bot_user_id=args.context.bot_user_id)
