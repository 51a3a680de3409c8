"""Rows of messages that were deleted, kept a while so that those of which Postmaster hears only later say nothing."""

from __future__ import annotations

from knowledge.conversation import Place
from knowledge.store.protocol import Session

__all__ = ["KEPT_S", "holds", "put"]

KEPT_S = 2 * 24 * 3_600
"""Seconds for which a deletion is known at least: until the next one in its team. Slack tries to deliver an
event for a day at most: https://docs.slack.dev/apis/events-api/#delayed-events."""


def put(session: Session, message: Place, now_us: int) -> None:
    """Know that `message` was deleted, and no more which were deleted long ago."""
    session.change("DELETE FROM deletions WHERE team = ? AND heard_us <= ?", message.team, now_us - KEPT_S * 1_000_000)
    session.change(
        """INSERT INTO deletions (team, channel, ts, heard_us) VALUES (?, ?, ?, ?)
           ON CONFLICT (team, channel, ts) DO UPDATE SET heard_us = excluded.heard_us""",
        *message,
        now_us,
    )


def holds(session: Session, message: Place) -> bool:
    """Whether `message` is known to be deleted."""
    return bool(session.rows("SELECT 1 FROM deletions WHERE team = ? AND channel = ? AND ts = ?", *message))
