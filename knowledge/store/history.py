"""Rows of conversations as those who asked want to see them again."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from knowledge.conversation import Place
from knowledge.history import Past
from knowledge.store.protocol import Session
from knowledge.threads import Outcome
from knowledge.votes import ANSWER

__all__ = ["pasted_by"]


def pasted_by(session: Session, team: str, asker: str, *, limit: int, offset: int) -> list[Past]:
    """The pastes of errors by `asker` that have an answer, the latest first: `limit` after the first `offset`."""
    rows = session.rows(
        """SELECT c.channel, c.card_ts, c.thread_ts, c.excerpt, c.received_us, f.entry_id, c.candidates,
               (SELECT COUNT(*) FROM votes v WHERE v.team = c.team AND v.channel = c.channel
                AND v.card_ts = c.card_ts AND v.target = ? AND v.worked = 1),
               (SELECT COUNT(*) FROM votes v WHERE v.team = c.team AND v.channel = c.channel
                AND v.card_ts = c.card_ts AND v.target = ? AND v.worked = 0),
               t.outcome
           FROM conversations c
           JOIN faces f ON f.team = c.team AND f.channel = c.channel AND f.card_ts = c.card_ts AND f.since_us = (
               SELECT MAX(g.since_us) FROM faces g
               WHERE g.team = c.team AND g.channel = c.channel AND g.card_ts = c.card_ts)
           LEFT JOIN threads t ON t.team = c.team AND t.channel = c.channel
               AND t.thread_ts = CASE WHEN c.thread_ts = '' THEN c.card_ts ELSE c.thread_ts END
           WHERE c.team = ? AND c.asker = ? AND c.forgotten = 0
             AND (f.entry_id IS NOT NULL OR c.candidates <> '[]' OR c.about <> '')
           ORDER BY c.received_us DESC, c.channel, c.ts LIMIT ? OFFSET ?""",
        ANSWER,
        ANSWER,
        team,
        asker,
        limit,
        offset,
    )
    return [_past(team, row) for row in rows]


def _past(team: str, row: tuple[Any, ...]) -> Past:
    channel, card_ts, thread_ts, excerpt, received_us, entry_id, candidates, worked, failed, outcome = row
    return Past(
        card=Place(team, channel, card_ts),
        thread_ts=thread_ts,
        entry_id=entry_id or next(iter(json.loads(candidates)), None),
        excerpt=excerpt,
        received=datetime.fromtimestamp(received_us / 1_000_000, UTC),
        worked=int(worked),
        failed=int(failed),
        outcome=Outcome(outcome or Outcome.OPEN),
    )
