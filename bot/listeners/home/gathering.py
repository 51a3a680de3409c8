"""What a person's home shows, read from the database: as many queries for a long history as for a short one."""

from __future__ import annotations

import time
from dataclasses import dataclass

from bot.links import Links
from bot.views.home.contents import Contents, Findings, Review, page_of
from bot.views.home.state import HomeState, Part
from knowledge.base import KnowledgeBase
from knowledge.pages.finding import entries_with

__all__ = ["Visitor", "gather"]

_ROWS = 5
"""Of a list on one page."""
_FALLEN_WITHIN_S = 28 * 86_400
"""Seconds back from now whose votes count as new for reviewers: the period by which votes are weighed."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whose home it is."""

    team: str
    user: str
    reviews: bool
    """Whether they decide on what others propose."""


def gather(knowledge: KnowledgeBase, state: HomeState, visitor: Visitor, links: Links) -> Contents:
    """The contents of the home of `visitor` as `state` says."""
    team, user = visitor.team, visitor.user
    recent = page_of(
        lambda limit, offset: knowledge.history.pasted_by(team, user, limit=limit, offset=offset),
        state.page(Part.RECENT),
        size=_ROWS,
    )
    votes = page_of(
        lambda limit, offset: knowledge.feedback.my_votes(team, user, limit=limit, offset=offset),
        state.page(Part.VOTES),
        size=_ROWS,
    )
    review = _review(knowledge, state, team) if visitor.reviews else None
    named = {past.entry_id for past in recent.items} | {vote.entry_id for vote in votes.items}
    named |= {one.entry_id for one in review.fallen.items} if review else set()
    return Contents(
        findings=_findings(knowledge, state.query, team) if state.query else None,
        recent=recent,
        votes=votes,
        review=review,
        entries=knowledge.entries_called(sorted(filter(None, named)), team=team),
        links=links,
    )


def _findings(knowledge: KnowledgeBase, query: str, team: str) -> Findings:
    answer = knowledge.look_up(query, team=team)
    shown = {candidate.rated.entry.id for candidate in answer.near}
    with_words = entries_with(answer.text, knowledge.entries(team=team))
    return Findings(answer, [entry for entry in with_words if entry.id not in shown])


def _review(knowledge: KnowledgeBase, state: HomeState, team: str) -> Review:
    since_us = int((time.time() - _FALLEN_WITHIN_S) * 1_000_000)
    return Review(
        questions=page_of(
            lambda limit, offset: knowledge.questions(team, limit=limit, offset=offset),
            state.page(Part.QUESTIONS),
            size=_ROWS,
        ),
        fallen=page_of(
            lambda limit, offset: knowledge.feedback.fallen(team, since_us=since_us, limit=limit + offset)[offset:],
            state.page(Part.FALLEN),
            size=_ROWS,
        ),
    )
