"""Counts over the pastes of a week, and the jobs that tell of them."""

from __future__ import annotations

import json
from collections import Counter

from knowledge.conversation import Place
from knowledge.digest import DIGEST, SLICE_US, Asked, Unanswered
from knowledge.store.preferences import WORKSPACE
from knowledge.store.protocol import Session

__all__ = ["asked_most", "drop_planned", "is_told", "pastes", "teams", "unanswered"]

_KNOWN = """
    FROM conversations c
    WHERE c.team = ? AND c.received_us >= ? AND c.received_us < ? AND c.forgotten = 0 AND c.candidates <> '[]'"""
"""The pastes of a team in a period that show an error with an answer."""


def pastes(session: Session, team: str, from_us: int, to_us: int) -> list[tuple[int, int]]:
    """How many errors came when, known and unknown ones, by quarters of an hour since 1970."""
    rows = session.rows(
        f"""SELECT c.received_us / {SLICE_US}, COUNT(*) {_KNOWN} GROUP BY c.received_us / {SLICE_US}
            UNION ALL
            SELECT o.seen_us / {SLICE_US}, COUNT(*) FROM occurrences o
            WHERE o.team = ? AND o.seen_us >= ? AND o.seen_us < ? GROUP BY o.seen_us / {SLICE_US}""",  # noqa: S608 - nothing but the lines above
        *(team, from_us, to_us),
        *(team, from_us, to_us),
    )
    return [(int(number), int(count)) for number, count in rows]


def asked_most(session: Session, team: str, from_us: int, to_us: int) -> list[Asked]:
    """The known errors, the most frequent first: by what the card shows, or would show if there is none."""
    rows = session.rows(
        f"""SELECT COALESCE((SELECT f.entry_id FROM faces f
                   WHERE f.team = c.team AND f.channel = c.channel AND f.card_ts = c.card_ts
                   ORDER BY f.since_us DESC LIMIT 1), ''), c.candidates, COUNT(*)
            {_KNOWN} GROUP BY 1, 2""",  # noqa: S608 - nothing but the lines above
        team,
        from_us,
        to_us,
    )
    counts: Counter[str] = Counter()
    for entry_id, candidates, count in rows:
        counts[entry_id or json.loads(candidates)[0]] += int(count)
    return [Asked(*one) for one in sorted(counts.items(), key=lambda one: (-one[1], one[0]))]


def unanswered(session: Session, team: str, from_us: int, to_us: int, *, limit: int) -> list[Unanswered]:
    """The unknown errors, the most frequent first."""
    rows = session.rows(
        """SELECT q.excerpt, COUNT(*),
               (SELECT l.channel || ' ' || l.ts FROM occurrences l WHERE l.team = q.team AND l.error = q.error
                ORDER BY l.seen_us DESC, l.channel, l.ts LIMIT 1)
           FROM occurrences o JOIN questions q ON q.team = o.team AND q.error = o.error
           WHERE o.team = ? AND o.seen_us >= ? AND o.seen_us < ?
           GROUP BY q.team, q.error, q.excerpt ORDER BY COUNT(*) DESC, q.error LIMIT ?""",
        team,
        from_us,
        to_us,
        limit,
    )
    return [Unanswered(excerpt, int(count), Place(team, *place.split(" "))) for excerpt, count, place in rows]


def teams(session: Session) -> list[str]:
    """The teams that set anything for their whole workspace."""
    return [team for (team,) in session.rows("SELECT team FROM preferences WHERE scope = ? ORDER BY team", WORKSPACE)]


def is_told(session: Session, team: str, week: str) -> bool:
    """Whether the digest of `week` was done with."""
    return bool(session.rows("SELECT 1 FROM once WHERE team = ? AND name = ?", team, f"{DIGEST} {week}"))


def drop_planned(session: Session, team: str, *, after_us: int) -> None:
    """Drop the digests that are due after `after_us`."""
    session.change("DELETE FROM jobs WHERE team = ? AND name LIKE ? AND due_us > ?", team, f"{DIGEST} %", after_us)
