"""What people asked before."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.history import Past
from knowledge.store import Store, history

__all__ = ["History"]


class History:
    """The past conversations of every team in one database. Every method raises `StoreError` when it cannot be used."""

    def __init__(self, store: Store) -> None:
        """Read them from `store`."""
        self._store = store

    def pasted_by(self, team: str, user: str, *, limit: int, offset: int = 0) -> Sequence[Past]:
        """The answered pastes of `user`, the latest first: at most `limit`, after the first `offset`."""
        with self._store.reading() as session:
            return history.pasted_by(session, team, user, limit=limit, offset=offset)
