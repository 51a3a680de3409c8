"""The two languages in which the playground speaks to people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["Language", "Words", "accepted", "of_locale"]

Language: TypeAlias = Literal["en", "zh"]


@dataclass(frozen=True, slots=True)
class Words:
    """The same sentence in both languages."""

    en: str
    zh: str

    def in_(self, language: Language) -> str:
        """The sentence in `language`."""
        return self.zh if language == "zh" else self.en

    def as_json(self) -> dict[str, str]:
        """Both, for a page that chooses itself."""
        return {"en": self.en, "zh": self.zh}


def of_locale(locale: str) -> Language:
    """The language for somebody whose locale (`zh-CN`, `en-US`) that is."""
    return "zh" if locale.lower().startswith("zh") else "en"


def accepted(accept_language: str) -> Language:
    """The first language of an `Accept-Language` header (RFC 9110, section 12.5.4) that is spoken here.

    Browsers list languages by preference; weights are left aside.
    """
    for entry in accept_language.split(","):
        tag = entry.partition(";")[0].strip().lower()
        if tag.startswith(("en", "zh")):
            return of_locale(tag)
    return "en"
