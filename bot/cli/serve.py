"""`postmaster serve`: the bot itself."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["serve"]


def serve(
    port: Annotated[
        int | None,
        typer.Option(help="Port to listen on, 0 for any free one; else PORT, else 3000.", min=0, max=65_535),
    ] = None,
) -> None:
    """Run the bot: a playground without Slack tokens, else Socket Mode or HTTP.

    What the environment (or a file `.env`) holds decides:

    - nothing: a local workspace in the browser, on http://127.0.0.1:3000
    - `SLACK_BOT_TOKEN` and `SLACK_APP_TOKEN`: Socket Mode
    - `SLACK_BOT_TOKEN` and `SLACK_SIGNING_SECRET`: HTTP; Slack sends to `/slack/events`

    docs/settings.md lists every variable.

    **Examples**

        postmaster serve
        PORT=8080 POSTMASTER_DB=/var/lib/postmaster.db postmaster serve
    """
    from bot.settings import load_settings  # noqa: PLC0415 - help and completion come at once

    settings = load_settings(port=port)
    from bot.server import serve as run  # noqa: PLC0415 - costs half a second, which looking up must not

    run(settings)
