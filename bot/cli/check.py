"""`postmaster entries check`: faults of knowledge entries, before somebody is given a wrong answer."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.knowledge_files import files_in, report
from bot.cli.progress import watched
from knowledge import files
from knowledge.errors import EntryError
from knowledge.model import Entry

__all__ = ["check"]


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files or folders; the shipped entries if left out.", metavar="PATH"),
    ] = None,
    *,
    strict: Annotated[
        bool, typer.Option("--strict", help="Signatures that find another entry first are faults too.")
    ] = False,
) -> None:
    """Check entries; exit status 2 if there is a fault.

    Each fault is one line, ID: FIELD: what is wrong, or FILE:LINE: FIELD: what is wrong where a file cannot be read.
    Checked are the fields and languages, rates against docs/rates.md, sources against claims, references to other
    entries, dates, and what is said twice: wordings, titles, workarounds. How many wordings find another entry first is
    counted; --strict lists them and takes them for faults.

    **Examples**

        postmaster entries check
        postmaster entries check knowledge/entries/gmail --strict
    """
    from knowledge.check import faults, misleading_signatures  # noqa: PLC0415 - help and completion come at once

    try:
        checked, known = _read(paths or [])
    except EntryError as error:
        raise report(error.faults, "the files above") from None
    found = faults(checked, known=known, today=datetime.now(tz=UTC).date())
    misled = list(misleading_signatures(watched(checked, "Looking wordings up"), known=known))
    if strict:
        found += misled
    if found:
        raise report(found, f"{len(checked)} entries")
    wordings = sum(len(entry.signatures) for entry in checked)
    typer.echo(f"{len(checked)} entries, no faults; {len(misled)} of {wordings} wordings find another entry first")


def _read(paths: list[Path]) -> tuple[list[Entry], list[Entry]]:
    """The entries to check, and all that are known with them: these and the shipped ones."""
    shipped = files.paths()
    if not paths:
        entries = files.read_all(shipped)
        return entries, entries
    checked = files.read_all(files_in(paths))
    ids = {entry.id for entry in checked}
    return checked, checked + [entry for entry in files.read_all(shipped) if entry.id not in ids]
