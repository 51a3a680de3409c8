"""`postmaster stats`: what the team's database holds."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.knowledge import open_knowledge

__all__ = ["stats"]


def stats(
    team: Annotated[str, typer.Option(help="Slack team id (T…); all teams if left out.")] = "",
) -> None:
    """Show what was asked, what helped, and what nobody could answer."""
    with open_knowledge() as knowledge:
        knowledge.stats(team)
