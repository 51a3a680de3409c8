"""The questions that `postmaster entries new` asks, as few as an entry needs."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

import typer

from bot.cli.claims import Claims, rate_of
from bot.cli.questions import ask, ask_lines, choose, confirm, field_of, one_of, optional
from knowledge.answer import Answer
from knowledge.check import DEAD_ENDS_LIMIT, TITLE_LIMIT, TITLE_WORDS, is_chinese
from knowledge.model import Category, Cause, DeadEnd, Entry, Fixer, Text, Workaround
from knowledge.pasted import key_of, pasted, slug_of, wording
from knowledge.providers import providers
from knowledge.rates import AMBIGUITY, CONFIDENCES, FAIL_RATES, SUCCESS_RATES
from knowledge.vocabulary import FIXERS

__all__ = ["interview"]

_SURE = 0.5
"""Score from which the closest known entry's category is offered for the new one."""


def interview(taken: Collection[str], look_up: Callable[[str], Answer], *, today: date) -> Entry:
    """The entry that the answers make; `taken` are the slugs in use, `look_up` says what is known already."""
    typer.echo("Ctrl-C ends the interview; nothing is written before the last answer.")
    wordings = ask_lines("Paste what servers send, a wording a line, <angle brackets> around what varies", wording)
    nearest = _nearest(look_up("\n".join(wordings)))
    seen = pasted(wordings)
    code = ask("Reply or client code", optional(field_of(Entry, "code")), default=seen.code or "-")
    enhanced_code = ask("Enhanced code", optional(field_of(Entry, "enhanced_code")), default=seen.enhanced_code or "-")
    provider = ask(
        "Provider that says it, - for anybody (Tab completes)",
        optional(one_of(providers())),
        default=seen.provider or "-",
        among=providers(),
    )
    categories = [category.value for category in Category]
    category = ask("Category (Tab completes)", one_of(categories), default=nearest, among=categories)
    title = _text("Title: codes first, then what it means", _short)
    slug = _slug(slug_of(provider, _string(code), title.en), taken)
    claims = Claims()
    claims.support("wording", "Where these wordings can be found")
    cause = _text("Cause, in one sentence")
    claims.support("cause", "Where the cause can be checked")
    workarounds = _workarounds(claims)
    dead_ends = _dead_ends(claims, [fix.key for fix in workarounds])
    best = max(fix.success_rate for fix in workarounds)
    plain = confirm("Does the reply alone tell this cause from others?")
    return Entry(
        id=f"communication/{slug}",
        code=_string(code),
        enhanced_code=_string(enhanced_code),
        category=Category(category),
        ai_generated=False,
        title=title,
        provider=provider,
        fix_rate=round(best if plain else best - AMBIGUITY, 2),
        confidence=rate_of("What stands behind the entry as a whole", CONFIDENCES).rate,
        evidence=int(confirm("Does a source tell of this very case and how it ended?")),
        first_seen=today,
        root_cause=Cause(en=cause.en, zh=cause.zh, kind="specific" if provider else "generic"),
        workarounds=workarounds,
        dead_ends=dead_ends,
        signatures=tuple(wordings),
        who_fixes=list(Fixer)[choose("Who has to act", [FIXERS[fixer].en for fixer in Fixer])],
        permanent=not confirm("Can waiting and retrying be enough?"),
        sources=claims.sources,
        last_verified=today,
    )


def _nearest(answer: Answer) -> str:
    """The category of the closest known entry, which is shown; empty if it is too far off to be of that category."""
    if not answer.near:
        return ""
    first = answer.near[0]
    entry = first.rated.entry
    typer.echo(f"  The closest known entry: {entry.slug} ({first.score:.0%}), {entry.title.en}")
    typer.echo("  If it is the same situation, add your wording to its file instead of going on.")
    return entry.category.value if first.score >= _SURE else ""


def _workarounds(claims: Claims) -> tuple[Workaround, ...]:
    found: list[Workaround] = []
    while not found or confirm("Does anything else help?"):
        typer.echo(f"What helps, number {len(found) + 1}, best first.")
        title, how = _text(f"In at most {TITLE_WORDS} words", _brief), _text("How to do it")
        key = key_of(title.en, [*_NO_KEYS, *(fix.key for fix in found)])
        rate = claims.rate(SUCCESS_RATES, key)
        found.append(Workaround(key=key, title=title, how=how, success_rate=rate))
    return tuple(found)


def _dead_ends(claims: Claims, taken: list[str]) -> tuple[DeadEnd, ...]:
    found: list[DeadEnd] = []
    while not found or (len(found) < DEAD_ENDS_LIMIT and confirm("Is there another dead end?")):
        typer.echo(f"What people try in vain, number {len(found) + 1}.")
        action, why = _text("What they do"), _text("Why it fails")
        key = key_of(action.en, [*_NO_KEYS, *taken, *(end.key for end in found)])
        found.append(DeadEnd(key=key, action=action, why=why, fail_rate=claims.rate(FAIL_RATES, key)))
    return tuple(found)


_NO_KEYS = ("cause", "wording")
"""What sources support besides workarounds and dead ends."""


def _text(question: str, english: Callable[[str], str] = str) -> Text:
    read = field_of(Text, "en")
    return Text(
        en=ask(f"{question} (English)", lambda answer: english(str(read(answer)))),
        zh=ask(f"{question} (中文)", lambda answer: _chinese(answer, english)),
    )


def _chinese(answer: str, fits: Callable[[str], str]) -> str:
    if not is_chinese(answer):
        raise ValueError("请用中文 (in Chinese, please)")
    return fits(answer)


def _short(title: str) -> str:
    if len(title) > TITLE_LIMIT:
        raise ValueError(f"at most {TITLE_LIMIT} characters; these are {len(title)}")
    return title


def _brief(title: str) -> str:
    if len(title.split()) > TITLE_WORDS:
        raise ValueError(f"at most {TITLE_WORDS} words; how to do it is asked next")
    return title


def _slug(offered: str, taken: Collection[str]) -> str:
    def read(answer: str) -> str:
        if answer in taken:
            raise ValueError(f"another entry is called {answer}")
        try:
            field_of(Entry, "id")(f"communication/{answer}")
        except ValueError:
            raise ValueError("small letters, digits and single hyphens, e.g. gmail-534-app-password") from None
        return answer

    return ask("Name of the file", read, default="" if offered in taken else offered)


def _string(value: object) -> str | None:
    return None if value is None else str(value)
