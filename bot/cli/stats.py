"""`postmaster stats`: what a team's use adds up to."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.knowledge import open_knowledge
from bot.cli.options import LanguageOption
from knowledge.model import Language

__all__ = ["stats"]


def stats(
    *,
    team: Annotated[str, typer.Option(help="Slack team id (T…); all teams if left out.", metavar="TEAM")] = "",
    lang: LanguageOption = Language.EN,
) -> None:
    """Show what was asked, what helped, and what nobody could answer.

    Reads the database that POSTMASTER_DB names. The questions without an answer are the entries worth writing next:
    postmaster entries new.

    **Examples**

        postmaster stats
        postmaster stats --team T0123456789 --lang zh
    """
    from bot.cli.printing.statistics import print_statistics  # noqa: PLC0415 - rich only where it prints

    with open_knowledge() as knowledge:
        statistics = knowledge.stats(team)
        entries = {entry.id: entry for entry in knowledge.entries()}
    print_statistics(statistics, lang, entries, team=team)
