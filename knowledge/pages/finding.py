"""Entries by words that somebody remembers of them: of the id, the title, a code, the provider, the category."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from knowledge import vocabulary
from knowledge.facts import codes, speaker
from knowledge.heading import Named

__all__ = ["entries_with"]

_Named = TypeVar("_Named", bound=Named)
_WORD = re.compile(r"[^\s,;:/，；：、。]+")
_MOST_WORDS = 12
"""More is a paste, not something remembered."""


def entries_with(text: str, entries: Iterable[_Named]) -> list[_Named]:
    """Those of `entries` in which every word of `text` occurs, the ones with most of them in their title first."""
    asked = _WORD.findall(text.casefold())
    if not asked or len(asked) > _MOST_WORDS:
        return []
    found = [entry for entry in entries if all(word in _words_of(entry) for word in asked)]
    return sorted(found, key=lambda entry: (-_in_title(entry, asked), entry.id))


def _in_title(entry: Named, asked: Sequence[str]) -> int:
    title = f"{entry.title.en} {entry.title.zh} {entry.slug}".casefold()
    return sum(word in title for word in asked)


def _words_of(entry: Named) -> str:
    """Everything by which people call `entry`, in lower case."""
    category = vocabulary.CATEGORIES[entry.category]
    names = (entry.id, entry.slug.replace("-", " "), entry.title.en, entry.title.zh, *codes(entry))
    kinds = (entry.category.value, category.en, category.zh, speaker(entry) or "", entry.provider or "")
    return "\n".join([*names, *kinds]).casefold()
