"""The questions that `postmaster entries new` asks, one field at a time, each answer checked before the next."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import typer
from pydantic import ValidationError

from knowledge.model import ENTRY_ID, Category, Entry, Fixer

__all__ = ["interview"]

_RATES = "0 to 1; see docs/rates.md"


def interview(*, today: date) -> Entry:
    """The entry that the answers make; asks again until it is valid."""
    while True:
        data = _answers(today)
        try:
            return Entry.model_validate(data)
        except ValidationError as error:
            for fault in error.errors():
                field = ".".join(str(step) for step in fault["loc"])
                typer.echo(f"{field}: {fault['msg']}", err=True)
            typer.echo("Once more, please.", err=True)


def _answers(today: date) -> dict[str, object]:
    slug = _ask("Slug, e.g. gmail-534-app-password", check=lambda text: bool(re.fullmatch(ENTRY_ID, f"communication/{text}")))
    return {
        "id": f"communication/{slug}",
        "code": _ask("Reply or client code, e.g. 534 (empty: none)", default="") or None,
        "enhanced_code": _ask("Enhanced code, e.g. 5.7.9 (empty: none)", default="") or None,
        "category": _choice("Category", [category.value for category in Category]),
        "ai_generated": False,
        "title": _text("Title"),
        "provider": _ask("Provider, a key of knowledge/providers.yaml (empty: anybody)", default="") or None,
        "fix_rate": _rate("How often it gets fixed"),
        "confidence": _rate("How sure you are of this entry"),
        "evidence": typer.prompt("How many cases you have seen", type=int, default=1),
        "first_seen": today,
        "root_cause": _text("Cause, in one sentence"),
        "workarounds": _several("workaround", _workaround, at_least_one=True),
        "dead_ends": _several("dead end", _dead_end, at_least_one=False),
        "signatures": _lines("Wordings that servers send, one a line, an empty line ends them"),
        "who_fixes": _choice("Who has to act", [fixer.value for fixer in Fixer]),
        "permanent": not typer.confirm("Can waiting and retrying be enough?", default=False),
        "sources": [{"url": _ask("Source (URL)"), "claim": _ask("What the source says")}],
        "last_verified": today,
    }


def _workaround(number: int) -> dict[str, object]:
    return {
        "key": f"way-{number}",
        "title": _text("What helps, in a few words"),
        "how": _text("How to do it"),
        "success_rate": _rate("How often it works"),
    }


def _dead_end(number: int) -> dict[str, object]:
    return {
        "key": f"dead-end-{number}",
        "action": _text("What people try in vain"),
        "why": _text("Why it fails"),
        "fail_rate": _rate("How often it fails"),
    }


def _several(name: str, ask: Callable[[int], dict[str, object]], *, at_least_one: bool) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    while (at_least_one and not found) or typer.confirm(f"Add a {name}?", default=False):
        found.append(ask(len(found) + 1))
    return found


def _text(question: str) -> dict[str, str]:
    return {"en": _ask(f"{question} (English)"), "zh": _ask(f"{question} (中文)")}


def _rate(question: str) -> float:
    return float(typer.prompt(f"{question} ({_RATES})", type=float))


def _choice(question: str, choices: list[str]) -> str:
    return _ask(f"{question}: {', '.join(choices)}\n", check=lambda text: text in choices)


def _lines(question: str) -> list[str]:
    typer.echo(f"{question}:")
    found: list[str] = []
    while line := typer.prompt("", default="", show_default=False, prompt_suffix="> ").strip():
        found.append(line)
    return found


def _ask(question: str, *, default: str | None = None, check: Callable[[str], bool] = lambda _: True) -> str:
    while True:
        answer = str(typer.prompt(question, default=default, show_default=False)).strip()
        if check(answer):
            return answer
        typer.echo("That does not fit; once more, please.", err=True)
