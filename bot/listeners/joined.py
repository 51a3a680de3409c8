"""Postmaster is invited to a channel: it says hello, once and shortly."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.who import who
from bot.people import language_for
from bot.views.greetings import hello
from knowledge.base import KnowledgeBase
from knowledge.model import Language

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` greet channels that it joins. Greetings are not worth remembering: what Slack repeats is dropped."""

    def receive(args: Args) -> None:
        event = args.event or {}
        if event.get("user") == args.context.bot_user_id and "x-slack-retry-num" not in args.request.headers:
            channel, inviter = str(event.get("channel")), str(event.get("inviter") or "")
            afterwards(args, lambda: _greet(args, knowledge, channel, inviter))

    app.event("member_joined_channel")(receive)


def _greet(args: Args, knowledge: KnowledgeBase, channel: str, inviter: str) -> None:
    """Greet `channel` in the language of whoever invited; of the workspace if Slack does not say who that was."""
    team = who(args).team
    if inviter:
        language = language_for(args.client, knowledge, team=team, user=inviter, channel=channel)
    else:
        language = knowledge.preferences.workspace(team).language or Language.EN
    args.client.chat_postMessage(channel=channel, unfurl_links=False, **hello(language).as_json())
