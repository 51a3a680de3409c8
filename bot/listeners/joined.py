"""Postmaster is invited to a channel: it says hello, once and shortly."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.failure import guarded
from bot.views.greetings import hello

__all__ = ["register"]


def register(app: App) -> None:
    """Make `app` greet channels that it joins. Greetings are not worth remembering: what Slack repeats is dropped."""

    def receive(args: Args) -> None:
        event = args.event or {}
        if event.get("user") == args.context.bot_user_id and "x-slack-retry-num" not in args.request.headers:
            args.context["greet"] = event.get("channel")

    def greet(args: Args) -> None:
        if channel := args.context.get("greet"):
            args.client.chat_postMessage(channel=channel, unfurl_links=False, **hello().as_json())

    app.event("member_joined_channel")(ack=receive, lazy=[guarded(greet)])
