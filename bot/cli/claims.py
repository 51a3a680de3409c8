"""What stands behind the claims of a new entry: a row of docs/rates.md for each, and sources with what they carry."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from bot.cli.questions import ask, choose, field_of
from knowledge.model import Source
from knowledge.rates import Row

__all__ = ["Claims", "rate_of"]


class Claims:
    """The sources that were given so far; one is given once, and can carry many claims."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._supports: dict[str, list[str]] = {}

    @property
    def sources(self) -> tuple[Source, ...]:
        """Each with the parts of the entry that it supports."""
        return tuple(
            Source(url=url, claim=claim, supports=tuple(self._supports[url])) for url, claim in self._sources.items()
        )

    def rate(self, rows: Sequence[Row], part: str) -> float:
        """The rate of the row that stands behind the claim `part`, for which a source is asked if the row wants one."""
        row = rate_of("What stands behind it", rows)
        if row.sourced:
            self.support(part, "Where it says so")
        return row.rate

    def support(self, part: str, question: str) -> None:
        """Ask for the source that supports `part` of the entry: one that was given before or a new one."""
        known = list(self._sources)
        for number, url in enumerate(known, start=1):
            typer.echo(f"  {number}  {url}")
        link = field_of(Source, "url")

        def read(answer: str) -> str:
            if answer.isdecimal() and answer.isascii() and 1 <= int(answer[:4]) <= len(known):
                return known[int(answer) - 1]
            return str(link(answer))

        url = ask(f"{question} ({'its number, or ' if known else ''}a new link)", read)
        if url not in self._sources:
            self._sources[url] = str(ask("What it says there", field_of(Source, "claim")))
        self._supports.setdefault(url, []).append(part)


def rate_of(question: str, rows: Sequence[Row]) -> Row:
    """The one of `rows` that stands behind a claim."""
    return rows[choose(question, [f"{row.rate:.2f}  {row.behind}" for row in rows])]
