"""Notices that an error comes again: in a channel that has its answer, or everywhere at once."""

from __future__ import annotations

from knowledge.conversation import Conversation, Place
from knowledge.editions import Library
from knowledge.errors import InputError, UnknownEntryError
from knowledge.facts import codes_of_error
from knowledge.moment import Clock, microseconds
from knowledge.recurrence import (
    HISTORY_DAYS,
    LEAST_HISTORY_DAYS,
    QUIET_US,
    REPEAT_US,
    WINDOW_US,
    Incident,
    Sighting,
    Verdicts,
    is_incident,
    of_one_kind,
)
from knowledge.smtp import read
from knowledge.store import Session, Store, jobs, recurrence
from knowledge.store.recurrence import Seen
from knowledge.votes import ANSWER, workaround_of

__all__ = ["Recurrence"]

_DAY_US = 24 * 3_600 * 1_000_000
_AWAITED_US = 60 * 1_000_000
"""Microseconds for which an answer that does not stand yet is taken to be on its way."""
_LATE_US = 60 * 1_000_000
"""Microseconds by which our clock may be ahead of Slack's."""


class Recurrence:
    """What comes again, for every team in one database. Every method raises `StoreError` when it cannot be used."""

    def __init__(self, store: Store, library: Library, now_us: Clock) -> None:
        """Look in `store`; the entries are those of `library`, `now_us` gives the microseconds since 1970."""
        self._store = store
        self._library = library
        self._now_us = now_us

    def earlier(self, conversation: Conversation) -> Conversation | None:
        """The one that got its answer, or is getting it, in the same channel within the last six hours, if any did.

        Of two pastes at once, in whatever processes, only the one that was stored later finds the other.
        """
        if not conversation.about:
            return None
        now_us = self._now_us()
        with self._store.reading() as session:
            return recurrence.answered_before(
                session, conversation.paste, since_us=now_us - REPEAT_US
            ) or recurrence.awaited_before(session, conversation.paste, since_us=now_us - _AWAITED_US)

    def verdicts(self, card: Place) -> Verdicts:
        """What people say about `card`."""
        with self._store.reading() as session:
            votes = recurrence.votes_on(session, card)
        of_answer = {worked: count for target, worked, count in votes if target == ANSWER}
        fixes = filter(None, (workaround_of(target) for target, worked, _ in votes if worked))
        return Verdicts(of_answer.get(True, 0), of_answer.get(False, 0), next(fixes, None))

    def incident(self, conversation: Conversation) -> Incident | None:
        """The incident that the paste of `conversation` is part of; None if there is none, or it was said."""
        team, about, now_us = conversation.paste.team, conversation.about, self._now_us()
        entry_id = next(iter(conversation.candidates), None)
        if entry_id is None or entry_id != about:
            return None
        with self._store.reading() as session:
            since_us = now_us - WINDOW_US
            seen = recurrence.seen_since(session, team, about, since_us=since_us - _LATE_US)
            recent = [one for one in seen if _written_us(one.paste) > since_us]
            if not is_incident(map(_unread, recent), usual_per_day=0) or _is_said(session, team, about, now_us):
                return None  # as nearly always: nothing more has to be read
            usual = _usual_per_day(session, team, about, until_us=since_us)
        return self._incident(conversation, recent, usual)

    def begin(self, team: str, incident: Incident) -> bool:
        """True for the first who wants to say `incident`, in whatever process; then False for six hours."""
        with self._store.writing() as session:
            return jobs.claim_every(session, team, _name(incident.about), now_us=self._now_us(), every_us=QUIET_US)

    def _incident(self, conversation: Conversation, recent: list[Seen], usual: float | None) -> Incident | None:
        provider = self._provider(conversation)
        sightings = {one.paste: _sighting(one, provider) for one in recent}
        latest = sightings.get(conversation.paste)
        if latest is None:
            return None
        kind = sorted(of_one_kind(latest, sightings.values()), key=lambda one: microseconds(one.paste.ts))
        if not is_incident(kind, usual_per_day=usual or 0.0):
            return None
        named = {one.provider for one in kind if one.provider}
        speaker = named.pop() if len(named) == 1 else None
        return Incident(conversation.about, tuple(kind), _code(conversation.excerpt), speaker, usual)

    def _provider(self, conversation: Conversation) -> str | None:
        """Who words the error, if its entry says so."""
        try:
            return self._library.current(conversation.paste.team).entry(conversation.about).provider
        except UnknownEntryError:
            return None


def _usual_per_day(session: Session, team: str, about: str, *, until_us: int) -> float | None:
    """How often the error came on a day until then; None if too few days are known."""
    first_us = recurrence.first_us(session, team)
    days = min(HISTORY_DAYS, (until_us - first_us) / _DAY_US) if first_us is not None else 0
    if days < LEAST_HISTORY_DAYS:
        return None
    since_us = until_us - int(days * _DAY_US)
    return recurrence.count_between(session, team, about, since_us=since_us, until_us=until_us) / days


def _name(about: str) -> str:
    """What is claimed by whoever says an incident."""
    return f"incident {about}"


def _is_said(session: Session, team: str, about: str, now_us: int) -> bool:
    return jobs.is_claimed(session, team, _name(about), now_us=now_us, every_us=QUIET_US)


def _unread(seen: Seen) -> Sighting:
    return Sighting(seen.paste, seen.asker, frozenset(), None)


def _sighting(seen: Seen, provider: str | None) -> Sighting:
    reading = read(seen.excerpt)
    codes = frozenset(reading.diagnostics[0].codes) if reading.diagnostics else frozenset()
    return Sighting(seen.paste, seen.asker, codes, provider or next(iter(reading.providers), None))


def _code(excerpt: str) -> str:
    """The codes of the first error of `excerpt`, as servers give them."""
    diagnostics = read(excerpt).diagnostics
    return " ".join(codes_of_error(diagnostics[0])) if diagnostics else ""


def _written_us(paste: Place) -> int:
    """When `paste` was written; 0 if Slack does not say."""
    try:
        return microseconds(paste.ts)
    except InputError:
        return 0
