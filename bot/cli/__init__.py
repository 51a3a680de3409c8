"""The `postmaster` command."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from bot.cli import entries
from bot.cli.evaluate import evaluate
from bot.cli.lookup import lookup
from bot.cli.stats import stats
from bot.settings import SettingsError, load_settings
from knowledge.errors import KnowledgeError

__all__ = ["app", "main"]

app = typer.Typer(
    name="postmaster",
    help="What an SMTP error means, what fixes it and what does not: in Slack, and here.",
    epilog="Try: postmaster lookup '535 5.7.8 Error: authentication failed'",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
app.command()(lookup)
app.command()(evaluate)
app.add_typer(entries.app, name="entries")
app.command()(stats)


@app.command()
def serve(
    port: Annotated[int | None, typer.Option(help="Port to listen on; else PORT, else 3000.", min=1, max=65535)] = None,
) -> None:
    """Run the bot: the playground without Slack tokens, else Socket Mode or HTTP.

    [bold]SLACK_APP_TOKEN[/] + [bold]SLACK_BOT_TOKEN[/]: Socket Mode. [bold]SLACK_SIGNING_SECRET[/] +
    [bold]SLACK_BOT_TOKEN[/]: HTTP. Neither: a local workspace in the browser, on http://127.0.0.1:3000.
    """
    from bot.server import serve as run  # noqa: PLC0415 - starting a server costs half a second, looking up must not

    run(load_settings(port=port))


def main() -> None:
    """Run the command; an error is one line on standard error and exit status 2."""
    try:
        app()
    except (KnowledgeError, SettingsError) as error:
        print(f"postmaster: {error}", file=sys.stderr)  # noqa: T201 - this is where errors meet people
        raise SystemExit(2) from None
