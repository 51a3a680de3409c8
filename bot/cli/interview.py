"""The questions that `postmaster entries new` asks, one for each field that an entry must have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import typer

from bot.cli.questions import ask, ask_lines, confirm, field_of, number, one_of, optional, share
from knowledge.check import is_chinese
from knowledge.model import Category, Cause, DeadEnd, Entry, Fixer, Source, Text, Workaround
from knowledge.providers import providers

__all__ = ["interview"]

_RATES = "e.g. 85%; docs/rates.md tells which"


def interview(taken: Mapping[str, Path], *, today: date) -> Entry:
    """The entry that the answers make; `taken` are the slugs in use, with their files."""
    typer.echo("What the error is. Ctrl-C ends the interview; nothing is written before the last answer.")
    slug = ask("Slug, e.g. gmail-534-app-password", lambda answer: _slug(answer, taken))
    code = ask("Reply or client code, e.g. 534 (Enter: none)", optional(field_of(Entry, "code")))
    enhanced_code = ask("Enhanced code, e.g. 5.7.9 (Enter: none)", optional(field_of(Entry, "enhanced_code")))
    provider = ask("Provider, e.g. gmail (Enter: anybody says it)", optional(one_of(providers())))
    category = ask("Category, e.g. auth_error (Enter: list them)", one_of([category.value for category in Category]))
    title = _text("Title: the reply as people see it, codes first")
    cause = _text("Cause, in one sentence")
    signatures = ask_lines("Wordings that servers send, one each", field_of(Source, "claim"))
    workarounds = _workarounds()
    dead_ends = _dead_ends()
    typer.echo("How it stands.")
    return Entry(
        id=f"communication/{slug}",
        code=_string(code),
        enhanced_code=_string(enhanced_code),
        category=Category(category),
        ai_generated=False,
        title=title,
        provider=provider,
        fix_rate=ask(f"How often does it get fixed, {_RATES}", share),
        confidence=ask("How sure are you of this entry, e.g. 80%", share),
        evidence=ask("How many cases have you seen", number),
        first_seen=today,
        root_cause=Cause(en=cause.en, zh=cause.zh, kind="specific" if provider else "generic"),
        workarounds=workarounds,
        dead_ends=dead_ends,
        signatures=tuple(map(str, signatures)),
        who_fixes=Fixer(ask("Who has to act (Enter: list them)", one_of([fixer.value for fixer in Fixer]))),
        permanent=not confirm("Can waiting and retrying be enough?"),
        sources=(_source(),),
        last_verified=today,
    )


def _workarounds() -> tuple[Workaround, ...]:
    found: list[Workaround] = []
    while not found or confirm("Does anything else help?"):
        typer.echo(f"What helps, number {len(found) + 1}.")
        title, how = _text("In a few words"), _text("How to do it")
        rate = ask(f"How often does it work, {_RATES}", share)
        found.append(Workaround(key=f"way-{len(found) + 1}", title=title, how=how, success_rate=rate))
    return tuple(found)


def _dead_ends() -> tuple[DeadEnd, ...]:
    found: list[DeadEnd] = []
    while not found or confirm("Is there another dead end?"):
        typer.echo(f"What people try in vain, number {len(found) + 1}.")
        action, why = _text("What they do"), _text("Why it fails")
        rate = ask(f"How often does it fail, {_RATES}", share)
        found.append(DeadEnd(key=f"dead-end-{len(found) + 1}", action=action, why=why, fail_rate=rate))
    return tuple(found)


def _source() -> Source:
    url = ask("Source, a link where it can be checked", field_of(Source, "url"))
    return Source(url=str(url), claim=str(ask("What does the source say", field_of(Source, "claim"))))


def _text(question: str) -> Text:
    read = field_of(Text, "en")
    return Text(en=str(ask(f"{question} (English)", read)), zh=ask(f"{question} (中文)", _chinese))


def _chinese(answer: str) -> str:
    if not is_chinese(answer):
        raise ValueError("请用中文 (in Chinese, please)")
    return answer


def _slug(answer: str, taken: Mapping[str, Path]) -> str:
    if answer in taken:
        raise ValueError(f"{taken[answer]} has it already")
    try:
        field_of(Entry, "id")(f"communication/{answer}")
    except ValueError:
        raise ValueError("small letters, digits and single hyphens, e.g. gmail-534-app-password") from None
    return answer


def _string(value: object) -> str | None:
    return None if value is None else str(value)
