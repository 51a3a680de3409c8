"""Real errors to try with one click: `samples.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.playground.language import Words

__all__ = ["Sample", "samples"]

_FILE = Path(__file__).parent / "samples.yaml"


@dataclass(frozen=True, slots=True)
class Sample:
    """Something to paste, and under which heading the page lists it."""

    title: Words
    text: str
    group: Words

    def as_json(self) -> dict[str, object]:
        """The sample as the page gets it: title and group in both languages."""
        return {"title": self.title.as_json(), "text": self.text, "group": self.group.as_json()}


@cache
def samples() -> tuple[Sample, ...]:
    """All samples, in the order of the file."""
    groups = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Sample(title=Words(**sample["title"]), text=sample["text"].rstrip("\n"), group=Words(**group["group"]))
        for group in groups
        for sample in group["samples"]
    )
