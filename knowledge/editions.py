"""The edition that a team sees now: what is shipped and what the team taught, as the store holds them.

What another process changes shows within a second.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from knowledge.edition import Edition, ShippedEdition
from knowledge.match import maker
from knowledge.store import Session, Store, entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from knowledge.model import Entry

__all__ = ["LOOK_EVERY_S", "Library", "Taught"]

LOOK_EVERY_S = 1.0
"""Seconds between two looks at whether the store has newer entries."""
_TEAMS_KEPT = 64
"""Teams whose editions are kept; another one's is made again when it asks."""

Taught: TypeAlias = "Callable[[Session, str, Edition], Iterable[Entry]]"
"""The entries that a team taught, and those of the edition that it changed."""


class _Kept(NamedTuple):
    """An edition of a team, and what it was made of."""

    looked_at: float
    shipped: Edition
    version: int
    edition: Edition


class Library:
    """Hands out the current editions of the entries in `store`; `clock` gives seconds that only grow."""

    def __init__(
        self,
        store: Store,
        *,
        taught: Taught = lambda _session, _team, _shipped: (),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Read the shipped entries; `taught` reads a team's."""
        self._store = store
        self._taught = taught
        self._clock = clock
        self._looking = threading.Lock()
        self._teams: dict[str, _Kept] = {}
        self._looked_at = clock()
        with store.reading() as session:
            self._read(session)

    def current(self, team: str = "") -> Edition:
        """The edition that the store held for `team` at most a second ago; everybody's if it taught nothing.

        While a newer version of the program takes over and has brought in its entries, the shipped ones are the last
        that this one made.
        """
        with self._looking:
            if self._is_old(self._looked_at):
                self._looked_at = self._clock()
                self._look()
            return self._of_team(team) if team else self._shipped

    def look_again(self, team: str) -> None:
        """The knowledge of `team` was changed just now, here: its next edition has the change."""
        with self._looking:
            self._teams.pop(team, None)

    def _is_old(self, looked_at: float) -> bool:
        return self._clock() - looked_at >= LOOK_EVERY_S

    def _look(self) -> None:
        with self._store.reading() as session:
            if entries.version(session) != self._version and entries.made_by(session) == maker():
                self._read(session)

    def _read(self, session: Session) -> None:
        self._version = entries.version(session)
        self._shipped: Edition = ShippedEdition(entries.all_stored(session))

    def _of_team(self, team: str) -> Edition:
        """The edition of `team`, which is now the last that was asked for."""
        kept = self._teams.pop(team, None)
        if kept is None or kept.shipped is not self._shipped or self._is_old(kept.looked_at):
            kept = self._looked(team, kept)
        self._teams[team] = kept
        if len(self._teams) > _TEAMS_KEPT:
            del self._teams[next(iter(self._teams))]
        return kept.edition

    def _looked(self, team: str, before: _Kept | None) -> _Kept:
        """What the store holds for `team`; as it was `before`, if it is still that."""
        shipped, now = self._shipped, self._clock()
        with self._store.reading() as session:
            version = entries.team_version(session, team)
            if before and (before.shipped, before.version) == (shipped, version):
                return before._replace(looked_at=now)
            edition = shipped.extended(self._taught(session, team, shipped)) if version else shipped
        return _Kept(now, shipped, version, edition)
