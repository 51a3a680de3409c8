"""All commands of `postmaster`, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli import entries
from bot.cli.evaluate import evaluate
from bot.cli.explain import explain
from bot.cli.lookup import lookup
from bot.cli.options import help_if_alone
from bot.cli.serve import serve
from bot.cli.stats import stats

__all__ = ["app"]

app = typer.Typer(name="postmaster", rich_markup_mode="markdown", pretty_exceptions_enable=False)
app.command()(lookup)
app.command()(explain)
app.command()(serve)
app.command()(stats)
app.add_typer(entries.app, name="entries")
app.command()(evaluate)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - what typer hands to a flag's callback
    if wanted:
        from importlib import metadata  # noqa: PLC0415 - nothing else needs it

        typer.echo(f"postmaster {metadata.version('postmaster')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def postmaster(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - its callback acts
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """What an SMTP error means, what fixes it and what does not: in Slack, and here.

    **Try**

        postmaster lookup '535 5.7.8 Error: authentication failed'
        postmaster serve

    **Exit status**: 0 done, 2 bad usage or bad input (one line on standard error says what), 130 interrupted.
    """
    help_if_alone(context)
