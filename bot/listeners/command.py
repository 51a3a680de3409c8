"""`/smtp TEXT`: an answer that only the asker sees, and may share."""

from __future__ import annotations

from slack_bolt import App, Args

from bot import slack_text
from bot.listeners.incoming import Incoming
from bot.listeners.private import private_message
from knowledge.base import KnowledgeBase, Place

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` answer `/smtp`: all in the acknowledgement itself, because nothing has to be fetched."""

    def answer(args: Args) -> None:
        message = private_message(knowledge, _incoming(args), surface="command")
        args.ack(response_type="ephemeral", **message.as_json())

    app.command("/smtp")(answer)


def _incoming(args: Args) -> Incoming:
    """The command as if it were a message, named by the command's trigger."""
    command = args.command or {}
    place = Place(args.context.team_id or "", args.context.channel_id or "", f"command-{command.get('trigger_id', '')}")
    return Incoming(
        place=place,
        thread_ts=place.ts,
        author=args.context.user_id or "",
        text=slack_text.plain(str(command.get("text") or "")),
        files=(),
        is_direct=False,
        mentions_bot=True,
    )
