"""Somebody opens the app's home."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.failure import guarded
from bot.views.home import home

__all__ = ["register"]


def register(app: App) -> None:
    """Make `app` show its home."""

    def acknowledge(args: Args) -> None:
        args.ack()

    def publish(args: Args) -> None:
        event = args.event or {}
        if event.get("tab") == "home":
            args.client.views_publish(user_id=str(event.get("user")), view=home())

    app.event("app_home_opened")(ack=acknowledge, lazy=[guarded(publish)])
