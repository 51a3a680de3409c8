"""What a button carries that shows an entry."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.model import Language

__all__ = ["Choice", "choice_in"]


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry that somebody wants to see, and the language to see it in."""

    entry_id: str
    language: Language

    @property
    def value(self) -> str:
        """What the button carries."""
        return f"{self.language.value} {self.entry_id}"


def choice_in(value: str) -> Choice | None:
    """The choice that a button carries as `value`; None if it carries anything else."""
    language, _, entry_id = value.partition(" ")
    return Choice(entry_id, Language(language)) if language in set(Language) and entry_id else None
