"""Rows of votes: marks as they came, and the votes that they amount to, made anew with every change."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.conversation import Face, Place
from knowledge.evidence import PERIOD_US, Ballot, Tally, tally
from knowledge.store.protocol import Session
from knowledge.votes import Mark, Verdict, Vote, standing_votes

__all__ = ["Moved", "add_face", "faces", "moved", "put_mark", "recount", "recount_all", "tallies", "tallies_of"]


class Moved(NamedTuple):
    """Votes on one thing, as they weigh now."""

    before: Tally
    """Those that were cast before a moment."""
    now: Tally
    """All of them."""


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
    """Make the votes of `voter` on `card` follow from what this person's carriers say now."""
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


def tallies(session: Session, team: str, entry_id: str, *, now_us: int) -> dict[str, Tally]:
    """The standing votes of `team` on the entry, by target, weighed as they weigh at `now_us`."""
    return tallies_of(session, team, [entry_id], now_us=now_us).get(entry_id, {})


def tallies_of(session: Session, team: str, entry_ids: Sequence[str], *, now_us: int) -> dict[str, dict[str, Tally]]:
    """The same for several entries at once, by entry; one without votes is left out."""
    if not entry_ids:
        return {}
    places = ", ".join("?" * len(entry_ids))  # nothing but question marks goes into the statement
    rows = session.rows(
        f"""SELECT entry_id, target, voter, voted_us / {PERIOD_US}, SUM(worked), COUNT(*)
            FROM votes WHERE team = ? AND entry_id IN ({places})
            GROUP BY entry_id, target, voter, voted_us / {PERIOD_US}""",  # noqa: S608
        team,
        *entry_ids,
    )
    ballots: dict[tuple[str, str], list[Ballot]] = {}
    for entry_id, target, _voter, period, worked, cast in rows:
        ballots.setdefault((entry_id, target), []).append(Ballot(int(period), int(worked), int(cast) - int(worked)))
    found: dict[str, dict[str, Tally]] = {}
    for (entry_id, target), cast in ballots.items():
        found.setdefault(entry_id, {})[target] = tally(cast, now_us=now_us)
    return found


def moved(session: Session, team: str, target: str, *, since_us: int, now_us: int) -> dict[str, Moved]:
    """The standing votes of `team` on `target` of each entry on which one was cast at `since_us` or later."""
    rows = session.rows(
        f"""SELECT entry_id, voted_us / {PERIOD_US}, SUM(worked), COUNT(*),
                   SUM(CASE WHEN voted_us < ? THEN worked ELSE 0 END), SUM(CASE WHEN voted_us < ? THEN 1 ELSE 0 END)
            FROM votes WHERE team = ? AND target = ? AND entry_id IN (
                SELECT v.entry_id FROM votes v WHERE v.team = ? AND v.target = ? AND v.voted_us >= ?)
            GROUP BY entry_id, voter, voted_us / {PERIOD_US}""",  # noqa: S608 - nothing but a number goes in
        *(since_us, since_us),
        *(team, target),
        *(team, target, since_us),
    )
    before: defaultdict[str, list[Ballot]] = defaultdict(list)
    now: defaultdict[str, list[Ballot]] = defaultdict(list)
    for entry_id, period, worked, cast, worked_before, cast_before in rows:
        now[entry_id].append(Ballot(int(period), int(worked), int(cast) - int(worked)))
        if cast_before:
            ballot = Ballot(int(period), int(worked_before), int(cast_before) - int(worked_before))
            before[entry_id].append(ballot)
    return {
        entry_id: Moved(tally(before[entry_id], now_us=now_us), tally(ballots, now_us=now_us))
        for entry_id, ballots in now.items()
    }


def _marks(session: Session, card: Place, voter: str) -> list[Mark]:
    sql = (
        "SELECT name, target, verdict, event_us FROM marks WHERE team = ? AND channel = ? AND card_ts = ? AND voter = ?"
    )
    rows = session.rows(sql, *card, voter)
    return [Mark(voter, name, target, Verdict(verdict), event_us) for name, target, verdict, event_us in rows]


def _votes(session: Session, card: Place, voter: str) -> frozenset[Vote]:
    sql = """SELECT entry_id, target, worked, voted_us FROM votes
             WHERE team = ? AND channel = ? AND card_ts = ? AND voter = ?"""
    rows = session.rows(sql, *card, voter)
    return frozenset(
        Vote(voter, entry_id, target, bool(worked), voted_us) for entry_id, target, worked, voted_us in rows
    )


def _withdraw(session: Session, card: Place, vote: Vote) -> None:
    session.change(
        """DELETE FROM votes
           WHERE team = ? AND channel = ? AND card_ts = ? AND voter = ? AND entry_id = ? AND target = ?""",
        *card,
        vote.voter,
        vote.entry_id,
        vote.target,
    )


def _cast(session: Session, card: Place, vote: Vote) -> None:
    session.change(
        """INSERT INTO votes (team, channel, card_ts, voter, entry_id, target, worked, voted_us)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        *card,
        vote.voter,
        vote.entry_id,
        vote.target,
        int(vote.worked),
        vote.voted_us,
    )
