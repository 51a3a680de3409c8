"""Rows of threads: what became of an answer, one row for each thread."""

from __future__ import annotations

import json
from typing import Any

from knowledge.conversation import Place
from knowledge.store.protocol import Session
from knowledge.threads import Outcome, Step, Thread

__all__ = ["by_place", "follow", "forget", "has_marks", "latest_in", "put"]

_SELECT = """
    SELECT team, channel, thread_ts, card_ts, tried, outcome, outcome_by, outcome_us, reminder_ts FROM threads
"""


def follow(session: Session, thread: Place, card_ts: str) -> None:
    """Know that the answer `card_ts` stands in `thread`; a later one there takes its place and begins anew."""
    session.change(
        """INSERT INTO threads (team, channel, thread_ts, card_ts, tried, outcome, outcome_by, outcome_us, reminder_ts)
           VALUES (?, ?, ?, ?, '{}', ?, '', 0, '')
           ON CONFLICT (team, channel, thread_ts)
           DO UPDATE SET card_ts = excluded.card_ts, outcome = excluded.outcome, outcome_by = '', outcome_us = 0
           WHERE excluded.card_ts > threads.card_ts""",
        *thread,
        card_ts,
        Outcome.OPEN.value,
    )


def by_place(session: Session, place: Place) -> Thread | None:
    """The thread below the message `place`, if there is an answer in it."""
    rows = session.rows(f"{_SELECT} WHERE team = ? AND channel = ? AND thread_ts = ?", *place)
    return next(map(_thread, rows), None)


def latest_in(session: Session, team: str, channel: str) -> Thread | None:
    """The thread of `channel` with the latest answer."""
    rows = session.rows(f"{_SELECT} WHERE team = ? AND channel = ? ORDER BY card_ts DESC LIMIT 1", team, channel)
    return next(map(_thread, rows), None)


def put(session: Session, thread: Thread) -> None:
    """Let the row of `thread`, which is there, say what it says."""
    session.change(
        """UPDATE threads SET tried = ?, outcome = ?, outcome_by = ?, outcome_us = ?, reminder_ts = ?
           WHERE team = ? AND channel = ? AND thread_ts = ?""",
        json.dumps({"steps": thread.steps, "said": thread.said}),
        thread.outcome.value,
        thread.outcome_by,
        thread.outcome_us,
        thread.reminder_ts,
        *thread.place,
    )


def forget(session: Session, place: Place) -> None:
    """Drop what is known of the thread."""
    session.change("DELETE FROM threads WHERE team = ? AND channel = ? AND thread_ts = ?", *place)


def has_marks(session: Session, card: Place) -> bool:
    """Whether anybody judged `card` in any way, also if they took it back."""
    sql = "SELECT 1 FROM marks WHERE team = ? AND channel = ? AND card_ts = ? LIMIT 1"
    return bool(session.rows(sql, *card))


def _thread(row: tuple[Any, ...]) -> Thread:
    team, channel, thread_ts, card_ts, tried, outcome, outcome_by, outcome_us, reminder_ts = row
    told = json.loads(tried)
    return Thread(
        place=Place(team, channel, thread_ts),
        card_ts=card_ts,
        steps=tuple(Step(*step) for step in told.get("steps", ())),
        outcome=Outcome(outcome),
        outcome_by=outcome_by,
        outcome_us=outcome_us,
        reminder_ts=reminder_ts,
        said=tuple(told.get("said", ())),
    )
