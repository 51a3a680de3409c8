"""Rows of votes: marks as they came, and what they amount to, counted anew with every change and kept with it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from knowledge.conversation import Face, Place
from knowledge.evidence import Tally
from knowledge.store.protocol import Session
from knowledge.votes import Mark, Verdict, Vote, standing_votes

__all__ = ["add_face", "faces", "put_mark", "recount", "recount_all", "tallies", "tallies_of"]


def add_face(session: Session, card: Place, face: Face) -> None:
    """Remember that `card` showed `face`, in place of another one from the same moment."""
    session.change(
        """INSERT INTO faces (team, channel, card_ts, since_us, entry_id, workarounds) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (team, channel, card_ts, since_us)
           DO UPDATE SET entry_id = excluded.entry_id, workarounds = excluded.workarounds""",
        *card,
        face.since_us,
        face.entry_id,
        json.dumps(face.workarounds),
    )


def faces(session: Session, card: Place) -> list[Face]:
    """All that `card` ever showed."""
    rows = session.rows(
        "SELECT since_us, entry_id, workarounds FROM faces WHERE team = ? AND channel = ? AND card_ts = ?", *card
    )
    return [Face(since_us, entry_id, tuple(json.loads(keys))) for since_us, entry_id, keys in rows]


def put_mark(session: Session, card: Place, mark: Mark) -> bool:
    """Write `mark` into its carrier's register; False if a later event, or this very one, stands there."""
    written = session.change(
        """INSERT INTO marks (team, channel, card_ts, voter, name, target, verdict, event_us)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (team, channel, card_ts, voter, name, target)
           DO UPDATE SET verdict = excluded.verdict, event_us = excluded.event_us
           WHERE excluded.event_us > marks.event_us
              OR (excluded.event_us = marks.event_us AND excluded.verdict > marks.verdict)""",
        *card,
        mark.voter,
        mark.name,
        mark.target,
        int(mark.verdict),
        mark.event_us,
    )
    return written == 1


def recount(session: Session, card: Place, voter: str) -> None:
    """Make the votes of `voter` on `card`, and the tallies, follow from what this person's carriers say now."""
    before, after = _votes(session, card, voter), standing_votes(_marks(session, card, voter), faces(session, card))
    for vote in before - after:
        _withdraw(session, card, vote)
    for vote in after - before:
        _cast(session, card, vote)


def recount_all(session: Session, card: Place) -> None:
    """The same for everybody who ever made a mark on `card`: due when what it showed has become known."""
    for (voter,) in session.rows(
        "SELECT DISTINCT voter FROM marks WHERE team = ? AND channel = ? AND card_ts = ?", *card
    ):
        recount(session, card, voter)


def tallies(session: Session, team: str, entry_id: str) -> dict[str, Tally]:
    """The standing votes of `team` on the entry, counted by target."""
    rows = session.rows("SELECT target, worked, failed FROM tallies WHERE team = ? AND entry_id = ?", team, entry_id)
    return {target: Tally(worked=worked, failed=failed) for target, worked, failed in rows}


def tallies_of(session: Session, team: str, entry_ids: Sequence[str]) -> dict[str, dict[str, Tally]]:
    """The same for several entries at once, by entry; one without votes is left out."""
    places = ", ".join("?" * len(entry_ids))  # nothing but question marks goes into the statement
    sql = f"SELECT entry_id, target, worked, failed FROM tallies WHERE team = ? AND entry_id IN ({places})"  # noqa: S608
    found: dict[str, dict[str, Tally]] = {}
    for entry_id, target, worked, failed in session.rows(sql, team, *entry_ids) if entry_ids else ():
        found.setdefault(entry_id, {})[target] = Tally(worked=worked, failed=failed)
    return found


def _marks(session: Session, card: Place, voter: str) -> list[Mark]:
    sql = (
        "SELECT name, target, verdict, event_us FROM marks WHERE team = ? AND channel = ? AND card_ts = ? AND voter = ?"
    )
    rows = session.rows(sql, *card, voter)
    return [Mark(voter, name, target, Verdict(verdict), event_us) for name, target, verdict, event_us in rows]


def _votes(session: Session, card: Place, voter: str) -> frozenset[Vote]:
    sql = "SELECT entry_id, target, worked FROM votes WHERE team = ? AND channel = ? AND card_ts = ? AND voter = ?"
    rows = session.rows(sql, *card, voter)
    return frozenset(Vote(voter, entry_id, target, bool(worked)) for entry_id, target, worked in rows)


def _withdraw(session: Session, card: Place, vote: Vote) -> None:
    session.change(
        """DELETE FROM votes
           WHERE team = ? AND channel = ? AND card_ts = ? AND voter = ? AND entry_id = ? AND target = ?""",
        *card,
        vote.voter,
        vote.entry_id,
        vote.target,
    )
    _count(session, card.team, vote, by=-1)


def _cast(session: Session, card: Place, vote: Vote) -> None:
    session.change(
        "INSERT INTO votes (team, channel, card_ts, voter, entry_id, target, worked) VALUES (?, ?, ?, ?, ?, ?, ?)",
        *card,
        vote.voter,
        vote.entry_id,
        vote.target,
        int(vote.worked),
    )
    _count(session, card.team, vote, by=1)


def _count(session: Session, team: str, vote: Vote, *, by: int) -> None:
    """Add `by` to the tally that `vote` belongs to."""
    worked, failed = (by, 0) if vote.worked else (0, by)
    session.change(
        """INSERT INTO tallies (team, entry_id, target, worked, failed) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (team, entry_id, target)
           DO UPDATE SET worked = tallies.worked + excluded.worked, failed = tallies.failed + excluded.failed""",
        team,
        vote.entry_id,
        vote.target,
        worked,
        failed,
    )
