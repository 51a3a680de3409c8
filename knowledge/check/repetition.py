"""What is said twice: within an entry, or by two entries that a reader would take for copies."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz, process

from knowledge.model import Entry, Language

__all__ = ["repeated"]

_ALIKE = 80
"""Likeness, 0 to 100, word order aside, from which two workarounds of an entry are one."""
_COPIED = 88
"""Likeness, 0 to 100, from which two entries' workarounds read the same."""
_PLACEHOLDER = re.compile(r"<[^<>]*>")


def repeated(entries: Sequence[Entry], known: Sequence[Entry]) -> Iterator[str]:
    """What `entries` say twice, or after another of the `known` ones, as lines `id: field: what`."""
    for entry in entries:
        yield from (f"{entry.id}: {fault}" for fault in _within(entry))
    yield from _signatures(entries, known)
    yield from _titles(entries, known)
    yield from _copies(entries, known)


def _within(entry: Entry) -> Iterator[str]:
    for one, other in combinations(entry.workarounds, 2):
        if fuzz.token_sort_ratio(one.how.en, other.how.en) >= _ALIKE:
            yield f"workarounds.{other.key}: says nearly the same as {one.key}"
    times = Counter(map(_folded, entry.signatures))
    for signature in {_folded(signature): signature for signature in entry.signatures}.values():
        if times[_folded(signature)] > 1:
            yield f"signatures: {signature!r} is there twice"


def _signatures(entries: Iterable[Entry], known: Iterable[Entry]) -> Iterator[str]:
    """The wordings that another entry of the same provider claims as well."""
    owners: defaultdict[tuple[str, str | None], dict[str, None]] = defaultdict(dict)
    for entry in known:
        for signature in entry.signatures:
            owners[_folded(signature), entry.provider][entry.id] = None
    for entry in entries:
        for signature in entry.signatures:
            others = ", ".join(owner for owner in owners[_folded(signature), entry.provider] if owner != entry.id)
            if others:
                yield f"{entry.id}: signatures: {signature!r} stands in {others} too"


def _folded(signature: str) -> str:
    """`signature` without what makes no difference: case, spaces, what its placeholders are called."""
    return " ".join(_PLACEHOLDER.sub("<>", signature).lower().split())


def _titles(entries: Iterable[Entry], known: Iterable[Entry]) -> Iterator[str]:
    owners: defaultdict[tuple[Language, str], list[str]] = defaultdict(list)
    for entry in known:
        for language in Language:
            owners[language, entry.title.in_(language).lower()].append(entry.id)
    for entry in entries:
        for language in Language:
            for other in owners[language, entry.title.in_(language).lower()]:
                if other != entry.id:
                    yield f"{entry.id}: title.{language}: {other} has the same"


def _copies(entries: Iterable[Entry], known: Iterable[Entry]) -> Iterator[str]:
    """The entries all of whose workarounds read like those of another one: either one is too many, or says too little.

    That one of several workarounds is the same as elsewhere is no fault: many situations have one step in common.
    """
    all_known = list(known)
    owners = [entry.id for entry in all_known for _ in entry.workarounds]
    hows = [fix.how.en for entry in all_known for fix in entry.workarounds]
    for entry in entries:
        others = set.intersection(
            *(
                {
                    owners[place]
                    for _, _, place in process.extract(
                        fix.how.en, hows, scorer=fuzz.ratio, limit=None, score_cutoff=_COPIED
                    )
                }
                for fix in entry.workarounds
            )
        )
        for other in sorted(others - {entry.id}):
            yield f"{entry.id}: workarounds: read like those of {other}; one entry for both, or each its own"
