"""Rows of questions: unknown errors, and each paste in which one came."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from knowledge.conversation import Conversation, Place
from knowledge.questions import Question
from knowledge.store.protocol import Session

__all__ = ["drop", "excerpts", "put", "settle", "top"]


def put(session: Session, conversation: Conversation, *, error: str, codes: tuple[str, ...], now_us: int) -> None:
    """Remember that the paste of `conversation` shows the unknown `error`, and no other; again changes nothing."""
    team = conversation.paste.team
    before = _shown_by(session, conversation.paste)
    session.change(
        """INSERT INTO questions (team, error, excerpt, codes) VALUES (?, ?, ?, ?)
           ON CONFLICT (team, error) DO NOTHING""",
        team,
        error,
        conversation.excerpt,
        json.dumps(codes),
    )
    session.change(
        """INSERT INTO occurrences (team, channel, ts, error, asked, seen_us) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (team, channel, ts) DO UPDATE SET error = excluded.error,
               asked = CASE WHEN excluded.asked > occurrences.asked THEN excluded.asked ELSE occurrences.asked END""",
        *conversation.paste,
        error,
        int(conversation.asked),
        now_us,
    )
    _drop_unseen(session, team, before)


def drop(session: Session, paste: Place) -> None:
    """Forget that `paste` showed an unknown error, and the error itself if no other paste showed it."""
    before = _shown_by(session, paste)
    session.change("DELETE FROM occurrences WHERE team = ? AND channel = ? AND ts = ?", *paste)
    _drop_unseen(session, paste.team, before)


def excerpts(session: Session, team: str, *, limit: int) -> list[tuple[str, str]]:
    """Each unknown error of `team` and how it looked, at most `limit`, those that came most often first."""
    rows = session.rows(
        """SELECT q.error, q.excerpt FROM questions q JOIN occurrences o ON o.team = q.team AND o.error = q.error
           WHERE q.team = ? GROUP BY q.error, q.excerpt ORDER BY COUNT(*) DESC, q.error LIMIT ?""",
        team,
        limit,
    )
    return [(error, excerpt) for error, excerpt in rows]


def settle(session: Session, team: str, error: str) -> None:
    """Forget the unknown `error`: it is known now."""
    session.change("DELETE FROM occurrences WHERE team = ? AND error = ?", team, error)
    session.change("DELETE FROM questions WHERE team = ? AND error = ?", team, error)


def top(session: Session, team: str, limit: int, offset: int = 0) -> list[Question]:
    """The questions of `team` that came most often, those that were asked before those overheard.

    `limit` of them, after the first `offset`; if `team` is empty, those of all teams.
    """
    rows = session.rows(
        """SELECT t.excerpt, t.codes, t.asked, t.pastes - t.asked, t.first_us, t.last_us, t.team,
               (SELECT l.channel || ' ' || l.ts FROM occurrences l WHERE l.team = t.team AND l.error = t.error
                ORDER BY l.seen_us DESC, l.channel, l.ts LIMIT 1)
           FROM (SELECT q.team, q.error, q.excerpt, q.codes, SUM(o.asked) AS asked, COUNT(*) AS pastes,
                     MIN(o.seen_us) AS first_us, MAX(o.seen_us) AS last_us
                 FROM questions q JOIN occurrences o ON o.team = q.team AND o.error = q.error
                 WHERE (q.team = ? OR ? = '') GROUP BY q.team, q.error, q.excerpt, q.codes
                 ORDER BY SUM(o.asked) DESC, COUNT(*) DESC, MAX(o.seen_us) DESC, q.error LIMIT ? OFFSET ?) t
           ORDER BY t.asked DESC, t.pastes DESC, t.last_us DESC, t.error""",
        team,
        team,
        limit,
        offset,
    )
    return [_question(row) for row in rows]


def _shown_by(session: Session, paste: Place) -> str | None:
    """The unknown error that `paste` shows."""
    rows = session.rows("SELECT error FROM occurrences WHERE team = ? AND channel = ? AND ts = ?", *paste)
    return next((error for (error,) in rows), None)


def _drop_unseen(session: Session, team: str, error: str | None) -> None:
    """Forget the `error` unless a paste shows it."""
    session.change(
        """DELETE FROM questions WHERE team = ? AND error = ? AND NOT EXISTS (
               SELECT 1 FROM occurrences o WHERE o.team = questions.team AND o.error = questions.error)""",
        team,
        error,
    )


def _question(row: tuple[Any, ...]) -> Question:
    excerpt, codes, asked, overheard, first_us, last_us, team, last_place = row
    channel, _, ts = last_place.partition(" ")
    return Question(
        excerpt=excerpt,
        codes=tuple(json.loads(codes)),
        asked=int(asked),
        overheard=int(overheard),
        first_seen=datetime.fromtimestamp(first_us / 1_000_000, UTC),
        last_seen=datetime.fromtimestamp(last_us / 1_000_000, UTC),
        last_place=Place(team, channel, ts),
    )
