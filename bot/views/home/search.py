"""The search of the home, and what it found."""

from __future__ import annotations

from collections.abc import Iterator

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    DividerBlock,
    InputBlock,
    PlainTextInputElement,
    PlainTextObject,
)

from bot import slack_text
from bot.views import words as slack_words
from bot.views.home import words
from bot.views.home.actions import CLEAR, SEARCH
from bot.views.home.contents import Findings
from bot.views.home.lists import heading, open_button, row, title_of
from bot.views.home.state import QUERY_LIMIT, HomeState
from bot.views.message import button, section
from bot.views.rates import percent, votes
from bot.views.teaching import Origin, origin_value, teach_button
from bot.views.unknown import what_was_read
from knowledge import vocabulary
from knowledge.answer import Answer, Candidate
from knowledge.facts import codes
from knowledge.heading import Named
from knowledge.model import Language

__all__ = ["search_blocks"]

_ANSWERS = 3
_ENTRIES = 5
_CODES = 4
_FIX_LIMIT = 200


def search_blocks(state: HomeState, findings: Findings | None, language: Language) -> list[Block]:
    """The field to search in, and what was found for what `state` says."""
    field = _field(state, language)
    if findings is None:
        return [field]
    clear = ActionsBlock(elements=[button(words.CLEAR.in_(language), action=CLEAR, value="clear")])
    return [field, heading(words.RESULTS, language), *_results(findings, language), clear, DividerBlock()]


def _field(state: HomeState, language: Language) -> InputBlock:
    return InputBlock(
        block_id=f"search {state.field}",
        label=PlainTextObject(text=words.SEARCH.in_(language)),
        element=PlainTextInputElement(
            action_id=SEARCH,
            placeholder=PlainTextObject(text=words.SEARCH_HINT.in_(language)),
            initial_value=state.query or None,
            max_length=QUERY_LIMIT,
        ),
        dispatch_action=True,
    )


def _results(findings: Findings, language: Language) -> Iterator[Block]:
    """What was found; first that nobody knows the error, if it is one that no entry explains."""
    answer = findings.answer
    if not (answer.detected or findings.entries) and any(error.codes for error in answer.reading.diagnostics):
        yield _unknown(answer, language)
    elif not (answer.near or findings.entries):
        yield section(words.NO_RESULTS.in_(language))
    for candidate in answer.near[:_ANSWERS]:
        yield _answer(candidate, language)
    for entry in findings.entries[:_ENTRIES]:
        yield _entry(entry, language)


def _unknown(answer: Answer, language: Language) -> Block:
    """An honest "I don't know this one", for somebody to teach the answer."""
    teach = teach_button(language, origin_value(Origin(paste=answer.text)))
    unknown = f"*{vocabulary.UNKNOWN.in_(language)}*"
    return row(unknown, [what_was_read(answer.reading, language)], accessory=teach)


def _answer(candidate: Candidate, language: Language) -> Block:
    """An entry that explains the error, with what to try first."""
    rated = candidate.rated
    fix = next(iter(rated.workarounds), None)
    first = f"\n1. {slack_text.mrkdwn(fix.fix.title.in_(language), limit=_FIX_LIMIT)}" if fix else ""
    rate = slack_words.FIX_RATE.in_(language).format(rate=percent(rated.rate))
    own = votes(rated.worked, rated.votes, language) if rated.votes else None
    guess = words.A_GUESS.in_(language) if candidate.is_guess else None
    return row(_title(rated.entry, language) + first, [rate, own, guess], accessory=_open(rated.entry, language))


def _entry(entry: Named, language: Language) -> Block:
    """An entry that has the words."""
    category = vocabulary.CATEGORIES[entry.category].in_(language)
    return row(_title(entry, language), [category, *codes(entry)[:_CODES]], accessory=_open(entry, language))


def _title(entry: Named, language: Language) -> str:
    return title_of(entry.id, {entry.id: entry}, language)


def _open(entry: Named, language: Language) -> ButtonElement:
    return open_button(entry.id, language)
