"""What a week adds up to, and when that is told: once in each week, whatever is set, restarted or missed."""

from __future__ import annotations

from itertools import islice

from knowledge.digest import DIGEST, MADE_UP_US, Digest, Week, by_day, coming_turns, week_before
from knowledge.editions import Library
from knowledge.feedback import fallen, worked_most
from knowledge.jobs import Job
from knowledge.moment import Clock
from knowledge.services.feedback import Feedback
from knowledge.services.preferences import PreferenceBook
from knowledge.store import Store, digest, jobs

__all__ = ["Digests"]

_LISTED = 5
_TURNS_TRIED = 3
"""This week's digest may be told or under way, and next week's may be told early: then it is the one after."""


class Digests:
    """The digests of every team in one database. Every method raises `StoreError` when it cannot be used."""

    def __init__(
        self,
        store: Store,
        library: Library,
        preferences: PreferenceBook,
        feedback: Feedback,
        now_us: Clock,
    ) -> None:
        """Count the rows of `store`; `now_us` gives the microseconds since 1970."""
        self._store = store
        self._library = library
        self._preferences = preferences
        self._feedback = feedback
        self._now_us = now_us

    def gather(self, team: str, week: Week) -> Digest:
        """What happened in `team` in `week`; what votes changed is counted from its beginning until now."""
        movements = self._feedback.movements(team, since_us=week.from_us)
        worked, fell = worked_most(movements)[:_LISTED], fallen(movements)[:_LISTED]
        with self._store.reading() as session:
            slices = digest.pastes(session, team, week.from_us, week.to_us)
            asked = digest.asked_most(session, team, week.from_us, week.to_us)
            unanswered = digest.unanswered(session, team, week.from_us, week.to_us, limit=_LISTED)
        named = [*(one.entry_id for one in asked[:_LISTED]), *(one.entry_id for one in (*worked, *fell))]
        pastes = by_day(slices, week, self._preferences.workspace(team))
        return Digest(
            week=week,
            pastes=pastes,
            unknown=sum(pastes) - sum(one.pastes for one in asked),
            asked=asked[:_LISTED],
            worked=worked,
            fallen=fell,
            unanswered=unanswered,
            entries=self._library.current(team).entries_called(named),
        )

    def week_of(self, job: Job) -> Week:
        """The days that the digest `job` is about."""
        return week_before(job.due_us, self._preferences.workspace(job.team))

    def is_wanted(self, job: Job) -> bool:
        """Whether the digest `job` is still to be told: it was not, and it is not late by two days or more."""
        if self._now_us() - job.due_us >= MADE_UP_US:
            return False
        with self._store.reading() as session:
            return not digest.is_told(session, job.team, job.about)

    def told(self, job: Job) -> None:
        """The digest `job` stands in its channel, or there was nothing to tell: it never comes again."""
        with self._store.writing() as session:
            jobs.claim_once(session, job.team, job.name, self._now_us())

    def plan(self, team: str) -> None:
        """Let the next digest of `team` be due when its settings say, or none; again changes nothing.

        One that is due already stays: it is made up for.
        """
        wanted, now_us = self._preferences.workspace(team), self._now_us()
        with self._store.writing() as session:
            digest.drop_planned(session, team, after_us=now_us)
            turns = coming_turns(wanted, after_us=now_us) if wanted.digest_channel else iter(())
            for turn in islice(turns, _TURNS_TRIED):
                job = Job(team, f"{DIGEST} {turn.week}", turn.due_us)
                if not digest.is_told(session, team, turn.week) and jobs.plan(session, job, job.due_us):
                    return

    def plan_all(self) -> None:
        """Plan what is missing, for every team: what a process does that starts."""
        with self._store.reading() as session:
            teams = digest.teams(session)
        for team in teams:
            self.plan(team)
