"""Counts over a team's rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from knowledge.evidence import Tally
from knowledge.heading import Named
from knowledge.statistics import EntryTally, Statistics, least_helpful, most_helpful
from knowledge.store import questions
from knowledge.store.protocol import Session
from knowledge.votes import ANSWER, MATCH, of_workaround

__all__ = ["gather"]

_QUESTIONS = 5


def gather(session: Session, team: str, entries: Iterable[Named]) -> Statistics:
    """What the use by `team`, or by all teams if that is empty, adds up to, and how many of `entries` there are."""
    received, asked, answered = _conversations(session, team)
    judged = _answer_tallies(session, team)
    return Statistics(
        entries=tuple(Counter(entry.category for entry in entries).most_common()),
        conversations=received,
        asked=asked,
        answered=answered,
        answer_votes=_all_votes(session, team, ANSWER),
        workaround_votes=_all_votes(session, team, of_workaround("%")),
        match_votes=_all_votes(session, team, MATCH),
        most_helpful=most_helpful(judged),
        least_helpful=least_helpful(judged),
        questions=tuple(questions.top(session, team, _QUESTIONS)),
    )


def _conversations(session: Session, team: str) -> tuple[int, int, int]:
    """How many pastes were received, asked about and answered; deleted ones count as received."""
    ((received, asked, answered),) = session.rows(
        """SELECT COUNT(*), COALESCE(SUM(asked), 0), COUNT(card_ts)
           FROM conversations WHERE (team = ? OR ? = '')""",
        team,
        team,
    )
    return int(received), int(asked), int(answered)


def _all_votes(session: Session, team: str, pattern: str) -> Tally:
    """All standing votes whose target is LIKE `pattern`."""
    ((worked, failed),) = session.rows(
        """SELECT COALESCE(SUM(worked), 0), COALESCE(SUM(1 - worked), 0)
           FROM votes WHERE (team = ? OR ? = '') AND target LIKE ?""",
        team,
        team,
        pattern,
    )
    return Tally(worked=int(worked), failed=int(failed))


def _answer_tallies(session: Session, team: str) -> tuple[EntryTally, ...]:
    """The votes on the answer of each entry that has any."""
    rows = session.rows(
        """SELECT entry_id, SUM(worked), SUM(1 - worked)
           FROM votes WHERE (team = ? OR ? = '') AND target = ? GROUP BY entry_id""",
        team,
        team,
        ANSWER,
    )
    return tuple(EntryTally(entry_id, Tally(int(worked), int(failed))) for entry_id, worked, failed in rows)
