"""Postmaster is invited to a channel: it says hello, once and shortly."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.views.greetings import hello

__all__ = ["register"]


def register(app: App) -> None:
    """Make `app` greet channels that it joins. Greetings are not worth remembering: what Slack repeats is dropped."""

    def receive(args: Args) -> None:
        event = args.event or {}
        if event.get("user") == args.context.bot_user_id and "x-slack-retry-num" not in args.request.headers:
            channel, message = str(event.get("channel")), hello()
            afterwards(
                args, lambda: args.client.chat_postMessage(channel=channel, unfurl_links=False, **message.as_json())
            )

    app.event("member_joined_channel")(receive)
