"""Rows of conversations, seen as the same error again."""

from __future__ import annotations

from typing import NamedTuple

from knowledge.conversation import Conversation, Place
from knowledge.store import conversations
from knowledge.store.protocol import Session

__all__ = ["Seen", "answered_before", "awaited_before", "count_between", "first_us", "seen_since", "votes_on"]

_BEFORE = """
    SELECT e.ts FROM conversations c
    JOIN conversations e ON e.team = c.team AND e.about = c.about AND e.channel = c.channel
    WHERE c.team = ? AND c.channel = ? AND c.ts = ? AND e.forgotten = 0 AND e.candidates <> '[]' AND e.received_us > ?
      AND (e.received_us < c.received_us OR (e.received_us = c.received_us AND e.ts < c.ts))"""
"""The pastes about the same in the same channel that came before one."""
_IN_CHANNELS = "team = ? AND about = ? AND forgotten = 0 AND channel NOT LIKE 'D%' AND ts NOT LIKE 'share-%'"
"""What people pasted where others see it: neither direct messages nor answers that somebody shared."""


class Seen(NamedTuple):
    """A paste in a channel."""

    paste: Place
    asker: str
    excerpt: str


def answered_before(session: Session, paste: Place, *, since_us: int) -> Conversation | None:
    """The latest conversation about the same that came before `paste` to its channel and whose card shows an entry."""
    found = session.rows(
        f"""{_BEFORE} AND EXISTS (
                SELECT 1 FROM faces f WHERE f.team = e.team AND f.channel = e.channel AND f.card_ts = e.card_ts
                  AND f.entry_id IS NOT NULL)
            ORDER BY e.received_us DESC, e.ts DESC LIMIT 1""",  # noqa: S608
        *paste,
        since_us,
    )
    return _first(session, paste, found)


def awaited_before(session: Session, paste: Place, *, since_us: int) -> Conversation | None:
    """The first conversation about the same that came before `paste` to its channel and has no card yet."""
    found = session.rows(
        f"{_BEFORE} AND e.card_ts IS NULL ORDER BY e.received_us, e.ts LIMIT 1",
        *paste,
        since_us,
    )
    return _first(session, paste, found)


def seen_since(session: Session, team: str, about: str, *, since_us: int) -> list[Seen]:
    """The pastes of the error that came to channels of `team` after `since_us`."""
    rows = session.rows(
        f"SELECT channel, ts, asker, excerpt FROM conversations WHERE {_IN_CHANNELS} AND received_us > ?",  # noqa: S608
        team,
        about,
        since_us,
    )
    return [Seen(Place(team, channel, ts), asker, excerpt) for channel, ts, asker, excerpt in rows]


def count_between(session: Session, team: str, about: str, *, since_us: int, until_us: int) -> int:
    """How many pastes of the error came to channels of `team` then."""
    ((count,),) = session.rows(
        f"""SELECT COUNT(*) FROM conversations
            WHERE {_IN_CHANNELS} AND received_us > ? AND received_us <= ?""",  # noqa: S608
        team,
        about,
        since_us,
        until_us,
    )
    return int(count)


def first_us(session: Session, team: str) -> int | None:
    """When the first paste of `team` came, microseconds since 1970; None: there was none."""
    rows = session.rows("SELECT received_us FROM conversations WHERE team = ? ORDER BY received_us LIMIT 1", team)
    return int(rows[0][0]) if rows else None


def votes_on(session: Session, card: Place) -> list[tuple[str, bool, int]]:
    """The standing votes on `card`: target, whether that worked, and how many say so."""
    rows = session.rows(
        """SELECT target, worked, COUNT(*) FROM votes WHERE team = ? AND channel = ? AND card_ts = ?
           GROUP BY target, worked ORDER BY COUNT(*) DESC, target""",
        *card,
    )
    return [(target, bool(worked), int(count)) for target, worked, count in rows]


def _first(session: Session, paste: Place, rows: list[tuple[str]]) -> Conversation | None:
    return next((conversations.by_paste(session, paste._replace(ts=ts)) for (ts,) in rows), None)
