"""Labelled pastes: those of a file, or made of the entries' own signatures with a fixed seed."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from bench.damage import cut_off, mistyped
from bench.placeholders import filled
from bench.talk import harmless_talk
from bench.wrappings import wrapped
from bot.cli.inputs import read_lines
from knowledge.errors import InputError
from knowledge.evaluation import Case, read_case
from knowledge.model import Category, Entry

__all__ = ["SEED", "cases_of", "made_cases", "read_cases", "some_errors"]

SEED = 20261124
_PER_ENTRY = 3
"""Signatures of an entry that become a case; an entry with many wordings must not outweigh the others."""
_DAMAGES: tuple[Callable[[str, Random], str], ...] = (lambda text, _random: text, mistyped, cut_off)
"""What a message suffers before it is pasted: nothing, typing mistakes, or the loss of its end."""


def cases_of(file: Path | None, entries: Sequence[Entry]) -> list[Case]:
    """The cases in `file`, or, if it is None, those made of `entries`.

    Raises:
        InputError: `file` cannot be read, or holds no case.
    """
    return made_cases(entries) if file is None else read_cases(file)


def read_cases(file: Path) -> list[Case]:
    """The cases in `file`, one a line as for `postmaster evaluate`; a bad line is reported and left out.

    Raises:
        InputError: `file` cannot be read, or holds no case.
    """
    cases = list(_good_lines(file))
    if not cases:
        raise InputError(f"{file} holds no case that can be scored")
    return cases


def made_cases(entries: Iterable[Entry], *, seed: int = SEED) -> list[Case]:
    """Up to three pastes for each entry, and harmless talk; the same `entries` and `seed` give the same cases."""
    known = list(entries)
    random = Random(seed)  # noqa: S311 - nothing here is secret
    meanings = _meanings(known)
    errors = [
        Case(id=f"{entry.slug} {number}", text=_paste(signature, random), expected=meanings[signature])
        for entry in known
        for number, signature in enumerate(_some(entry.signatures, random), start=1)
    ]
    talk = [
        Case(id=f"talk {number}", text=text, expected=frozenset())
        for number, text in enumerate(harmless_talk(random), start=1)
    ]
    return errors + talk


def some_errors(cases: Iterable[Case], count: int) -> list[str]:
    """The texts of at most `count` of those `cases` that are errors, always the same ones."""
    errors = [case.text for case in cases if case.expected]
    return Random(SEED).sample(errors, min(count, len(errors)))  # noqa: S311 - nothing here is secret


def _paste(signature: str, random: Random) -> str:
    return wrapped(random.choice(_DAMAGES)(filled(signature, random), random), random)


def _some(signatures: Sequence[str], random: Random) -> list[str]:
    return random.sample(signatures, min(_PER_ENTRY, len(signatures)))


def _meanings(entries: Iterable[Entry]) -> dict[str, frozenset[Category]]:
    """For each signature the categories of all entries that have it: each of them is a right answer."""
    categories: defaultdict[str, set[Category]] = defaultdict(set)
    for entry in entries:
        for signature in entry.signatures:
            categories[signature].add(entry.category)
    return {signature: frozenset(found) for signature, found in categories.items()}


def _good_lines(file: Path) -> Iterator[Case]:
    for number, line in read_lines(file):
        try:
            yield read_case(line, number=number)
        except InputError as error:
            print(f"bench: {file}: {error}; left out", file=sys.stderr)
