"""The peer of the whole bot: a Bolt app that says every message again, on the same server: `python -m bench.echo`.

It takes SLACK_API_URL, SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET like Postmaster, and it is served like Postmaster: by
uvicorn and Starlette, Bolt in threads. It knows nothing and stores nothing.
"""

from __future__ import annotations

import os
import socket
from typing import Any

import uvicorn
from slack_bolt import App, Say
from slack_sdk import WebClient
from starlette.applications import Starlette

from bot.web import slack_route

__all__ = ["echo_app", "serving"]


def echo_app(*, token: str, signing_secret: str, api_url: str) -> App:
    """An app that says every message again."""
    app = App(client=WebClient(token=token, base_url=api_url), signing_secret=signing_secret)

    @app.event("message")
    def echo(event: dict[str, Any], say: Say) -> None:
        say(event["text"])

    return app


def serving() -> None:
    """Serve until somebody ends the process."""
    app = echo_app(
        token=os.environ["SLACK_BOT_TOKEN"],
        signing_secret=os.environ["SLACK_SIGNING_SECRET"],
        api_url=os.environ["SLACK_API_URL"],
    )
    with socket.create_server(("127.0.0.1", 0), backlog=2_048) as listener:
        server = Starlette(routes=[slack_route(app)])
        print(f"http://127.0.0.1:{listener.getsockname()[1]}/slack/events", flush=True)
        uvicorn.run(server, fd=listener.fileno(), log_config=None, access_log=False, ws="none", server_header=False)


if __name__ == "__main__":
    serving()
