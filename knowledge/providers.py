"""Who can be speaking in an error, and how to recognise them (providers.yaml)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from knowledge.files import FASTEST_LOADER

__all__ = ["Provider", "named_in", "providers"]

_TOKEN = re.compile(r"[a-z0-9]+")
_BEGINNING = 3
"""Letters by which words are sorted."""
_LITERAL = re.compile(r"(?:\\b)?((?:[A-Za-z0-9 :_#/-]|\\[^\w\s])+)")
_GROUPS = re.compile(r"\\.|\[[^\]]*\]|\((?:[^()\\]|\\.|\([^()]*\))*\)")
"""What a pattern holds in brackets; alternatives in there leave its beginning alone."""
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
    asked = tuple(providers() if among is None else among)
    if not asked:
        return ()
    lowered = text.lower()
    named = _by_words(lowered) | _by_patterns(lowered, asked)
    return tuple(key for key in asked if key in named)


def _by_words(lowered: str) -> set[str]:
    """The keys of the providers one of whose words stands in `lowered`.

    Only words that begin as one of the text's own are looked for: a few, instead of several hundred.
    """
    beginnings = {token[:_BEGINNING] for token in _TOKEN.findall(lowered)}
    words = _words_by_beginning()
    return {
        key
        for beginning in (*beginnings, "")
        for letters, word, key in words.get(beginning, ())
        if letters in lowered and _bounded(word).search(lowered)
    }


def _by_patterns(lowered: str, asked: Collection[str]) -> set[str]:
    """The keys of the providers, of those `asked` for, one of whose patterns stands in `lowered`.

    Only patterns are tried whose literal beginning stands there.
    """
    return {
        key
        for beginning, pattern, key in _patterns()
        if beginning in lowered and key in asked and _compiled(pattern).search(lowered)
    }


@cache
def _words_by_beginning() -> dict[str, list[tuple[str, str, str]]]:
    """Each word's letters, itself and its provider's key, by its beginning; by nothing where that is no letter."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for key, provider in providers().items():
        for word in provider.words:
            token = _TOKEN.match(word)
            whole = token is not None and (len(token.group()) >= _BEGINNING or not word.endswith("*"))
            beginning = token.group()[:_BEGINNING] if token is not None and whole else ""
            found.setdefault(beginning, []).append((word.rstrip("*"), word, key))
    return found


@cache
def _patterns() -> list[tuple[str, str, str]]:
    """Each pattern's literal beginning, itself and its provider's key."""
    return [
        (_literal_beginning(pattern), pattern, key)
        for key, provider in providers().items()
        for pattern in provider.patterns
    ]


def _literal_beginning(pattern: str) -> str:
    """The characters with which all that `pattern` matches begins, in lower case; none if that is not plain to see."""
    if "|" in _GROUPS.sub("", pattern):
        return ""
    literal = _LITERAL.match(pattern)
    if literal is None:
        return ""
    letters = literal[1].replace("\\", "").lower()
    return letters[:-1] if pattern[literal.end() : literal.end() + 1] in {"?", "*", "{"} else letters


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _bounded(word: str) -> re.Pattern[str]:
    end = "" if word.endswith("*") else "(?![a-z0-9])"
    start = "(?<![a-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
    return re.compile(f"{start}{re.escape(word.rstrip('*'))}{end}")
