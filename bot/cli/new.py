"""`postmaster entries new`: an interview that ends in a valid knowledge file."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.knowledge import open_knowledge
from knowledge import files
from knowledge.errors import InputError
from knowledge.model import Entry

__all__ = ["new"]


def new(
    *,
    folder: Annotated[
        Path | None,
        typer.Option(help="Where to put the file; else where most entries of its provider are."),
    ] = None,
) -> None:
    """Ask for what an entry needs and write a valid file.

    It begins with what servers send: addresses and secrets are taken out, codes and provider are read from it, and the
    closest known entry is named. Rates follow from what stands behind a claim (docs/rates.md), sources are asked for
    where a claim needs one. Each answer is checked before the next question; nothing is written before the last. Steps,
    commands, conditions, risks, versions and neighbours are best added in the file: docs/writing-entries.md.

    **Examples**

        postmaster entries new
        postmaster entries new --folder knowledge/entries/gmail
    """
    if not sys.stdin.isatty():
        raise InputError("entries new asks questions; run it in a terminal")
    from bot.cli.interview import interview  # noqa: PLC0415 - help and completion come at once
    from knowledge.check import faults, misleading_signatures  # noqa: PLC0415 - as above

    today = datetime.now(tz=UTC).date()
    with open_knowledge() as knowledge:
        known = list(knowledge.entries())
        entry = interview({other.slug for other in known}, knowledge.look_up, today=today)
    path = (folder or _family(entry, known)) / f"{entry.slug}.yaml"
    _write(path, files.dump(entry))
    known.append(entry)
    found = [*faults([entry], known=known, today=today), *misleading_signatures([entry], known=known)]
    typer.echo("\n".join([f"{path} is written.", *found]))
    typer.echo(f"Next: {'mend that, ' if found else ''}postmaster entries check {path}")


def _family(entry: Entry, known: Iterable[Entry]) -> Path:
    """The folder that has most of the entries of the same provider; the generic ones' if there is none."""
    same = {other.slug for other in known if other.provider == entry.provider and entry.provider is not None}
    folders = Counter(path.parent for path in files.paths() if path.stem in same)
    return folders.most_common(1)[0][0] if folders else files.ENTRIES / "replies"


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
