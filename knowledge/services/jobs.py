"""Work that is due later, and things that are to happen once at most."""

from __future__ import annotations

from knowledge.jobs import LEASE_S, Job
from knowledge.moment import Clock
from knowledge.store import Store, jobs

__all__ = ["Jobs"]


class Jobs:
    """The jobs of every team in one database. Every method raises `StoreError` when it cannot be used."""

    def __init__(self, store: Store, now_us: Clock) -> None:
        """Keep jobs in `store`; `now_us` gives the microseconds since 1970."""
        self._store = store
        self._now_us = now_us

    def take(self) -> Job | None:
        """A job that is due, now the caller's alone for 60 seconds; None if nothing is to be done."""
        now_us = self._now_us()
        with self._store.writing() as session:
            return jobs.take(session, now_us=now_us, until_us=now_us + LEASE_S * 1_000_000)

    def holds(self, job: Job) -> bool:
        """Whether `job` is still the caller's: False if its lease ran out and somebody else took it."""
        with self._store.reading() as session:
            return jobs.holds(session, job)

    def finish(self, job: Job) -> None:
        """Drop `job`, which is done."""
        with self._store.writing() as session:
            jobs.finish(session, job)

    def once(self, team: str, name: str) -> bool:
        """True for the first who asks for `name`, in whatever process and after whatever restart; then False."""
        with self._store.writing() as session:
            return jobs.claim_once(session, team, name, self._now_us())
