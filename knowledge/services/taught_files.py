"""What teams taught, as entries like the shipped ones: to be written to files, and read from them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from knowledge.editions import Library
from knowledge.model import Entry
from knowledge.moment import Clock
from knowledge.services.taught import taught
from knowledge.store import Session, Store, teachings
from knowledge.teaching.exchange import Brought, brought_in
from knowledge.teaching.model import NOBODY, Body, Lesson, Revision, State, Teaching
from knowledge.teaching.rules import Step

__all__ = ["TaughtFiles"]


class TaughtFiles:
    """The taught knowledge of every team in one database. Every method raises `StoreError` when it cannot be used."""

    def __init__(self, store: Store, library: Library, now_us: Clock) -> None:
        """Keep it in `store`, beside what `library` has; `now_us` gives the microseconds since 1970."""
        self._store = store
        self._library = library
        self._now_us = now_us

    def teams(self) -> Sequence[str]:
        """The teams that taught anything."""
        with self._store.reading() as session:
            return teachings.teams(session)

    def entries(self, team: str) -> tuple[Entry, ...]:
        """The team's own entries, and the shipped ones to which it added something, whole; by id."""
        shipped = self._library.current()
        with self._store.reading() as session:
            return tuple(sorted(taught(session, team, shipped), key=lambda entry: entry.id))

    def bring_in(self, team: str, entries: Collection[Entry]) -> int:
        """Let `team` know `entries`, all of them or none; how many of them brought anything new.

        They come from files that somebody wrote on purpose: nothing is taken out of them, and nobody has to approve.
        """
        shipped = self._library.current()
        changed = 0
        with self._store.writing() as session:
            for entry in entries:
                known = teachings.about(session, team, entry.id)
                brought = brought_in(entry, shipped.entries_called([entry.id]).get(entry.id), known)
                for one in brought:
                    self._put(session, team, one)
                changed += bool(brought)
        self._library.look_again(team)
        return changed

    def _put(self, session: Session, team: str, brought: Brought) -> None:
        body = Body(lesson=Lesson(knowledge=brought.knowledge, by=NOBODY))
        at_us = self._now_us()
        before = teachings.get(session, team, brought.name)
        if before is not None:
            teachings.advance(session, before, Step(State.APPROVED, body), by=NOBODY, at_us=at_us)
            return
        revision = Revision(1, State.APPROVED, body, NOBODY, at_us)
        teachings.add(session, Teaching(team, brought.name, NOBODY, revision))
        teachings.bump(session, team)
