"""`postmaster explain`: how a look-up comes to its answer, for those who write entries."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.inputs import read_bytes, read_text
from bot.cli.knowledge import open_knowledge, rated
from bot.cli.options import EmlOption, JsonOption, LanguageOption, TeamOption, TextArgument, slugs
from bot.cli.output import print_json
from knowledge.errors import InputError
from knowledge.model import Language

__all__ = ["explain"]


def explain(  # noqa: PLR0913 - each is an option of the command
    text: TextArgument = None,
    *,
    eml: EmlOption = None,
    entry: Annotated[
        str | None,
        typer.Option(help="Say how this entry fared, wherever it ends up.", metavar="ID", autocompletion=slugs),
    ] = None,
    as_json: JsonOption = False,
    lang: LanguageOption = Language.EN,
    team: TeamOption = "",
) -> None:
    """Show step by step how a look-up comes to its answer.

    What was read, once secrets were out of it; the errors in that; how each candidate scored, by wording, codes,
    provider and topic; whether a passive listener speaks up. Every figure is the look-up's own. For writing entries:
    with `--entry`, why one is not found.

    **Examples**

        postmaster explain '550 5.7.26 Unauthenticated email is not accepted'
        tail -200 /var/log/mail.log | postmaster explain --lang zh
        postmaster explain --eml bounce.eml --entry smtp-550-user-unknown
        postmaster explain --json '421 4.7.0 Try again later' | jq .candidates[0].fit
    """
    if text is not None and eml is not None:
        raise InputError("give TEXT or --eml, not both")
    given = read_text(text) if eml is None else read_bytes(eml)
    with open_knowledge() as knowledge:
        entry_id = None if entry is None else rated(knowledge, entry, team).entry.id
        explained = knowledge.explain(given, entry_id=entry_id, team=team)
    if as_json:
        from bot.cli.explanation_json import explanation_json  # noqa: PLC0415 - only where JSON is wanted

        print_json(explanation_json(explained, lang))
        return
    from bot.cli.printing.explanation import print_explanation  # noqa: PLC0415 - rich only where it prints

    print_explanation(explained, lang)
