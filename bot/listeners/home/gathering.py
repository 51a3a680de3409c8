"""What a person's home shows, read from the database: as many queries for a long history as for a short one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from slack_sdk import WebClient

from bot.links import Links
from bot.names import names_of
from bot.views.home.contents import Contents, Findings, Review, page_of
from bot.views.home.state import HomeState, Part
from bot.views.teaching.proposal import people_in
from knowledge.base import KnowledgeBase
from knowledge.evidence import PERIOD_US
from knowledge.history import Past
from knowledge.moment import clock
from knowledge.pages.finding import entries_with

__all__ = ["Visitor", "gather"]

_ROWS = 5
"""Of a list on one page."""
_PROPOSALS = 3
"""Proposals on one page: each takes three blocks."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whose home it is."""

    team: str
    user: str
    reviews: bool
    """Whether they decide on what others propose."""
    may_set: bool
    """Whether they may change settings."""


def gather(client: WebClient, knowledge: KnowledgeBase, state: HomeState, visitor: Visitor, links: Links) -> Contents:
    """The contents of the home of `visitor` as `state` says; Slack is asked for the names of who proposed something."""
    team, user = visitor.team, visitor.user
    recent = page_of(
        lambda limit, offset: [
            _as_known(knowledge, past) for past in knowledge.history.pasted_by(team, user, limit=limit, offset=offset)
        ],
        state.page(Part.RECENT),
        size=_ROWS,
    )
    votes = page_of(
        lambda limit, offset: knowledge.feedback.my_votes(team, user, limit=limit, offset=offset),
        state.page(Part.VOTES),
        size=_ROWS,
    )
    review = _review(client, knowledge, state, team) if visitor.reviews else None
    named = {past.entry_id for past in recent.items} | {vote.entry_id for vote in votes.items}
    if review is not None:
        named |= {one.entry_id for one in review.fallen.items} | {one.entry_id for one in review.proposals.items}
    return Contents(
        findings=_findings(knowledge, state.query, team) if state.query else None,
        recent=recent,
        votes=votes,
        review=review,
        entries=knowledge.entries_called(sorted(filter(None, named)), team=team),
        may_set=visitor.may_set,
        links=links,
    )


def _as_known(knowledge: KnowledgeBase, past: Past) -> Past:
    """`past` with the entry that explains it by now, if its card still says that nobody knows it."""
    if past.entry_id is not None:
        return past
    answer = knowledge.look_up(past.excerpt, team=past.card.team)
    return replace(past, entry_id=answer.candidates[0].rated.entry.id) if answer.detected else past


def _findings(knowledge: KnowledgeBase, query: str, team: str) -> Findings:
    answer = knowledge.look_up(query, team=team)
    shown = {candidate.rated.entry.id for candidate in answer.near}
    with_words = entries_with(answer.text, knowledge.headings(team=team))
    return Findings(answer, [entry for entry in with_words if entry.id not in shown])


def _review(client: WebClient, knowledge: KnowledgeBase, state: HomeState, team: str) -> Review:
    now_us = clock()
    since_us = now_us() - PERIOD_US
    proposals = page_of(
        lambda limit, offset: knowledge.teaching.pending(team, limit=limit, offset=offset),
        state.page(Part.PROPOSALS),
        size=_PROPOSALS,
    )
    return Review(
        proposals=proposals,
        names=names_of(client, team, people_in(proposals.items)),
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
