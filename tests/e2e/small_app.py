"""An app in a few lines: what a browser test lets talk to the playground in Postmaster's place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient
from starlette.applications import Starlette

from bot.playground import create_playground
from bot.web import slack_route

__all__ = ["SmallApp"]

TOKEN, SECRET = "xoxb-form", "secret"


class SmallApp:
    """Serves itself and a playground with `manifest` at a port, and keeps what was sent; a subclass listens."""

    def __init__(self, port: int, heard: list[Any], *, manifest: Path) -> None:
        base_url = f"http://127.0.0.1:{port}"
        self.heard = heard
        self.client = WebClient(token=TOKEN, base_url=f"{base_url}/playground/api/")
        self.bolt = App(client=self.client, signing_secret=SECRET, token_verification_enabled=False)
        self.playground = create_playground(
            events_url=f"{base_url}/slack/events", signing_secret=SECRET, bot_token=TOKEN, manifest=manifest
        )

    def server(self) -> Starlette:
        routes = [slack_route(self.bolt), *self.playground.routes]
        return Starlette(routes=routes, lifespan=lambda _: self.playground.lifespan())
