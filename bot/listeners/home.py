"""Somebody opens the app's home."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.views.home import home

__all__ = ["register"]


def register(app: App) -> None:
    """Make `app` show its home."""

    def publish(args: Args) -> None:
        event = args.event or {}
        if event.get("tab") == "home":
            user = str(event.get("user"))
            afterwards(args, lambda: args.client.views_publish(user_id=user, view=home()))

    app.event("app_home_opened")(publish)
