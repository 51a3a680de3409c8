"""`postmaster entries`: list, show, check, write and move knowledge entries."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.check import check
from bot.cli.knowledge import open_knowledge, rated
from bot.cli.new import new
from bot.cli.options import (
    CategoryOption,
    EntryArgument,
    LanguageOption,
    ProviderOption,
    TeamOption,
    help_if_alone,
)
from bot.cli.taught import export, import_
from bot.environment import public_url
from knowledge import files
from knowledge.model import Category, Entry, Language
from knowledge.pages.site import Site

__all__ = ["app"]

app = typer.Typer()


class Format(StrEnum):
    """How an entry is shown."""

    TEXT = "text"
    YAML = "yaml"
    JSON = "json"
    MD = "md"
    HTML = "html"


@app.callback(invoke_without_command=True)
def entries(context: typer.Context) -> None:
    """List, show, check, write and move knowledge entries.

    An entry is one situation: what servers say, why, what helps and what does not. docs/writing-entries.md tells how
    to write one.
    """
    help_if_alone(context)


@app.command("list")
def list_entries(
    *,
    category: CategoryOption = None,
    provider: ProviderOption = None,
    lang: LanguageOption = Language.EN,
    team: TeamOption = "",
) -> None:
    """List entries by category: fix rate, id, title.

    Into a pipe or a file each is one line of four fields between tabs: id, category, fix rate (0 to 1), title.

    **Examples**

        postmaster entries list --category auth_error
        postmaster entries list --provider gmail --lang zh
        postmaster entries list | cut -f 1
    """
    with open_knowledge() as knowledge:
        known = knowledge.entries(team=team)
    wanted = [entry for entry in known if _wanted(entry, category, provider)]
    if not sys.stdout.isatty():
        for entry in wanted:
            typer.echo(_fields(entry, lang))
        return
    from bot.cli.printing.listing import print_listing  # noqa: PLC0415 - rich only where it prints

    print_listing(wanted, lang, known=len(known))


@app.command()
def show(
    entry_id: EntryArgument,
    *,
    form: Annotated[
        Format, typer.Option("--format", help="As text, as the YAML of its file, or as its page: JSON, Markdown, HTML.")
    ] = Format.TEXT,
    lang: LanguageOption = Language.EN,
    team: TeamOption = "",
) -> None:
    """Show one entry whole.

    With --team it is as that team knows it; votes count in the text only. Pages link to one another where
    POSTMASTER_URL says how to reach them.

    **Examples**

        postmaster entries show smtp-535-authentication-credentials-invalid
        postmaster entries show gmail-550-no-such-user --format yaml
        postmaster entries show gmail-550-no-such-user --format html --lang zh
    """
    with open_knowledge() as knowledge:
        shown = rated(knowledge, entry_id, team)
        neighbours = knowledge.entries_called(shown.entry.neighbours, team=team)
    if form is not Format.TEXT:
        typer.echo(_written(shown.entry, form, lang, neighbours), nl=False)
        return
    from bot.cli.printing.entry import print_entry  # noqa: PLC0415 - rich only where it prints

    print_entry(shown, lang, neighbours)


app.command()(check)
app.command()(new)
app.command()(export)
app.command("import")(import_)


def _written(entry: Entry, form: Format, language: Language, neighbours: Mapping[str, Entry]) -> str:
    """`entry` as a file."""
    if form is Format.YAML:
        return files.dump(entry)
    from knowledge.pages.entry_page import entry_html  # noqa: PLC0415 - templates only where a page is wanted
    from knowledge.pages.json_text import entry_json  # noqa: PLC0415 - as above
    from knowledge.pages.markdown import entry_markdown  # noqa: PLC0415 - as above

    site = Site(public_url(), served=False)
    if form is Format.JSON:
        return entry_json(entry)
    if form is Format.MD:
        return entry_markdown(entry, language, site=site, neighbours=neighbours)
    return entry_html(entry, language, site=site, neighbours=neighbours)


def _wanted(entry: Entry, category: Category | None, provider: str | None) -> bool:
    return category in (None, entry.category) and provider in (None, entry.provider)


def _fields(entry: Entry, language: Language) -> str:
    return "\t".join([entry.id, entry.category.value, f"{entry.fix_rate:.2f}", entry.title.in_(language)])
