"""What lists and searches show of an entry: it can be had for all of them without unpacking any."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from knowledge.model import Category, Entry, Text

__all__ = ["Heading", "Named", "heading"]


class Named(Protocol):
    """By what people call an entry; an `Entry` says it, and so does its `Heading`."""

    @property
    def id(self) -> str: ...  # noqa: D102 - all of these are as in `Entry`
    @property
    def slug(self) -> str: ...  # noqa: D102
    @property
    def category(self) -> Category: ...  # noqa: D102
    @property
    def title(self) -> Text: ...  # noqa: D102
    @property
    def fix_rate(self) -> float: ...  # noqa: D102
    @property
    def provider(self) -> str | None: ...  # noqa: D102
    @property
    def code(self) -> str | None: ...  # noqa: D102
    @property
    def enhanced_code(self) -> str | None: ...  # noqa: D102
    @property
    def also_codes(self) -> tuple[str, ...]: ...  # noqa: D102


class Heading(NamedTuple):
    """An entry without its body."""

    id: str
    category: Category
    in_english: str
    """Its title."""
    in_chinese: str
    fix_rate: float
    provider: str | None
    code: str | None
    enhanced_code: str | None
    also_codes: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The part of the id after the slash: the name of its file."""
        return self.id.partition("/")[2]

    @property
    def title(self) -> Text:
        """Its title, which was checked when the entry was read."""
        return Text.model_construct(en=self.in_english, zh=self.in_chinese)


def heading(entry: Entry) -> Heading:
    """The heading of `entry`."""
    return Heading(
        entry.id,
        entry.category,
        entry.title.en,
        entry.title.zh,
        entry.fix_rate,
        entry.provider,
        entry.code,
        entry.enhanced_code,
        entry.also_codes,
    )
