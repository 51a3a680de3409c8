"""Rows of reasons, and of votes as those who cast them and those who review them want to see them."""

from __future__ import annotations

from knowledge.conversation import Place
from knowledge.feedback import CastVote, GivenReason, Reason
from knowledge.store.protocol import Session, Value

__all__ = ["cast_by", "drop_reason", "put_reason", "reason_of", "reasons_for", "votes_on"]

_NONE = ""
"""Stands for a reason that was taken back."""


def put_reason(session: Session, given: GivenReason) -> None:
    """Keep `given`, unless the same person said something later about the same card."""
    _write(session, given.card, given.voter, given.reason.value, given.words, given.given_us)


def drop_reason(session: Session, card: Place, voter: str, *, event_us: int) -> None:
    """Forget what `voter` said about `card` until `event_us`."""
    _write(session, card, voter, _NONE, "", event_us)


def reason_of(session: Session, card: Place, voter: str) -> Reason | None:
    """Why `card` did not help `voter`, as far as they said."""
    rows = session.rows(
        "SELECT reason FROM reasons WHERE team = ? AND channel = ? AND card_ts = ? AND voter = ? AND reason <> ?",
        *card,
        voter,
        _NONE,
    )
    return next((Reason(reason) for (reason,) in rows), None)


def reasons_for(session: Session, team: str, entry_id: str, limit: int) -> list[GivenReason]:
    """Why cards of `team` that showed the entry did not help, the latest first."""
    rows = session.rows(
        """SELECT r.channel, r.card_ts, r.voter, r.reason, r.words, r.event_us
           FROM reasons r
           JOIN faces f ON f.team = r.team AND f.channel = r.channel AND f.card_ts = r.card_ts AND f.since_us = (
               SELECT MAX(g.since_us) FROM faces g
               WHERE g.team = r.team AND g.channel = r.channel AND g.card_ts = r.card_ts AND g.since_us < r.event_us)
           WHERE r.team = ? AND f.entry_id = ? AND r.reason <> ?
           ORDER BY r.event_us DESC, r.channel, r.card_ts, r.voter LIMIT ?""",
        team,
        entry_id,
        _NONE,
        limit,
    )
    return [
        GivenReason(Place(team, channel, card_ts), voter, Reason(reason), words, event_us)
        for channel, card_ts, voter, reason, words, event_us in rows
    ]


def votes_on(session: Session, card: Place, voter: str, entry_id: str) -> dict[str, bool]:
    """What `voter` says of the entry on `card`, by target."""
    rows = session.rows(
        """SELECT target, worked FROM votes
           WHERE team = ? AND channel = ? AND card_ts = ? AND voter = ? AND entry_id = ?""",
        *card,
        voter,
        entry_id,
    )
    return {target: bool(worked) for target, worked in rows}


def cast_by(session: Session, team: str, voter: str, *, limit: int, offset: int) -> list[CastVote]:
    """The standing votes of `voter`, the latest first: `limit` of them after the first `offset`."""
    rows = session.rows(
        """SELECT channel, card_ts, entry_id, target, worked, voted_us FROM votes WHERE team = ? AND voter = ?
           ORDER BY voted_us DESC, channel, card_ts, entry_id, target LIMIT ? OFFSET ?""",
        team,
        voter,
        limit,
        offset,
    )
    return [
        CastVote(Place(team, channel, card_ts), entry_id, target, bool(worked), voted_us)
        for channel, card_ts, entry_id, target, worked, voted_us in rows
    ]


def _write(session: Session, card: Place, *values: Value) -> None:
    session.change(
        """INSERT INTO reasons (team, channel, card_ts, voter, reason, words, event_us) VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (team, channel, card_ts, voter)
           DO UPDATE SET reason = excluded.reason, words = excluded.words, event_us = excluded.event_us
           WHERE excluded.event_us > reasons.event_us""",
        *card,
        *values,
    )
