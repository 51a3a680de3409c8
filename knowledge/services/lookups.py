"""Pastes -> answers, with the rates that a team's votes give; it needs nothing else of what teams do."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.answer import Answer, Candidate
from knowledge.edition import Edition
from knowledge.editions import Library
from knowledge.evidence import Tally
from knowledge.lookup import Found, find, find_in_message
from knowledge.match import Match
from knowledge.moment import Clock
from knowledge.rating import rated_entry
from knowledge.store import Store, votes

__all__ = ["Lookups"]


class Lookups:
    """Looks errors up for every team. Every method raises `StoreError` when the database cannot be used."""

    def __init__(self, store: Store, library: Library, now_us: Clock) -> None:
        """Rank the entries of `library` and read votes from `store`; `now_us` gives the microseconds since 1970."""
        self._store = store
        self._library = library
        self._now_us = now_us

    def look_up(self, text: str, *, team: str = "") -> Answer:
        """What the paste `text` (any characters, any length) may be about, with the rates of `team`."""
        return self._answer(find(text, self._library.current(team)), team)

    def look_up_message(self, data: bytes, *, team: str = "") -> Answer:
        """The same for the mail in an .eml file: a bounce (RFC 3464, RFC 6522) or one that quotes an error."""
        return self._answer(find_in_message(data, self._library.current(team)), team)

    def _answer(self, found: Found, team: str) -> Answer:
        ranking = found.ranking
        ids = [match.entry.id for match in ranking.matches]
        with self._store.reading() as session:
            voted = votes.tallies_of(session, team, ids, now_us=self._now_us())
        candidates = tuple(_candidate(found.edition, match, voted.get(match.entry.id)) for match in ranking.matches)
        return Answer(found.redacted, found.reading, candidates, ranking.detected, ranking.tell_apart)


def _candidate(edition: Edition, match: Match, voted: Mapping[str, Tally] | None) -> Candidate:
    rated = rated_entry(match.entry, voted) if voted else edition.curated(match.entry)
    return Candidate(rated, match.score, match.why, match.diagnostic)
