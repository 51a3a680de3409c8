"""What waits for a reviewer: questions that nobody could answer, entries that stopped working."""

from __future__ import annotations

from collections.abc import Iterator

from slack_sdk.models.blocks import Block

from bot import slack_text
from bot.views.home import words
from bot.views.home.contents import Contents, Review
from bot.views.home.lists import excerpt, heading, open_button, paged, row, title_of
from bot.views.home.state import Part
from bot.views.message import context
from bot.views.moments import when
from bot.views.rates import percent
from knowledge.feedback import Movement
from knowledge.model import Language
from knowledge.questions import Question

__all__ = ["review_blocks"]


def review_blocks(review: Review, contents: Contents, language: Language) -> Iterator[Block]:
    """The lists of a reviewer that have something in them, or a line that says that none has."""
    questions = [_question(one, contents, language) for one in review.questions.items]
    fallen = [_fallen(one, contents, language) for one in review.fallen.items]
    if not (questions or fallen):
        yield heading(words.REVIEW, language)
        yield context([words.NOTHING_TO_REVIEW.in_(language)])
    if questions:
        yield heading(words.QUESTIONS, language)
        yield from paged(questions, review.questions, Part.QUESTIONS, language)
    if fallen:
        yield heading(words.FALLEN, language)
        yield from paged(fallen, review.fallen, Part.FALLEN, language)


def _question(question: Question, contents: Contents, language: Language) -> Block:
    counts = words.ASKED.in_(language).format(asked=question.asked, overheard=question.overheard)
    last = words.LAST_SEEN.in_(language).format(when=when(question.last_seen))
    address = contents.links.to(question.last_place)
    there = slack_text.link(address, words.IN_SLACK.in_(language)) if address else None
    return row(excerpt(question.excerpt), [counts, last, there])


def _fallen(movement: Movement, contents: Contents, language: Language) -> Block:
    fell = words.FELL.in_(language).format(
        before=percent(movement.before), now=percent(movement.now), worked=movement.worked, votes=movement.votes
    )
    title = title_of(movement.entry_id, contents.entries, language)
    return row(title, [fell], accessory=open_button(movement.entry_id, language))
