"""Whether every sentence of an entry is there in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from knowledge.model import Entry, Text

__all__ = ["is_chinese", "texts", "untranslated"]

_CHINESE = re.compile(r"[\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]")
"""Han characters and full-width punctuation."""


def is_chinese(text: str) -> bool:
    """Whether `text` is written in Chinese: by its characters, or by its punctuation around quoted settings."""
    return _CHINESE.search(text) is not None


def untranslated(entry: Entry) -> Iterator[str]:
    """The texts of `entry` that are not Chinese in Chinese, or the same in both languages."""
    for field, text in texts(entry):
        if field == "title":
            continue  # it may be nothing but the reply
        if not is_chinese(text.zh):
            yield f"{field}.zh: no Chinese in {text.zh!r}"
        if text.en == text.zh:
            yield f"{field}: the same in both languages"


def texts(part: BaseModel, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every text in `part`, with the field that holds it."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for index, item in enumerate(value if isinstance(value, tuple) else (value,)):
            field = f"{path}{name}{f'.{index}' if isinstance(value, tuple) else ''}"
            if isinstance(item, Text):
                yield field, item
            elif isinstance(item, BaseModel):
                yield from texts(item, f"{field}.")
