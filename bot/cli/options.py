"""Options that several commands share: how they are read, completed and refused."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from knowledge import files
from knowledge.model import Category, Language
from knowledge.nearest import nearest

__all__ = [
    "CategoryOption",
    "EmlOption",
    "EntryArgument",
    "JsonOption",
    "LanguageOption",
    "ProviderOption",
    "TeamOption",
    "TextArgument",
    "help_if_alone",
    "slugs",
]


def help_if_alone(context: typer.Context) -> None:
    """Print the help of a group that was called without a command, and end as bad usage does."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


def _category(name: str) -> Category:
    try:
        return Category(name.lower())
    except ValueError:
        near = ", ".join(nearest(name, [category.value for category in Category]))
        raise typer.BadParameter(f"there is no category {name!r:.60}{near and f'; nearest: {near}'}") from None


def _provider(key: str) -> str:
    from knowledge.providers import providers  # noqa: PLC0415 - reads a file that looking up reads later

    if key in providers():
        return key
    near = ", ".join(nearest(key, providers()))
    raise typer.BadParameter(f"there is no provider {key!r:.60}{near and f'; nearest: {near}'}")


def _categories(incomplete: str) -> list[str]:
    return [category.value for category in Category if category.value.startswith(incomplete)]


def _providers(incomplete: str) -> list[tuple[str, str]]:
    from knowledge.providers import providers  # noqa: PLC0415 - as above

    return [(key, provider.name) for key, provider in providers().items() if key.startswith(incomplete)]


def slugs(incomplete: str) -> list[str]:
    """The slugs of shipped entries that begin with `incomplete`."""
    return [path.stem for path in files.paths() if path.stem.startswith(incomplete)]


TextArgument = Annotated[
    str | None, typer.Argument(help="The error as pasted; standard input if left out or -.", metavar="TEXT")
]
EmlOption = Annotated[
    Path | None, typer.Option(help="Read a bounce or other mail from FILE (- is standard input).", metavar="FILE")
]
LanguageOption = Annotated[Language, typer.Option("--lang", help="Language: English or Chinese.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
TeamOption = Annotated[str, typer.Option(help="Slack team id (T…) whose knowledge and votes count.", metavar="TEAM")]
CategoryOption = Annotated[
    Category | None,
    typer.Option(help="Only this category.", metavar="CATEGORY", parser=_category, autocompletion=_categories),
]
ProviderOption = Annotated[
    str | None,
    typer.Option(
        help="Only what this provider says: a key of knowledge/providers.yaml.",
        metavar="PROVIDER",
        parser=_provider,
        autocompletion=_providers,
    ),
]
EntryArgument = Annotated[
    str, typer.Argument(help="Its id; the part after the slash is enough.", metavar="ID", autocompletion=slugs)
]
