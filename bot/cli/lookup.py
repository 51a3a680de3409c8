"""`postmaster lookup`: an answer in the terminal, or as JSON for scripts."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.cases import answered
from bot.cli.inputs import read_bytes, read_lines, read_text
from bot.cli.knowledge import open_lookups
from bot.cli.options import EmlOption, LanguageOption, TeamOption, TextArgument
from bot.cli.output import print_json
from bot.cli.progress import watched
from bot.environment import public_url
from bot.lookup_json import answer_json
from knowledge.answer import Answer
from knowledge.errors import InputError
from knowledge.model import Language
from knowledge.pages.site import Site

__all__ = ["lookup"]


def lookup(  # noqa: PLR0913 - each is an option of the command
    text: TextArgument = None,
    *,
    eml: EmlOption = None,
    jsonl: Annotated[
        Path | None,
        typer.Option(help='Look up each line of FILE, {"id", "text"}; prints an object a line.', metavar="FILE"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")] = False,
    lang: LanguageOption = Language.EN,
    team: TeamOption = "",
) -> None:
    """Say what an SMTP error means, what helps and what does not.

    **Examples**

        postmaster lookup '550 5.1.1 User unknown'
        tail -200 /var/log/mail.log | postmaster lookup
        postmaster lookup --eml bounce.eml --lang zh
        postmaster lookup --json '421 4.7.0 Try again later' | jq .answers[0].id
        postmaster lookup --jsonl pastes.jsonl > answers.jsonl

    Nothing is stored and nothing leaves this machine; where there is no database yet, none is made.
    """
    if sum(source is not None for source in (text, eml, jsonl)) > 1:
        raise InputError("give one of TEXT, --eml and --jsonl, not several")
    if jsonl is not None:
        _answer_lines(jsonl, lang, team)
        return
    site = Site(public_url())
    answer = _about_message(read_bytes(eml), team) if eml is not None else _about_text(text, team)
    if as_json:
        print_json(answer_json(answer, lang))
        return
    from bot.cli.printing.answer import print_answer  # noqa: PLC0415 - rich only where it prints

    print_answer(answer, lang, site=site)


def _about_text(text: str | None, team: str) -> Answer:
    given = read_text(text)
    with open_lookups() as lookups:
        return lookups.look_up(given, team=team)


def _about_message(data: bytes, team: str) -> Answer:
    with open_lookups() as lookups:
        return lookups.look_up_message(data, team=team)


def _answer_lines(path: Path, language: Language, team: str) -> None:
    lines = read_lines(path)
    with open_lookups() as lookups:
        look_up = partial(lookups.look_up, team=team)
        for number, line in lines if sys.stdout.isatty() else watched(lines, "Looking up"):
            print_json(answered(line, number, look_up, language))
