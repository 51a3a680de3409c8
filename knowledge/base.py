"""The one door to what Postmaster knows: look errors up, remember conversations, count votes."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from knowledge import files, opening, questions
from knowledge.answer import Answer, Candidate
from knowledge.conversation import EXCERPT_LIMIT, Conversation, Face, Place, face_at
from knowledge.editions import Library
from knowledge.errors import UnknownEntryError
from knowledge.explanation import Explanation, explanation
from knowledge.heading import Heading
from knowledge.lookup import find, find_in_message, storable
from knowledge.model import Entry, Language
from knowledge.moment import clock, microseconds
from knowledge.pages.site import Site
from knowledge.questions import Question
from knowledge.rating import RatedDeadEnd, RatedEntry, RatedWorkaround, rated_entry
from knowledge.services.digest import Digests
from knowledge.services.feedback import Feedback
from knowledge.services.history import History
from knowledge.services.jobs import Jobs
from knowledge.services.lookups import Lookups
from knowledge.services.preferences import PreferenceBook
from knowledge.services.recurrence import Recurrence
from knowledge.services.taught_files import TaughtFiles
from knowledge.services.teaching import Teachings
from knowledge.services.threads import Threads
from knowledge.statistics import Statistics
from knowledge.store import Session, Store, conversations, deletions, entries, statistics, votes
from knowledge.store import questions as asked_questions
from knowledge.threads import place_of
from knowledge.votes import Signal, mark

__all__ = [
    "LEASE_S",
    "OVERDUE_S",
    "Answer",
    "Candidate",
    "Conversation",
    "KnowledgeBase",
    "Place",
    "Question",
    "RatedDeadEnd",
    "RatedEntry",
    "RatedWorkaround",
    "Signal",
    "Statistics",
    "UnknownEntryError",
]

LEASE_S = 30
"""Seconds for which whoever took a paste has it alone."""
OVERDUE_S = 600
"""Seconds after which an answer would come too late to be of use."""


class KnowledgeBase:
    """What is known, what was asked and how people voted, in one database.

    Any thread may use it, and several processes may use the same database. Whatever a method has returned from is on
    stable storage. Every method raises `StoreError` when the database cannot be used.
    """

    def __init__(
        self, store: Store, library: Library, *, now: Callable[[], float] = time.time, site: Site | None = None
    ) -> None:
        """Work on `store` and the entries of `library`; `now` gives the seconds since 1970."""
        self.site = site or Site()
        """Where its entries can be read as pages, as far as that is known."""
        self._store = store
        self._library = library
        self._now = now
        self._now_us = now_us = clock(now)
        self._lookups = Lookups(store, library, now_us)
        self.jobs = Jobs(store, now_us)
        """Work that is due later."""
        self.preferences = PreferenceBook(store, now_us)
        """What workspaces and channels set."""
        self.teaching = Teachings(store, library, self.preferences, now_us)
        """What teams teach."""
        self.taught_files = TaughtFiles(store, library, now_us)
        """The same for files."""
        self.threads = Threads(store, now_us)
        """What happens below answers."""
        self.feedback = Feedback(store, library, now_us)
        """What people say beyond a vote, and what votes changed."""
        self.recurrence = Recurrence(store, library, now_us)
        """What comes again."""
        self.history = History(store)
        """What people asked before."""
        self.digests = Digests(store, library, self.preferences, self.feedback, now_us)
        """What a week adds up to."""

    @classmethod
    def open(cls, database: str, *, shipped: Path = files.ENTRIES) -> KnowledgeBase:
        """The knowledge base in the SQLite file `database` (made if there is none), or in `:memory:`.

        The entries below the folder `shipped` are brought into it where they changed since it was last opened.

        Raises:
            StoreError: the database cannot be used; the text says why and what to do.
            EntryError: entries have faults; the database keeps those it had.
        """
        return cls(*opening.open_database(database, shipped))

    def published(self, site: Site) -> KnowledgeBase:
        """The same knowledge base, whose entries can be read as pages on `site`; either may be closed for both."""
        return KnowledgeBase(self._store, self._library, now=self._now, site=site)

    def close(self) -> None:
        """Let go of the database."""
        self._store.close()

    # Knowledge

    def look_up(self, text: str, *, team: str = "") -> Answer:
        """What the paste `text` (any characters, any length) may be about, with the rates of `team`."""
        return self._lookups.look_up(text, team=team)

    def look_up_message(self, data: bytes, *, team: str = "") -> Answer:
        """The same for the mail in an .eml file: a bounce (RFC 3464, RFC 6522) or one that quotes an error."""
        return self._lookups.look_up_message(data, team=team)

    def explain(self, given: str | bytes, *, entry_id: str | None = None, team: str = "") -> Explanation:
        """How `look_up` comes to its answer for a text, or `look_up_message` for bytes, when `team` asks.

        With `entry_id`, also how that entry fared if it is not among the answer's candidates.
        """
        edition = self._library.current(team)
        found = find(given, edition) if isinstance(given, str) else find_in_message(given, edition)
        return explanation(found, entry_id)

    def rated(self, entry_id: str, *, team: str = "") -> RatedEntry:
        """The entry `entry_id` with the rates of `team`.

        Raises:
            UnknownEntryError: there is no such entry.
        """
        entry = self._library.current(team).entry(entry_id)
        with self._store.reading() as session:
            return rated_entry(entry, votes.tallies(session, team, entry.id, now_us=self._now_us()))

    def entries(self, *, team: str = "") -> Sequence[Entry]:
        """All entries that `team` knows, by id."""
        return self._library.current(team).entries

    def headings(self, *, team: str = "") -> Collection[Heading]:
        """What lists show of all entries that `team` knows, by id; quicker to have than the entries."""
        return self._library.current(team).headings

    def entries_called(self, ids: Iterable[str], *, team: str = "") -> dict[str, Entry]:
        """The entries with these `ids` that `team` knows, by id in their order; one that is gone is left out."""
        return self._library.current(team).entries_called(ids)

    def site_of(self, entry_id: str) -> Site:
        """Where the entry `entry_id` can be read as a page: nowhere if it is a team's own, for nobody else to see."""
        return self.site if entry_id in self._library.current() else Site()

    def entry_count(self) -> int:
        """How many entries the database holds; asking proves that it can be used."""
        with self._store.reading() as session:
            return entries.count(session)

    # Conversations

    def receive(self, conversation: Conversation) -> bool:
        """Keep a paste that is to be answered; True if it is new, so that the caller should now `take` it.

        Slack says everything more than once: a retry, a second process, `app_mention` and `message` for one text. The
        first of them gets True, and so does the first that asks about a paste that was only overheard so far and has
        no answer. What was deleted before it came is not kept.
        """
        kept = _kept(conversation)
        with self._store.writing() as session:
            if deletions.holds(session, kept.paste):
                return False
            return conversations.add(session, kept, self._now_us()) or (
                kept.asked and conversations.ask(session, kept, self._now_us())
            )

    def take(self, paste: Place) -> Conversation | None:
        """The conversation about `paste`, now the caller's alone for 30 seconds; None if it is not to be had.

        It is not if it has its card, if somebody else has it, or if it was never received or was deleted. Who dies
        between posting the card and `posted` leaves a conversation that is taken and answered again: an answer may
        come twice then, and is never lost.
        """
        now_us = self._now_us()
        with self._store.writing() as session:
            taken = conversations.lease(session, paste, now_us=now_us, until_us=now_us + LEASE_S * 1_000_000)
            return conversations.by_paste(session, paste) if taken else None

    def give_back(self, paste: Place) -> None:
        """`paste` got no answer from who took it: whoever comes next may `take` it at once."""
        with self._store.writing() as session:
            conversations.give_back(session, paste)

    def withdraw(self, paste: Place) -> None:
        """No answer to `paste` is owed any more, unless it has one; who asks again is answered as at first."""
        with self._store.writing() as session:
            conversations.drop(session, paste)

    def answer_in(self, paste: Place, language: Language) -> None:
        """Let the answer to `paste` speak `language`."""
        with self._store.writing() as session:
            conversations.put_language(session, paste, language)

    def posted(self, paste: Place, *, card_ts: str, entry_id: str | None, workarounds: Sequence[str]) -> None:
        """The answer to `paste` stands in its channel as the message `card_ts`, showing `entry_id`.

        `workarounds` are the keys that the card numbers 1, 2, 3. Votes that came before this call count from now on.
        """
        card = paste._replace(ts=card_ts)
        hours = self.preferences.workspace(paste.team).reminder_hours if entry_id else 0
        with self._store.writing() as session:
            conversations.put_card(session, paste, card_ts)
            answered = conversations.by_paste(session, paste)
            if answered is not None:
                self.threads.follow(session, place_of(answered), card, remind_in=hours)
            _put_face(session, card, Face(microseconds(card_ts), entry_id, tuple(workarounds)))

    def show(self, card: Place, *, entry_id: str, workarounds: Sequence[str], since_ts: str) -> None:
        """`card` was changed at `since_ts` (the time of the event that led to it) to show `entry_id`.

        Votes up to `since_ts` stay with what the card showed before.
        """
        with self._store.writing() as session:
            _put_face(session, card, Face(microseconds(since_ts), entry_id, tuple(workarounds)))

    def by_paste(self, paste: Place) -> Conversation | None:
        """The conversation about the message `paste`; None if it was never received or was deleted."""
        with self._store.reading() as session:
            return conversations.by_paste(session, paste)

    def by_card(self, card: Place) -> Conversation | None:
        """The conversation that the bot's message `card` answers; None if `card` is no answer, or the paste is gone."""
        with self._store.reading() as session:
            return conversations.by_card(session, card)

    def revise(self, conversation: Conversation) -> Conversation | None:
        """The stored conversation, now with the excerpt, candidates and language of `conversation`: the edited paste.

        None if its paste was never received or was deleted, or if its author edited it after that. A paste that has
        candidates now is no question any more.
        """
        with self._store.writing() as session:
            known = conversations.revise(session, _kept(conversation))
            if known and conversation.candidates:
                asked_questions.drop(session, conversation.paste)
            return conversations.by_paste(session, conversation.paste) if known else None

    def forget(self, paste: Place) -> Conversation | None:
        """Drop what is stored of `paste` and return it one last time, so that its card can go; None if unknown.

        Votes on its card stay: they are evidence. Its event may come again, or for the first time, without being taken
        for new.
        """
        with self._store.writing() as session:
            deletions.put(session, paste, self._now_us())
            last = conversations.by_paste(session, paste)
            conversations.forget(session, paste)
            asked_questions.drop(session, paste)
            return last

    def is_deleted(self, message: Place) -> bool:
        """Whether `message`, of which an event may still come, is known to be deleted."""
        with self._store.reading() as session:
            return deletions.holds(session, message)

    def overdue(self) -> Iterator[Conversation]:
        """Those of the last 10 minutes whose answering was never begun or broke off: to `take` after a restart."""
        now_us = self._now_us()
        with self._store.reading() as session:
            found = conversations.waiting(session, now_us=now_us, since_us=now_us - OVERDUE_S * 1_000_000)
        return iter(found)

    def remember_question(self, conversation: Conversation, answer: Answer) -> None:
        """Keep the error in `conversation`, to which `answer` had no entry, as a question; again changes nothing.

        What was deleted is no question.
        """
        kept = _kept(conversation)
        error, codes = questions.group_of(answer.reading, kept.excerpt), questions.codes_of(answer.reading)
        with self._store.writing() as session:
            if deletions.holds(session, kept.paste):
                return
            asked_questions.put(session, kept, error=error, codes=codes, now_us=self._now_us())

    def questions(self, team: str, *, limit: int = 100, offset: int = 0) -> Sequence[Question]:
        """The errors to which `team`, or any team if it is empty, got no answer, most asked first.

        At most `limit` of them, after the first `offset`.
        """
        with self._store.reading() as session:
            return asked_questions.top(session, team, limit, offset)

    # Votes

    def vote(self, signal: Signal) -> str | None:
        """Count `signal`; the id of the entry it is about, None while no card is known where it was made.

        It may come late, again, before an earlier one, or before its card is known: the rates end up the same.

        Raises:
            InputError: its target or time is none.
        """
        judgement = mark(signal)
        with self._store.writing() as session:
            if votes.put_mark(session, signal.card, judgement):
                votes.recount(session, signal.card, judgement.voter)
            face = face_at(votes.faces(session, signal.card), judgement.event_us)
            return face.entry_id if face else None

    def stats(self, team: str = "") -> Statistics:
        """What the use by `team` adds up to; by all teams, if it is empty."""
        known = self.headings(team=team)
        with self._store.reading() as session:
            return statistics.gather(session, team, known)


def _put_face(session: Session, card: Place, face: Face) -> None:
    votes.add_face(session, card, face)
    votes.recount_all(session, card)


def _kept(conversation: Conversation) -> Conversation:
    """`conversation` with what may be stored of its excerpt."""
    return replace(conversation, excerpt=storable(conversation.excerpt)[:EXCERPT_LIMIT])
