"""Taught knowledge <-> the draft that would make it, so that it can be edited in the form in which it was written."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from knowledge.model import Cause, DeadEnd, Entry, Language, Source, Workaround
from knowledge.teaching.draft import LIMITS, Draft
from knowledge.teaching.model import Addition
from knowledge.teaching.prose import reason, said_of_dead_end, said_of_fix, split, told
from knowledge.teaching.writing import GIVEN, dead_ends, workaround

__all__ = ["draft_of", "rewritten"]

_WHOLE = ("cause", "wording")
"""What sources support besides workarounds and dead ends."""


def draft_of(known: Entry | Addition, language: Language) -> Draft:
    """What the form shows of `known`: its wordings, and the first of its workarounds, dead ends and sources."""
    draft = Draft(
        paste="\n".join(_shown(known.signatures)),
        fix=next((said_of_fix(fix, language) for fix in known.workarounds), ""),
        dead_end=next((said_of_dead_end(end, language) for end in known.dead_ends), ""),
        source=next((source.url for source in known.sources), ""),
    )
    if isinstance(known, Addition):
        return replace(draft, about=known.entry_id)
    return replace(draft, title=known.title.in_(language), cause=known.root_cause.in_(language))


def rewritten(
    known: Entry | Addition, draft: Draft, language: Language, *, taken: Collection[str] = ()
) -> Entry | Addition:
    """`known` as a checked `draft` has it; what the form does not show stays, and so do keys: votes hang on them.

    What is new gets a key that is none of `taken`.
    """
    before = draft_of(known, language)
    keys = [*_WHOLE, *taken, *_parts(known)]
    changes: dict[str, object] = {
        "signatures": _signatures(known.signatures, draft.paste),
        "workarounds": _fixes(known.workarounds, draft.fix, before.fix, keys, language),
        "dead_ends": _dead_ends(known.dead_ends, draft.dead_end, before.dead_end, keys, language),
    }
    if isinstance(known, Entry):
        cause = told(draft.cause, known.root_cause, language)
        changes["title"] = told(draft.title, known.title, language)
        changes["root_cause"] = Cause(en=cause.en, zh=cause.zh, kind=known.root_cause.kind)
    changed = known.model_copy(update=changes)
    sources = _sources(changed, draft.source or before.source, known)
    return type(known).model_validate(changed.model_copy(update={"sources": sources}).model_dump())


def _shown(signatures: Iterable[str]) -> list[str]:
    """As many of `signatures` as fit into the form, each on one line."""
    shown: list[str] = []
    left = LIMITS["paste"]
    for line in map(_on_one_line, signatures):
        left -= len(line) + 1
        if left < 0:
            break
        shown.append(line)
    return shown


def _signatures(known: tuple[str, ...], paste: str) -> tuple[str, ...]:
    """The wordings in `paste`, a line each, and those of `known` that the form had no room for."""
    whole = {_on_one_line(signature): signature for signature in known}
    lines = [_on_one_line(line) for line in paste.splitlines() if line.strip()]
    return tuple(dict.fromkeys((*(whole.get(line, line) for line in lines), *known[len(_shown(known)) :])))


def _on_one_line(signature: str) -> str:
    return " ".join(signature.split())


def _fixes(
    known: tuple[Workaround, ...], words: str, before: str, keys: list[str], language: Language
) -> tuple[Workaround, ...]:
    if words == before:
        return known
    if not words:
        return known[1:]
    if not known:
        return (workaround(words, keys),)
    first, (title, how) = known[0], split(words)
    update = {"title": told(title, first.title, language), "how": told(how, first.how, language)}
    return (first.model_copy(update=update), *known[1:])


def _dead_ends(
    known: tuple[DeadEnd, ...], words: str, before: str, keys: list[str], language: Language
) -> tuple[DeadEnd, ...]:
    if words == before:
        return known
    if not words or not known:
        return (*dead_ends(words, keys), *known[1:])
    first, (action, why) = known[0], split(words)
    because = reason(action, why)
    update = {"action": told(action, first.action, language), "why": told(because.in_(language), first.why, language)}
    return (first.model_copy(update=update), *known[1:])


def _sources(changed: Entry | Addition, url: str, before: Entry | Addition) -> tuple[Source, ...]:
    """The sources, of which the first is `url` now and supports what is new; none supports what is gone."""
    parts, known = _parts(changed), _parts(before)
    if not before.sources:
        return (Source(url=url, claim=GIVEN, supports=tuple(parts)),) if url else ()
    kept = [
        source.model_copy(update={"supports": tuple(part for part in source.supports if part in (*_WHOLE, *parts))})
        for source in before.sources
    ]
    added = tuple(part for part in parts if part not in known)
    first = kept[0].model_copy(update={"url": url, "supports": (*kept[0].supports, *added)})
    return (first, *kept[1:])


def _parts(known: Entry | Addition) -> list[str]:
    return [*(fix.key for fix in known.workarounds), *(end.key for end in known.dead_ends)]
