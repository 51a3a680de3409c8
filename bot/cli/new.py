"""`postmaster entries new`: an interview that ends in a valid knowledge file."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from knowledge import files
from knowledge.errors import InputError
from knowledge.model import Entry

__all__ = ["new"]


def new(
    *,
    folder: Annotated[
        Path | None,
        typer.Option(help="Where to put the file; else the shipped entries', below its provider if that has a folder."),
    ] = None,
) -> None:
    """Ask for what an entry needs and write a valid file.

    Each answer is checked before the next question; nothing is written before the last. Steps, commands, conditions,
    risks, versions, links and neighbours are best added in the file: docs/writing-entries.md.

    **Examples**

        postmaster entries new
        postmaster entries new --folder knowledge/entries/gmail
    """
    from bot.cli.interview import interview  # noqa: PLC0415 - help and completion come at once

    if not sys.stdin.isatty():
        raise InputError("entries new asks questions; run it in a terminal")
    taken = {path.stem: path for path in files.paths()}
    entry = interview(taken, today=datetime.now(tz=UTC).date())
    path = (folder or _family(entry)) / f"{entry.slug}.yaml"
    _write(path, files.dump(entry))
    typer.echo(f"{path} is written. Next: postmaster entries check {path}")


def _family(entry: Entry) -> Path:
    own = files.ENTRIES / entry.provider if entry.provider else None
    return own if own and own.is_dir() else files.ENTRIES / "replies"


def _write(path: Path, text: str) -> None:
    """Make the file `path`, which is whole or not there at all."""
    if path.exists():
        raise InputError(f"{path} exists already; choose another slug or folder")
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError(f"cannot write {path}: {error.strerror}") from None
