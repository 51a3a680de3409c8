"""What happens below answers. What is to be said about it is planned with it, so that a crash between loses nothing."""

from __future__ import annotations

from dataclasses import replace

from knowledge.conversation import Place
from knowledge.jobs import LEASE_S, Job
from knowledge.moment import Clock
from knowledge.store import Session, Store, jobs, threads
from knowledge.threads import Advice, Outcome, Thread, hand_over, move_on, resolve, turned, without

__all__ = ["HUMAN", "OUTCOME", "REMINDER", "STEP", "Threads"]

STEP, OUTCOME, HUMAN, REMINDER = "step", "outcome", "human", "reminder"
"""Kinds of jobs: what is to be said in a thread. A name goes on with the channel and the thread; a reminder's with the
channel and the card."""


class Threads:
    """The threads of every team in one database. Every method raises `StoreError` when it cannot be used.

    A change that has something to say returns the job to say it: for a minute it is the caller's; then, if the caller
    did not `finish` it, whoever looks for jobs that are due does it.
    """

    def __init__(self, store: Store, now_us: Clock) -> None:
        """Keep threads in `store`; `now_us` gives the microseconds since 1970."""
        self._store = store
        self._now_us = now_us

    def of(self, place: Place) -> Thread | None:
        """The thread below the message `place`, if there is an answer in it."""
        with self._store.reading() as session:
            return threads.by_place(session, place)

    def latest_in(self, team: str, channel: str) -> Thread | None:
        """The thread of `channel` with the latest answer."""
        with self._store.reading() as session:
            return threads.latest_in(session, team, channel)

    def follow(self, session: Session, place: Place, card: Place, *, remind_in: int) -> None:
        """The answer `card` was just posted in the thread; remind it in so many hours, unless that is 0."""
        threads.follow(session, place, card.ts)
        self._remind_later(session, card, remind_in)

    def move_on(self, place: Place, advice: Advice, *, by: str, said_ts: str, passed: str | None = None) -> Job | None:
        """`by` said at `said_ts` that it is still broken, see `knowledge.threads.move_on`; None if nothing follows."""
        with self._store.writing() as session:
            before = threads.by_place(session, place)
            if before is None:
                return None
            after = move_on(before, advice, by=by, said_ts=said_ts, passed=passed)
            threads.put(session, after)
            if len(after.steps) > len(before.steps):
                return self._plan(session, place, f"{STEP} {place.channel} {place.ts} {len(after.steps)}")
            return self._outcome(session, before, after)

    def resolve(self, place: Place, *, by: str, at_us: int) -> Job | None:
        """`by` said at `at_us` that it is solved; None if that was known."""
        with self._store.writing() as session:
            before = threads.by_place(session, place)
            if before is None:
                return None
            after = resolve(before, by=by, at_us=at_us)
            threads.put(session, after)
            return self._outcome(session, before, after)

    def ask_for_human(self, place: Place, *, by: str, at_us: int) -> Job | None:
        """`by` asked for a human at `at_us`; None if that was heard before."""
        name = f"{HUMAN} {place.channel} {place.ts} {by} {at_us}"
        with self._store.writing() as session:
            return self._plan(session, place, name) if self._claim(session, place, name) else None

    def begin_call(self, place: Place, *, by: str, at_us: int) -> bool:
        """Whether the human whom `by` asked for at `at_us` is to be called now; True for one request in a thread.

        It is so again for that one, whose job may have broken off.
        """
        with self._store.writing() as session:
            before = threads.by_place(session, place)
            if before is None:
                return False
            if self._claim(session, place, f"{HUMAN} {place.channel} {place.ts}"):
                threads.put(session, hand_over(before, by=by, at_us=at_us))
                return True
            return (before.outcome, before.outcome_by, before.outcome_us) == (Outcome.HANDED, by, at_us)

    def said(self, place: Place, message_ts: str, *, step: int | None = None) -> None:
        """Postmaster's message `message_ts` stands in the thread; it shows the step with that number, from 1."""
        with self._store.writing() as session:
            thread = threads.by_place(session, place)
            if thread is None:
                return
            steps = list(thread.steps)
            if step is not None:
                steps[step - 1] = steps[step - 1]._replace(message_ts=message_ts)
            threads.put(session, replace(thread, steps=tuple(steps), said=(*thread.said, message_ts)))

    def forget(self, place: Place, card: Place, *, before: Place | None = None) -> list[Place]:
        """Drop the thread, whose answer `card` goes; what Postmaster said in it besides, which should go too.

        If the answer `before` stands in it, the thread goes on from that, and only what was said about `card` goes.
        """
        with self._store.writing() as session:
            thread = threads.by_place(session, place)
            jobs.cancel(session, card.team, _reminder(card))
            if thread is None or thread.card != card:
                return []
            threads.forget(session, place)
            said, kept = set(thread.said), without(thread, card)
            if before is not None:
                threads.follow(session, place, before.ts)
                threads.put(session, kept)
                said -= set(kept.said)
            return [place._replace(ts=ts) for ts in (*sorted(said), thread.reminder_ts) if ts]

    def turn(self, place: Place, card: Place, entry_id: str) -> list[Place]:
        """The paste of `card` is one of `entry_id` now; what was said of the error before, for the caller to delete."""
        with self._store.writing() as session:
            thread = threads.by_place(session, place)
            if thread is None:
                return []
            after = turned(thread, card, entry_id)
            threads.put(session, after)
            return [place._replace(ts=ts) for ts in sorted(set(thread.said) - set(after.said))]

    # Reminders

    def remind_later(self, card: Place, *, hours: int) -> None:
        """Let the thread of `card` be reminded in so many hours; in no hours: never."""
        with self._store.writing() as session:
            self._remind_later(session, card, hours)

    def begin_reminder(self, place: Place, card: Place) -> bool:
        """Whether a reminder is due now in the thread, whose answer is `card`; True once for each thread.

        It is not once anybody said or did anything that shows what the answer was worth, or a later answer came.
        """
        with self._store.writing() as session:
            thread = threads.by_place(session, place)
            if thread is None or thread.card != card or _has_feedback(session, thread):
                return False
            return self._claim(session, place, f"{REMINDER} {place.channel} {place.ts}")

    def reminded(self, place: Place, message_ts: str) -> bool:
        """The reminder stands in the thread as `message_ts`; False if it should go, for feedback came meanwhile."""
        with self._store.writing() as session:
            thread = threads.by_place(session, place)
            if thread is None or _has_feedback(session, thread):
                return False
            threads.put(session, replace(thread, reminder_ts=message_ts))
            return True

    def take_reminder(self, place: Place) -> Place | None:
        """The reminder in the thread, for the caller to delete because feedback came; None if there is none."""
        thread = self.of(place)
        if thread is None or not thread.reminder_ts:  # as nearly always: nothing has to be written
            return None
        with self._store.writing() as session:
            thread = threads.by_place(session, place)
            if thread is None or not thread.reminder_ts:
                return None
            threads.put(session, replace(thread, reminder_ts=""))
            return place._replace(ts=thread.reminder_ts)

    def _remind_later(self, session: Session, card: Place, hours: int) -> None:
        if hours:
            jobs.plan(session, Job(card.team, _reminder(card)), self._now_us() + hours * 3_600 * 1_000_000)

    def _outcome(self, session: Session, before: Thread, after: Thread) -> Job | None:
        if after.outcome_us == before.outcome_us:
            return None
        place = after.place
        return self._plan(session, place, f"{OUTCOME} {place.channel} {place.ts} {after.outcome_us}")

    def _plan(self, session: Session, place: Place, name: str) -> Job:
        job = Job(place.team, name, due_us=self._now_us() + LEASE_S * 1_000_000)
        jobs.plan(session, job, job.due_us)
        return job

    def _claim(self, session: Session, place: Place, name: str) -> bool:
        return jobs.claim_once(session, place.team, name, self._now_us())


def _reminder(card: Place) -> str:
    return f"{REMINDER} {card.channel} {card.ts}"


def _has_feedback(session: Session, thread: Thread) -> bool:
    return bool(thread.steps) or thread.outcome_us > 0 or threads.has_marks(session, thread.card)
