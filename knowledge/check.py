"""Faults that a single entry can't show: broken references, unknown providers, signatures that find another entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from knowledge.match import Matcher
from knowledge.model import Entry
from knowledge.providers import providers
from knowledge.smtp import read

__all__ = ["check", "misleading_signatures"]

_STALE = timedelta(days=2 * 365)
"""Age at which somebody should verify an entry again."""


def check(entries: Sequence[Entry], *, today: date) -> list[str]:
    """The faults of `entries` together, as lines `id: field: what is wrong`; empty if there are none."""
    rules: tuple[Callable[[Sequence[Entry]], Iterable[str]], ...] = (
        _unknown_providers,
        _broken_references,
        _repeated_signatures,
        lambda all_entries: _stale(all_entries, today),
    )
    return [fault for rule in rules for fault in rule(entries)]


def misleading_signatures(entries: Sequence[Entry]) -> Iterator[str]:
    """The signatures that find another entry before their own, as lines `id: signatures: …`."""
    matcher = Matcher(entries)
    for entry in entries:
        for signature in entry.signatures:
            matches = matcher.rank(read(signature), limit=1).matches
            found = matches[0].entry.id if matches else "nothing"
            if found != entry.id:
                yield f"{entry.id}: signatures: {signature!r} finds {found} first"


def _unknown_providers(entries: Sequence[Entry]) -> Iterator[str]:
    known = providers()
    for entry in entries:
        if entry.provider is not None and entry.provider not in known:
            yield f"{entry.id}: provider: {entry.provider!r} is not in knowledge/providers.yaml"


def _broken_references(entries: Sequence[Entry]) -> Iterator[str]:
    ids = {entry.id for entry in entries}
    for entry in entries:
        for other in entry.see_also:
            if other not in ids:
                yield f"{entry.id}: see_also: there is no entry {other}"
        for confusion in entry.confused_with:
            if confusion.id not in ids:
                yield f"{entry.id}: confused_with: there is no entry {confusion.id}"


def _repeated_signatures(entries: Sequence[Entry]) -> Iterator[str]:
    owners: defaultdict[tuple[str, str | None], list[str]] = defaultdict(list)
    for entry in entries:
        for signature in entry.signatures:
            owners[" ".join(signature.lower().split()), entry.provider].append(entry.id)
    for (signature, _), ids in owners.items():
        if len(ids) > 1:
            yield f"{ids[-1]}: signatures: {signature!r} stands in {', '.join(ids[:-1])} too"


def _stale(entries: Sequence[Entry], today: date) -> Iterator[str]:
    for entry in entries:
        if today - entry.last_verified > _STALE:
            yield f"{entry.id}: last_verified: {entry.last_verified} is more than two years ago; verify it again"
