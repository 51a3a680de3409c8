"""`postmaster entries export` and `import`: what a team taught, as files like those of the shipped entries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.knowledge import open_knowledge
from bot.cli.knowledge_files import files_in, report
from bot.cli.options import TeamOption
from knowledge import files
from knowledge.errors import EntryError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.base import KnowledgeBase
    from knowledge.model import Entry

__all__ = ["export", "import_"]

_STANDARD_OUTPUT = Path("-")


def export(
    target: Annotated[
        Path, typer.Argument(help="The folder for the files; - prints them.", metavar="DIR")
    ] = _STANDARD_OUTPUT,
    *,
    team: TeamOption = "",
) -> None:
    """Write what a team taught as knowledge files.

    There is a file for each entry of the team's own, and for each shipped entry to which it added something: that one
    whole, with the additions. Proposals that wait are not in it. A file that is there already is written anew. The team
    may be left out if only one taught anything.

    **Examples**

        postmaster entries export
        postmaster entries export backup --team T04NORTHWND
    """
    with open_knowledge() as knowledge:
        team = team or _only_team(knowledge)
        entries = knowledge.taught_files.entries(team)
        waiting = knowledge.teaching.orphans(team)
    for one in waiting:
        typer.echo(f"left out: what {one.id} adds to {one.entry_id}, an entry that is gone", err=True)
    if target == _STANDARD_OUTPUT:
        typer.echo("---\n".join(map(files.dump, entries)), nl=False)
        return
    _write(target, entries)
    typer.echo(f"{len(entries)} {'file is' if len(entries) == 1 else 'files are'} written to {target}")


def import_(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders of them.", metavar="PATH")],
    *,
    team: Annotated[str, typer.Option(help="Slack team id (T…) that is to know them.", metavar="TEAM")],
) -> None:
    """Let a team know what is in knowledge files, without anybody's approval.

    An entry whose id is not shipped becomes the team's own. Of one that is shipped, what the file has beside it is
    added: workarounds, dead ends, wordings. If any file has a fault (FILE:LINE: FIELD: what is wrong, exit status 2)
    nothing is imported. Importing the same files again changes nothing.

    **Examples**

        postmaster entries import backup --team T04NORTHWND
        postmaster entries import relay-550-application-not-registered.yaml --team T04NORTHWND
    """
    if not team:
        raise InputError("--team is empty; give the id of the Slack workspace that is to know them (T…)")
    try:
        entries = files.read_all(files_in(paths))
    except EntryError as error:
        raise report(error.faults, "the files above; nothing was imported") from None
    with open_knowledge(make=True) as knowledge:
        changed = knowledge.taught_files.bring_in(team, entries)
    typer.echo(f"{len(entries)} {'entry' if len(entries) == 1 else 'entries'} read, {changed} brought something new")


def _only_team(knowledge: KnowledgeBase) -> str:
    """The one team that taught anything; empty if none did."""
    teams = knowledge.taught_files.teams()
    if len(teams) > 1:
        raise InputError(f"several teams taught something; choose one with --team: {', '.join(teams)}")
    return next(iter(teams), "")


def _write(folder: Path, entries: Iterable[Entry]) -> None:
    """Make a file of each of `entries` in `folder`; each is whole, or as it was."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for entry in entries:
            part = folder / f"{entry.slug}.part"
            part.write_text(files.dump(entry), encoding="utf-8")
            part.replace(folder / f"{entry.slug}.yaml")
    except OSError as error:
        raise InputError(f"cannot write to {folder}: {error.strerror}") from None
