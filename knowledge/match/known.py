"""An entry as those see it who rank: its id and what is weighed beside its wordings."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.heading import Heading
from knowledge.model import Category

__all__ = ["Known", "known"]


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """An entry, alike to itself only: what signatures and codes point to."""

    id: str
    category: Category
    provider: str | None
    own_codes: tuple[str, ...]
    """The code and enhanced code that are the entry's own."""
    codes: frozenset[str]
    """All that it is known for, its own and others."""


def known(heading: Heading) -> Known:
    """The entry with `heading`."""
    own_codes = tuple(code for code in (heading.code, heading.enhanced_code) if code)
    return Known(
        heading.id, heading.category, heading.provider, own_codes, frozenset((*own_codes, *heading.also_codes))
    )
