"""What a new entry's wordings give away by themselves, so that nobody need be asked for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.providers import providers
from knowledge.redact import redact
from knowledge.smtp import read

__all__ = ["Pasted", "key_of", "pasted", "slug_of", "wording"]

_WORD = re.compile(r"[a-z][a-z0-9]*")
_SILENT_WORDS = "a an the of to for is are was were be in on at by with from as or and not your its it this"
_SILENT = frozenset(_SILENT_WORDS.split())
_WORDS = 4
"""Words that name something."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read in wordings."""

    code: str | None
    enhanced_code: str | None
    provider: str | None


def wording(line: str) -> str:
    """The line `line` of a paste as an entry may keep it: without addresses and secrets.

    Raises:
        ValueError: it says nothing.
    """
    kept = " ".join(redact(line).split())
    if not kept:
        raise ValueError("at least one wording, as a server sends it")
    return kept


def pasted(wordings: Sequence[str]) -> Pasted:
    """The codes and the provider of the first error in `wordings`."""
    reading = read("\n".join(wordings))
    first = next((error for error in reading.diagnostics if error.codes), None)
    said_by = [key for key in reading.providers if providers()[key].kind not in {"client", "program", "application"}]
    return Pasted(
        code=(first.reply_code or first.client_code) if first else None,
        enhanced_code=first.enhanced_code if first else None,
        provider=next(iter(said_by or reading.providers), None),
    )


def key_of(title: str, taken: Sequence[str] = ()) -> str:
    """A key made of the English `title`, other than those `taken`."""
    words = _WORD.findall(title.lower())
    name = "-".join([word for word in words if word not in _SILENT][:_WORDS]) or "way"
    return next(key for key in (name, *(f"{name}-{number}" for number in range(2, 100))) if key not in taken)


def slug_of(provider: str | None, code: str | None, title: str) -> str:
    """A slug for an entry: who says it, the code, and what the English `title` says."""
    named = {*_WORD.findall(providers()[provider].name.lower()), provider} if provider else set()
    words = " ".join(word for word in _WORD.findall(title.lower()) if word not in named)
    return "-".join(filter(None, (provider or "smtp", (code or "").lower().replace("_", "-"), key_of(words))))
