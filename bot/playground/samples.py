"""Real errors to try with one click: `samples.yaml`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import yaml

__all__ = ["Sample", "samples"]

_FILE = Path(__file__).parent / "samples.yaml"


@dataclass(frozen=True, slots=True)
class Sample:
    """Something to paste, and under which heading the page lists it."""

    title: str
    text: str
    group: str

    def as_json(self) -> dict[str, str]:
        """The sample as the page gets it."""
        return asdict(self)


@cache
def samples() -> tuple[Sample, ...]:
    """All samples, in the order of the file."""
    groups = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Sample(title=sample["title"], text=sample["text"].rstrip("\n"), group=group["group"])
        for group in groups
        for sample in group["samples"]
    )
