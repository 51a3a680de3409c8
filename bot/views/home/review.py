"""What waits for a reviewer: proposals, questions that nobody could answer, entries that stopped working."""

from __future__ import annotations

from collections.abc import Iterator

from slack_sdk.models.blocks import Block

from bot import slack_text
from bot.views.home import words
from bot.views.home.contents import Contents, Review
from bot.views.home.lists import excerpt, heading, open_button, paged, row, title_of
from bot.views.home.state import Part
from bot.views.message import context
from bot.views.moments import day
from bot.views.rates import percent
from bot.views.teaching import Origin, origin_value, teach_button
from bot.views.teaching.proposal import proposal_blocks
from knowledge.feedback import Movement
from knowledge.model import Language
from knowledge.questions import Question
from knowledge.teaching.model import Teaching

__all__ = ["review_blocks"]


def review_blocks(review: Review, contents: Contents, language: Language) -> Iterator[Block]:
    """The lists of a reviewer that have something in them, or a line that says that none has."""
    proposals = [block for one in review.proposals.items for block in _proposal(one, review, contents, language)]
    questions = [_question(one, contents, language) for one in review.questions.items]
    fallen = [_fallen(one, contents, language) for one in review.fallen.items]
    if not (proposals or questions or fallen):
        yield heading(words.REVIEW, language)
        yield context([words.NOTHING_TO_REVIEW.in_(language)])
    if proposals:
        yield heading(words.PROPOSALS, language)
        yield from paged(proposals, review.proposals, Part.PROPOSALS, language)
    if questions:
        yield heading(words.QUESTIONS, language)
        yield from paged(questions, review.questions, Part.QUESTIONS, language)
    if fallen:
        yield heading(words.FALLEN, language)
        yield from paged(fallen, review.fallen, Part.FALLEN, language)


def _proposal(teaching: Teaching, review: Review, contents: Contents, language: Language) -> list[Block]:
    entry = contents.entries.get(teaching.entry_id)
    return proposal_blocks(teaching, entry, names=review.names, language=language)


def _question(question: Question, contents: Contents, language: Language) -> Block:
    counted = ((words.ASKED, question.asked), (words.OVERHEARD, question.overheard))
    counts = [sentence.in_(language).format(count=count) for sentence, count in counted if count]
    last = words.LAST_SEEN.in_(language).format(when=day(question.last_seen))
    address = contents.links.to(question.last_place)
    there = slack_text.link(address, words.IN_SLACK.in_(language)) if address else None
    teach = teach_button(language, origin_value(Origin(paste=question.excerpt, place=question.last_place)))
    return row(excerpt(question.excerpt), [*counts, last, there], accessory=teach)


def _fallen(movement: Movement, contents: Contents, language: Language) -> Block:
    fell = words.FELL.in_(language).format(
        before=percent(movement.before), now=percent(movement.now), worked=movement.worked, votes=movement.votes
    )
    title = title_of(movement.entry_id, contents.entries, language)
    return row(title, [fell], accessory=open_button(movement.entry_id, language))
