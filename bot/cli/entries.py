"""`postmaster entries`: list, show, check and write knowledge entries."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.knowledge import open_knowledge
from knowledge import files
from knowledge.errors import EntryError, InputError
from knowledge.model import Category, Entry, Language

__all__ = ["app"]

app = typer.Typer(help="List, show, check and write knowledge entries.", no_args_is_help=True)


class Format(StrEnum):
    """How an entry is shown."""

    TEXT = "text"
    YAML = "yaml"
    JSON = "json"


@app.command("list")
def list_entries(
    category: Annotated[Category | None, typer.Option(help="Only this category.")] = None,
    provider: Annotated[str | None, typer.Option(help="Only this provider's (a key of knowledge/providers.yaml).")] = None,
    lang: Annotated[Language, typer.Option(help="Language of the titles.")] = Language.EN,
) -> None:
    """List the entries: id, category, fix rate, title."""
    from rich.table import Table  # noqa: PLC0415 - rich only where it prints

    from bot.cli.printing import console  # noqa: PLC0415 - as above

    with open_knowledge() as knowledge:
        entries = sorted(knowledge.entries(), key=lambda entry: entry.id)
    wanted = [entry for entry in entries if _wanted(entry, category, provider)]
    table = Table("Entry", "Category", "Fix", "Title", title=f"{len(wanted)} of {len(entries)} entries")
    for entry in wanted:
        table.add_row(entry.slug, entry.category.value, f"{entry.fix_rate:.0%}", entry.title.in_(lang))
    console.print(table)


@app.command()
def show(
    entry_id: Annotated[str, typer.Argument(help="The entry's id; the part after the slash is enough.", metavar="ID")],
    form: Annotated[Format, typer.Option("--format", help="As text, YAML or JSON.")] = Format.TEXT,
    lang: Annotated[Language, typer.Option(help="Language of the text.")] = Language.EN,
) -> None:
    """Show one entry whole, with this team's votes."""
    with open_knowledge() as knowledge:
        rated = knowledge.rated(_whole_id(entry_id))
    if form is Format.YAML:
        print(files.dump(rated.entry), end="")  # noqa: T201 - the result
    elif form is Format.JSON:
        print(rated.entry.model_dump_json(indent=2))  # noqa: T201 - the result
    else:
        from bot.cli.printing import print_entry  # noqa: PLC0415 - rich only where it prints

        print_entry(rated, lang)


@app.command()
def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files or folders; the shipped ones if left out.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Signatures that find another entry first are faults.")] = False,
) -> None:
    """Check entries: valid, known providers, references that exist, signatures that find them.

    Prints one line per fault; exit status 2 if there is any.
    """
    from knowledge.check import check as faults_of  # noqa: PLC0415 - builds the index, only needed here
    from knowledge.check import misleading_signatures  # noqa: PLC0415 - as above

    entries = files.read_all(_files(paths or []))
    faults = faults_of(entries, today=datetime.now(tz=UTC).date())
    misled = list(misleading_signatures(entries))
    if strict:
        faults += misled
    if faults:
        raise EntryError(faults)
    print(f"{len(entries)} entries, no faults; {len(misled)} signatures find another entry first")  # noqa: T201
    for line in misled:
        print(f"  {line}")  # noqa: T201 - the result


def _wanted(entry: Entry, category: Category | None, provider: str | None) -> bool:
    return (category is None or entry.category is category) and (provider is None or entry.provider == provider)


def _whole_id(entry_id: str) -> str:
    return entry_id if "/" in entry_id else f"communication/{entry_id}"


def _files(paths: list[Path]) -> list[Path]:
    if not paths:
        return files.paths()
    for path in paths:
        if not path.exists():
            raise InputError(f"there is no file {path}")
    return [file for path in paths for file in (files.paths(path) if path.is_dir() else [path])]


@app.command()
def new(
    folder: Annotated[Path, typer.Option(help="Where to put the file: a family below the entries.")] = files.ENTRIES / "replies",
) -> None:
    """Ask for what an entry needs and write a valid file."""
    from bot.cli.interview import interview  # noqa: PLC0415 - only needed here

    if not sys.stdin.isatty():
        raise InputError("entries new asks questions; run it in a terminal")
    entry = interview(today=datetime.now(tz=UTC).date())
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{entry.slug}.yaml"
    if path.exists():
        raise InputError(f"{path} exists already; choose another slug")
    path.write_text(files.dump(entry), encoding="utf-8")
    print(f"{path} written; check it with: postmaster entries check")  # noqa: T201 - the result
