"""An entry from a file -> what it teaches a team that does not know it, or knows it otherwise.

A file holds a whole entry. If an entry of its id is shipped, what the file has beside it is an addition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple, TypeVar

from knowledge.model import DeadEnd, Entry, Source, Workaround
from knowledge.teaching.model import Addition, Kind, Teaching
from knowledge.teaching.overlay import merged

__all__ = ["Brought", "brought_in", "difference"]

_Part = TypeVar("_Part", Workaround, DeadEnd)


class Brought(NamedTuple):
    """What a teaching, there already or new, is to say."""

    name: str
    knowledge: Entry | Addition


def brought_in(entry: Entry, shipped: Entry | None, known: Sequence[Teaching]) -> list[Brought]:
    """What makes a team know `entry`; nothing if it does. `known` are its teachings of that id.

    A part that the team has under the same key becomes what the file says; what the file lacks stays.
    """
    own = next((one for one in known if one.kind is Kind.ENTRY), None)
    if own is None and shipped is not None:
        return list(_added(entry, shipped, known))
    name = own.id if own else _name(entry.id)
    in_force = own.in_force if own else None
    if not isinstance(in_force, Entry):
        return [Brought(name, entry)]
    return [] if entry in (in_force, merged(in_force, _additions(known))) else [Brought(name, entry)]


def difference(entry: Entry, shipped: Entry) -> Addition | None:
    """What `entry` has beside the `shipped` one of its id; None if that helps nobody."""
    fixes, ends = _beside(entry.workarounds, shipped.workarounds), _beside(entry.dead_ends, shipped.dead_ends)
    wordings = tuple(wording for wording in entry.signatures if wording not in shipped.signatures)
    if not (fixes or ends or wordings):
        return None
    sources = tuple(_sources(entry.sources, shipped.sources))
    return Addition(entry_id=entry.id, workarounds=fixes, dead_ends=ends, signatures=wordings, sources=sources)


def _added(entry: Entry, shipped: Entry, known: Sequence[Teaching]) -> Iterator[Brought]:
    """Changes of what was added to the entry before, and what was not."""
    extra = difference(entry, shipped)
    if extra is None:
        return
    for teaching in known:
        before = teaching.in_force
        if isinstance(before, Addition):
            after = _rewritten(before, extra)
            if after != before:
                yield Brought(teaching.id, after)
    rest = difference(merged(shipped, [extra]), merged(shipped, _additions(known)))
    if rest is not None:
        yield Brought(_name(rest.model_dump_json()), rest)


def _additions(known: Iterable[Teaching]) -> list[Addition]:
    return [one.in_force for one in known if isinstance(one.in_force, Addition)]


def _rewritten(before: Addition, extra: Addition) -> Addition:
    """`before` with the parts that `extra` has under the same keys."""
    fixes = {fix.key: fix for fix in extra.workarounds}
    ends = {end.key: end for end in extra.dead_ends}
    return before.model_copy(
        update={
            "workarounds": tuple(fixes.get(fix.key, fix) for fix in before.workarounds),
            "dead_ends": tuple(ends.get(end.key, end) for end in before.dead_ends),
        }
    )


def _beside(parts: tuple[_Part, ...], shipped: tuple[_Part, ...]) -> tuple[_Part, ...]:
    keys = {part.key for part in shipped}
    return tuple(part for part in parts if part.key not in keys)


def _sources(sources: Iterable[Source], shipped: Iterable[Source]) -> Iterator[Source]:
    """Those of `sources` that are new, or support something that they did not."""
    before = {source.url: source.supports for source in shipped}
    for source in sources:
        supports = tuple(part for part in source.supports if part not in before.get(source.url, ()))
        if supports or source.url not in before:
            yield source.model_copy(update={"supports": supports})


def _name(said: str) -> str:
    return f"file-{sha256(said.encode('utf-8', 'replace')).hexdigest()[:16]}"
