"""What a team taught, laid over the entries that everybody has today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from knowledge.model import DeadEnd, Entry, Source, Workaround
from knowledge.teaching.model import Addition

if TYPE_CHECKING:
    from knowledge.edition import Edition

__all__ = ["merged", "overlay"]

_LAST_SHOWN = 2
"""Place, from 0, of the last workaround that a card shows: what a team found out for itself is not hidden from it."""
_Part = TypeVar("_Part", Workaround, DeadEnd)


def overlay(known: Sequence[Entry | Addition], shipped: Edition) -> tuple[Entry, ...]:
    """The entries among what is `known` to a team, and those `shipped` ones to which it added something, with that.

    An addition to an entry that is not there any more waits: it shows again if the entry does.
    """
    own = {entry.id: entry for entry in known if isinstance(entry, Entry)}
    added = [one for one in known if isinstance(one, Addition)]
    below = own | shipped.entries_called({one.entry_id for one in added} - own.keys())
    grown = {
        entry_id: merged(entry, [one for one in added if one.entry_id == entry_id]) for entry_id, entry in below.items()
    }
    return tuple(grown.values())


def merged(entry: Entry, additions: Iterable[Addition]) -> Entry:
    """`entry` with `additions`: better workarounds first, of equals the team's own; nothing that it has comes twice."""
    for one in additions:
        entry = entry.model_copy(
            update={
                "workarounds": _with(entry.workarounds, one.workarounds),
                "dead_ends": (*_new(entry.dead_ends, one.dead_ends), *entry.dead_ends),
                "signatures": tuple(dict.fromkeys((*entry.signatures, *one.signatures))),
                "sources": _sources(entry.sources, one.sources),
            }
        )
    return entry


def _with(known: tuple[Workaround, ...], added: tuple[Workaround, ...]) -> tuple[Workaround, ...]:
    """`known` in their order, each of `added` before the first that is no better, and where a card shows it."""
    result = list(known)
    for fix in _new(known, added):
        place = next((at for at, one in enumerate(result) if one.success_rate <= fix.success_rate), len(result))
        result.insert(min(place, _LAST_SHOWN), fix)
    return tuple(result)


def _new(known: tuple[_Part, ...], added: tuple[_Part, ...]) -> tuple[_Part, ...]:
    keys = {part.key for part in known}
    return tuple(part for part in added if part.key not in keys)


def _sources(known: tuple[Source, ...], added: tuple[Source, ...]) -> tuple[Source, ...]:
    """All of them, each address once with everything that it supports."""
    by_url = {source.url: source for source in known}
    for source in added:
        before = by_url.get(source.url, source)
        supports = tuple(dict.fromkeys((*before.supports, *source.supports)))
        by_url[source.url] = before.model_copy(update={"supports": supports})
    return tuple(by_url.values())
