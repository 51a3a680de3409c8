"""What people say beyond a vote, and what their votes changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from knowledge import carriers
from knowledge.conversation import Place
from knowledge.editions import Library
from knowledge.feedback import WORDS_LIMIT, CastVote, GivenReason, Movement, Reason, fallen
from knowledge.lookup import storable
from knowledge.moment import Clock, microseconds, timestamp
from knowledge.rating import fix_rate
from knowledge.redact import redact
from knowledge.store import Store, conversations, votes
from knowledge.store import feedback as rows
from knowledge.votes import ANSWER, EVERYTHING, KNOWN, MATCH, Mark, Signal, mark

__all__ = ["Feedback"]


class Feedback:
    """The feedback of every team in one database. Every method raises `StoreError` when it cannot be used."""

    def __init__(self, store: Store, library: Library, now_us: Clock) -> None:
        """Keep it in `store`; the entries are those of `library`, `now_us` gives the microseconds since 1970."""
        self._store = store
        self._library = library
        self._now_us = now_us

    # What one person says about one card

    def votes_on(self, card: Place, voter: str) -> Mapping[str, bool]:
        """What `voter` says of what `card` shows now, by target; nothing if it is no answer that is still known."""
        with self._store.reading() as session:
            shown = conversations.by_card(session, card)
            if shown is None or shown.entry_id is None:
                return {}
            return rows.votes_on(session, card, voter, shown.entry_id)

    def reason_of(self, card: Place, voter: str) -> Reason | None:
        """Why `card` did not help `voter`, as far as they said."""
        with self._store.reading() as session:
            return rows.reason_of(session, card, voter)

    def give_reason(
        self, card: Place, voter: str, reason: Reason, *, words: str = "", event_ts: str | None = None
    ) -> None:
        """Keep why `card` did not help `voter`: `reason`, and their own `words`, redacted, at most 500 characters.

        Of several reasons the one with the latest `event_ts` (None: now) holds. A wrong error, or what they knew
        already, takes their vote against the answer out of its fix rate, for as long as that is the reason.

        Raises:
            InputError: the time is none.
        """
        kept, said_at = redact(storable(words))[:WORDS_LIMIT], event_ts or timestamp(self._now_us())
        with self._store.writing() as session:
            rows.put_reason(session, GivenReason(card, voter, reason, kept, microseconds(said_at)))
            for one in _marks(card, voter, reason, said_at):
                votes.put_mark(session, card, one)
            votes.recount(session, card, voter)

    def take_back(self, card: Place, voter: str, *, event_ts: str) -> None:
        """Withdraw all that `voter` said about `card` with buttons and menus until `event_ts`; reactions stand.

        Raises:
            InputError: the time is none.
        """
        gone = mark(Signal(card, voter, carriers.TAKE_BACK, EVERYTHING, worked=None, event_ts=event_ts))
        with self._store.writing() as session:
            rows.drop_reason(session, card, voter, event_us=gone.event_us)
            votes.put_mark(session, card, gone)
            votes.recount(session, card, voter)

    # What people said, for those who look at it later

    def reasons_for(self, team: str, entry_id: str, *, limit: int) -> Sequence[GivenReason]:
        """Why the entry did not help people of `team`, the latest first, at most `limit`."""
        with self._store.reading() as session:
            return rows.reasons_for(session, team, entry_id, limit)

    def my_votes(self, team: str, voter: str, *, limit: int, offset: int = 0) -> Sequence[CastVote]:
        """The standing votes of `voter`, the latest first: at most `limit`, after the first `offset`."""
        with self._store.reading() as session:
            return rows.cast_by(session, team, voter, limit=limit, offset=offset)

    def fallen(self, team: str, *, since_us: int, limit: int) -> Sequence[Movement]:
        """The entries whose fix rate the votes since `since_us` lowered, the farthest fallen first, at most `limit`."""
        return fallen(self.movements(team, since_us=since_us))[:limit]

    def movements(self, team: str, *, since_us: int) -> tuple[Movement, ...]:
        """What the votes since `since_us` did to the entries that they are about."""
        edition = self._library.current(team)
        with self._store.reading() as session:
            moved = votes.moved(session, team, ANSWER, since_us=since_us, now_us=self._now_us())
        return tuple(
            Movement(
                entry_id,
                before=fix_rate(entry, moved[entry_id].before),
                now=fix_rate(entry, moved[entry_id].now),
                worked=moved[entry_id].now.worked - moved[entry_id].before.worked,
                votes=moved[entry_id].now.votes - moved[entry_id].before.votes,
            )
            for entry_id, entry in edition.entries_called(sorted(moved)).items()
        )


def _marks(card: Place, voter: str, reason: Reason, event_ts: str) -> Iterator[Mark]:
    """What `reason` says about the match and about the news in it: each is said, or withdrawn."""
    wrong = False if reason is Reason.WRONG_ERROR else None
    knew = True if reason is Reason.ALREADY_KNEW else None
    yield mark(Signal(card, voter, carriers.MATCH, MATCH, worked=wrong, event_ts=event_ts))
    yield mark(Signal(card, voter, carriers.KNOWN, KNOWN, worked=knew, event_ts=event_ts))
