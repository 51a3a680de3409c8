"""Counts over a team's rows."""

from __future__ import annotations

from typing import NamedTuple

from knowledge.evidence import Tally
from knowledge.statistics import EntryTally
from knowledge.store.protocol import Session

__all__ = ["ConversationCounts", "answer_tallies", "conversations", "tally_like"]


class ConversationCounts(NamedTuple):
    """How many pastes were received, asked about, answered."""

    received: int
    asked: int
    answered: int


def conversations(session: Session, team: str) -> ConversationCounts:
    """The counts of `team`; deleted pastes count as received."""
    ((received, asked, answered),) = session.rows(
        """SELECT COUNT(*), COALESCE(SUM(asked), 0), COUNT(card_ts) FROM conversations WHERE team = ?""", team
    )
    return ConversationCounts(int(received), int(asked), int(answered))


def tally_like(session: Session, team: str, pattern: str) -> Tally:
    """All standing votes of `team` whose target is LIKE `pattern`."""
    ((worked, failed),) = session.rows(
        """SELECT COALESCE(SUM(worked), 0), COALESCE(SUM(failed), 0) FROM tallies WHERE team = ? AND target LIKE ?""",
        team,
        pattern,
    )
    return Tally(worked=int(worked), failed=int(failed))


def answer_tallies(session: Session, team: str) -> tuple[EntryTally, ...]:
    """Each entry of which `team` judged an answer."""
    rows = session.rows("SELECT entry_id, worked, failed FROM tallies WHERE team = ? AND target = 'answer'", team)
    return tuple(EntryTally(entry_id, Tally(worked=worked, failed=failed)) for entry_id, worked, failed in rows)
