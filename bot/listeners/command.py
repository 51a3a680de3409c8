"""`/smtp TEXT`: an answer that only the asker sees, and may share; `/smtp WORD` for what else there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from slack_bolt import App, Args

from bot import slack_text
from bot.listeners.incoming import Incoming
from bot.listeners.private import private_message
from bot.listeners.settings import open_settings
from bot.listeners.teaching.beginning import teach_command
from bot.listeners.who import who
from bot.people import meet
from knowledge.base import KnowledgeBase, Place

__all__ = ["SUBCOMMANDS", "register"]

Subcommand = Callable[[Args, KnowledgeBase, str], None]
"""Acknowledges the command and does what its first word asks for, with the text behind that word."""


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` answer `/smtp`."""

    def receive(args: Args) -> None:
        text = slack_text.plain(str((args.command or {}).get("text") or ""))
        word, rest = [*text.split(maxsplit=1), "", ""][:2]
        subcommand = SUBCOMMANDS.get(word.casefold())
        if subcommand is not None:
            subcommand(args, knowledge, rest)
        else:
            answer(args, knowledge, text)

    app.command("/smtp")(receive)


def answer(args: Args, knowledge: KnowledgeBase, text: str) -> None:
    """Answer `text`, and how Postmaster works if it is empty: in the acknowledgement, as nothing has to be fetched."""
    meet(args.client, knowledge, team=who(args).team, user=who(args).user)
    message = private_message(knowledge, _incoming(args, text), surface="command")
    args.ack(response_type="ephemeral", **message.as_json())


SUBCOMMANDS: Mapping[str, Subcommand] = {
    "help": answer,
    "帮助": answer,
    "settings": open_settings,
    "设置": open_settings,
    "teach": teach_command,
    "教": teach_command,
}
"""What the first word of the command may be, besides the first word of an error."""


def _incoming(args: Args, text: str) -> Incoming:
    """The command as if it were a message, named by the command's trigger."""
    trigger = (args.command or {}).get("trigger_id", "")
    place = Place(who(args).team, args.context.channel_id or "", f"command-{trigger}")
    return Incoming(
        place=place,
        thread_ts=place.ts,
        author=who(args).user,
        text=text,
        files=(),
        is_direct=False,
        mentions_bot=True,
    )
