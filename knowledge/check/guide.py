"""What docs/writing-entries.md asks of an entry so that people can read it."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.check.languages import texts
from knowledge.model import Entry, Language
from knowledge.providers import providers

__all__ = ["DEAD_ENDS_LIMIT", "TITLE_LIMIT", "TITLE_WORDS", "unlike_the_guide"]

TITLE_LIMIT = 100
"""Characters that fit on a card's first line."""
TITLE_WORDS = 8
"""English words of a workaround's title; more is a sentence."""
DEAD_ENDS_LIMIT = 3


def unlike_the_guide(entry: Entry) -> Iterator[str]:
    """Where `entry` is not as the guide wants it."""
    if entry.provider is not None and entry.provider not in providers():
        yield f"provider: {entry.provider!r} is not in knowledge/providers.yaml"
    if entry.provider is None and entry.root_cause.kind == "specific":
        yield "root_cause.kind: specific to a provider, and the entry names none"
    for language in Language:
        if len(entry.title.in_(language)) > TITLE_LIMIT:
            yield f"title.{language}: longer than {TITLE_LIMIT} characters"
    for fix in entry.workarounds:
        if len(fix.title.en.split()) > TITLE_WORDS:
            yield f"workarounds.{fix.key}.title.en: more than {TITLE_WORDS} words; the rest belongs into `how`"
    if not 1 <= len(entry.dead_ends) <= DEAD_ENDS_LIMIT:
        yield f"dead_ends: {len(entry.dead_ends)} of them; one to {DEAD_ENDS_LIMIT} is what people read"
    yield from _broken_code(entry)


def _broken_code(entry: Entry) -> Iterator[str]:
    for field, text in texts(entry):
        for language in Language:
            if text.in_(language).count("`") % 2:
                yield f"{field}.{language}: a backtick without its second"
