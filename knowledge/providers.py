"""Who can be speaking in an error, and how to recognise them (providers.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from knowledge.files import FASTEST_LOADER

__all__ = ["Provider", "named_in", "providers"]

_FILE = Path(__file__).with_name("providers.yaml")


class Provider(BaseModel):
    """A mailbox provider, service, gateway, blocklist, server, client, program or application."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    kind: Literal["mailbox", "service", "hosting", "gateway", "blocklist", "server", "client", "program", "application"]
    words: tuple[str, ...] = ()
    """Words that only this provider uses, case ignored; `word*` matches at a word's beginning."""
    patterns: tuple[str, ...] = ()
    """Regular expressions for what words can't say, case ignored."""


@cache
def providers() -> dict[str, Provider]:
    """All known providers by key."""
    return TypeAdapter(dict[str, Provider]).validate_python(
        yaml.load(_FILE.read_text(encoding="utf-8"), Loader=FASTEST_LOADER)  # noqa: S506 - the safe ones
    )


def named_in(text: str, *, among: Iterable[str] | None = None) -> tuple[str, ...]:
    """The keys of the providers (of those in `among`, if given) that `text` names, in the order of providers.yaml."""
    lowered = text.lower()
    signs = _signs()
    return tuple(key for key in (signs if among is None else among) if signs[key].show_in(lowered))


class _Signs(NamedTuple):
    words: tuple[str, ...]
    patterns: re.Pattern[str] | None

    def show_in(self, lowered: str) -> bool:
        """Looking for a bare word is far quicker than for one between its bounds, so that comes second."""
        if any(word.rstrip("*") in lowered and _bounded(word).search(lowered) for word in self.words):
            return True
        return self.patterns is not None and self.patterns.search(lowered) is not None


@cache
def _signs() -> dict[str, _Signs]:
    return {
        key: _Signs(
            words=provider.words,
            patterns=re.compile("|".join(provider.patterns), re.IGNORECASE) if provider.patterns else None,
        )
        for key, provider in providers().items()
    }


@cache
def _bounded(word: str) -> re.Pattern[str]:
    end = "" if word.endswith("*") else "(?![a-z0-9])"
    start = "(?<![a-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
    return re.compile(f"{start}{re.escape(word.rstrip('*'))}{end}")
