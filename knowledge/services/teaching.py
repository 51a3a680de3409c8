"""What teams teach: proposed, decided on by a second person, edited, retired, undone; from approval on it is known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime

from knowledge.conversation import Conversation, Place
from knowledge.editions import Library
from knowledge.jobs import LEASE_S, Job
from knowledge.lookup import find, storable
from knowledge.model import Entry, Language
from knowledge.moment import Clock
from knowledge.redact import redact
from knowledge.services.preferences import PreferenceBook
from knowledge.store import Session, Store, conversations, jobs, questions, teachings
from knowledge.teaching import rules
from knowledge.teaching.draft import Draft, check, clean
from knowledge.teaching.model import (
    IN_FORCE,
    WAITING,
    Addition,
    Body,
    Counts,
    Lesson,
    Revision,
    State,
    TaughtIn,
    Teaching,
)
from knowledge.teaching.rewriting import rewritten
from knowledge.teaching.rules import Step, TeachingRefusedError
from knowledge.teaching.writing import Seen, addition, new_entry

__all__ = ["KNOWN", "NOTE_LIMIT", "Teachings"]

NOTE_LIMIT = 500
"""Characters of what is said with a decision."""
KNOWN = "known"
"""The kind of the job that brings cards up to date with a change; its name goes on with teaching and revision."""
_TOLD_LATELY_US = 14 * 86_400 * 1_000_000
_TOLD = 50
"""Cards, the latest ones: Slack lets a bot change about as many in a minute."""
_QUESTIONS = 200
"""Without an answer: so many of them, the most asked first, are looked at again once something was taught."""
_DECIDED = (State.APPROVED, State.REJECTED)
"""After a rejection: where a change was rejected, what was approved before it stays so."""


class Teachings:
    """The teachings of every team in one database. Every method raises `StoreError` when it cannot be used.

    What changes something says which revision it is about: the one that the person has seen. The same said twice is
    done once. A refusal (`TeachingRefusedError`, `DraftError`) changes nothing. Where a change is one of what lookups
    know, the job that brings cards up to date is planned with it: for a minute it is the caller's.
    """

    def __init__(self, store: Store, library: Library, preferences: PreferenceBook, now_us: Clock) -> None:
        """Keep them in `store`, lay them over `library`; `now_us` gives the microseconds since 1970."""
        self._store = store
        self._library = library
        self._preferences = preferences
        self._now_us = now_us

    # What a person does

    def propose(  # noqa: PLR0913 - who teaches what, where
        self, team: str, draft: Draft, *, by: str, name: str, link: str, taught_in: TaughtIn
    ) -> Teaching:
        """Let what `draft` says wait for approval, called `name`, which is new each time somebody submits something.

        `link` is the web address of the conversation in which it was taught, at `taught_in`.

        Raises:
            DraftError: fields are missing, too long or wrong.
            UnknownEntryError: the entry that it is about is gone.
        """
        cleaned = clean(draft)
        check(cleaned)
        edition = self._library.current(team)
        found = find(cleaned.paste, edition)
        today = datetime.fromtimestamp(self._now_us() / 1_000_000, tz=UTC).date()
        seen = Seen(found.reading, tuple(found.ranking.matches), found.ranking.detected, link, today)
        about = edition.entry(cleaned.about) if cleaned.about else None
        with self._store.writing() as session:
            known = teachings.get(session, team, name)
            if known is not None:
                return known
            knowledge: Entry | Addition
            if about:
                knowledge = addition(cleaned, seen, about, taken=_keys(teachings.about(session, team, about.id)))
            else:
                knowledge = new_entry(cleaned, seen, taken={*edition.ids, *teachings.entry_ids(session, team)})
            body = Body(lesson=Lesson(knowledge=knowledge, by=by), taught_in=taught_in)
            first = Teaching(team, name, by, Revision(1, State.PROPOSED, body, by, self._now_us()))
            teachings.add(session, first)
            return first

    def edit(  # noqa: PLR0913 - who changes what to what
        self, team: str, name: str, draft: Draft, *, by: str, number: int, language: Language
    ) -> Teaching:
        """Let the teaching say what `draft` says, which was written by somebody who saw it in `language`.

        It waits for approval; until then what was approved before stays known.

        Raises:
            DraftError: fields are missing, too long or wrong.
        """
        cleaned = clean(draft)
        check(cleaned)
        taken = _keys(self.about(team, self.get(team, name).entry_id))

        def step(teaching: Teaching) -> Step:
            knowledge = rewritten(teaching.knowledge, cleaned, language, taken=taken)
            return rules.edited(teaching, Lesson(knowledge=knowledge, by=by))

        return self._do(team, name, step, by=by, number=number, repeated=WAITING)

    def approve(self, team: str, name: str, *, by: str, number: int) -> Teaching:
        """Let what waits be known from now on: here at once, in every process within a second."""
        own = self._preferences.workspace(team).self_approval
        return self._do(
            team,
            name,
            lambda teaching: rules.approved(teaching, by=by, own=own),
            by=by,
            number=number,
            repeated=(State.APPROVED,),
        )

    def reject(self, team: str, name: str, *, by: str, number: int, note: str) -> Teaching:
        """Do away with what waits; `note` says why."""
        return self._do(team, name, rules.rejected, by=by, number=number, repeated=_DECIDED, note=note)

    def retire(self, team: str, name: str, *, by: str, number: int) -> Teaching:
        """Let it be known no more."""
        return self._do(team, name, rules.retired, by=by, number=number, repeated=(State.RETIRED,))

    def undo(self, team: str, name: str, *, by: str, number: int) -> Teaching:
        """Put back what was before the revision `number`, as a new one."""
        before = next((one for one in self.history(team, name) if one.number == number - 1), None)
        return self._do(team, name, lambda _: rules.undone(before), by=by, number=number, repeated=tuple(State))

    def settle_questions(self, team: str) -> int:
        """Drop the questions of `team` to which there is an answer by now; how many those were."""
        edition = self._library.current(team)
        with self._store.reading() as session:
            asked = questions.excerpts(session, team, limit=_QUESTIONS)
        settled = [error for error, excerpt in asked if find(excerpt, edition).ranking.detected]
        with self._store.writing() as session:
            for error in settled:
                questions.settle(session, team, error)
        return len(settled)

    def catching_up(self, teaching: Teaching) -> Job:
        """The job that was planned with the latest change of `teaching`, if that changed what lookups know."""
        name = f"{KNOWN} {teaching.id} {teaching.revision.number}"
        return Job(teaching.team, name, due_us=teaching.revision.at_us + LEASE_S * 1_000_000)

    def told_of(self, team: str, entry_id: str) -> Sequence[Conversation]:
        """Those of the last 14 days whose cards show `entry_id`, or say to whoever asked that nobody knows."""
        since_us = self._now_us() - _TOLD_LATELY_US
        with self._store.reading() as session:
            return list(conversations.told_of(session, team, entry_id, since_us=since_us, limit=_TOLD))

    def shown(self, name: str, place: Place) -> None:
        """The message at `place` shows the teaching called `name` to whoever decides on it."""
        with self._store.writing() as session:
            teachings.put_message(session, name, place)

    # What there is

    def get(self, team: str, name: str) -> Teaching:
        """The teaching called `name`.

        Raises:
            TeachingRefusedError: there is none.
        """
        with self._store.reading() as session:
            return _known(session, team, name)

    def message(self, team: str, name: str) -> Place | None:
        """The message that shows the teaching called `name`; None if it was posted nowhere."""
        with self._store.reading() as session:
            return teachings.message(session, team, name)

    def history(self, team: str, name: str) -> Sequence[Revision]:
        """All its revisions, the first one first."""
        with self._store.reading() as session:
            return teachings.history(session, team, name)

    def pending(self, team: str, *, limit: int = 10, offset: int = 0) -> Sequence[Teaching]:
        """Those that somebody has to look at: proposals, the oldest first; then additions to entries that are gone."""
        with self._store.reading() as session:
            found = teachings.in_states(session, team, WAITING, limit=limit, offset=offset)
        if len(found) == limit:
            return found
        beyond = max(0, offset - self.counts(team).waiting)
        return [*found, *self.orphans(team)[beyond : beyond + limit - len(found)]]

    def orphans(self, team: str) -> Sequence[Teaching]:
        """What was approved as an addition to entries that are gone, and waits for them to come back."""
        edition = self._library.current(team)
        with self._store.reading() as session:
            gone = [entry_id for entry_id in teachings.added_to(session, team) if entry_id not in edition]
            found = [one for entry_id in gone for one in teachings.about(session, team, entry_id)]
        return [one for one in found if one.in_force is not None]

    def about(self, team: str, entry_id: str) -> Sequence[Teaching]:
        """Those that are the entry `entry_id` or add to it, in whatever state, oldest first."""
        with self._store.reading() as session:
            return teachings.about(session, team, entry_id)

    def is_taught(self, team: str, entry_id: str) -> bool:
        """Whether lookups know something of the entry that the team taught."""
        return any(one.in_force is not None for one in self.about(team, entry_id))

    def counts(self, team: str) -> Counts:
        """How many wait, and how many are known."""
        with self._store.reading() as session:
            states = teachings.count(session, team)
        return Counts(
            waiting=sum(states.get(state, 0) for state in WAITING),
            in_force=sum(states.get(state, 0) for state in IN_FORCE),
        )

    def _do(  # noqa: PLR0913 - who wants what of which revision
        self,
        team: str,
        name: str,
        step: Callable[[Teaching], Step],
        *,
        by: str,
        number: int,
        repeated: Collection[State],
        note: str = "",
    ) -> Teaching:
        """Add what `step` makes of the teaching to its history, unless its latest revision says so already."""
        said = redact(storable(note))[:NOTE_LIMIT]
        with self._store.writing() as session:
            before = _known(session, team, name)
            latest = before.revision
            if (latest.number, latest.by, latest.note) == (number + 1, by, said) and latest.state in repeated:
                return before
            wanted = step(before)
            rules.check_number(before, number)
            after = teachings.advance(session, before, wanted, by=by, at_us=self._now_us(), note=said)
            if after.in_force != before.in_force:
                job = self.catching_up(after)
                jobs.plan(session, job, job.due_us)
        if after.in_force != before.in_force:
            self._library.look_again(team)
        return after


def _known(session: Session, team: str, name: str) -> Teaching:
    teaching = teachings.get(session, team, name)
    if teaching is None:
        raise TeachingRefusedError.unknown()
    return teaching


def _keys(found: Sequence[Teaching]) -> set[str]:
    """The keys that parts have, or ever had, in what was taught: votes hang on them."""
    known = [one.knowledge for one in found] + [one.in_force for one in found if one.in_force]
    fixes = {fix.key for one in known for fix in one.workarounds}
    return fixes | {end.key for one in known for end in one.dead_ends}
