"""An error that was answered in the channel a while ago: a link, how it went there, and the answer on a click."""

from __future__ import annotations

from dataclasses import dataclass

from slack_sdk.models.blocks import ActionsBlock

from bot import slack_text
from bot.views.message import Message, button, context, section, short_title
from bot.views.moments import when
from bot.views.quiet import actions, words
from bot.views.words import WORKED_FOR
from knowledge.model import Entry, Language, Workaround
from knowledge.recurrence import Verdicts

__all__ = ["Earlier", "repeat"]

_NAME_LIMIT = 80
_OFFER = "offer"
"""Names the row of its button on every state of a link, so that a press on an older state still counts."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The answer that was given before."""

    entry: Entry
    """What it shows."""
    url: str
    """Its message's address, or that of the paste while there is no answer yet."""
    given_us: int | None
    """When it was given, microseconds since 1970; None: it is on its way."""
    verdicts: Verdicts
    resolved_by: str | None = None
    """The name of whoever said that it is solved."""
    handed_over: bool = False
    """Whether somebody asked for a human."""


def repeat(earlier: Earlier, language: Language) -> Message:
    """A short reply in place of a second card."""
    sentence = _sentence(earlier, language)
    offer = button(words.SHOW_HERE.in_(language), action=actions.SHOW_HERE, value=earlier.entry.id)
    outcome = [context([_outcome(earlier, language)])] if earlier.given_us is not None else []
    return Message(text=sentence, blocks=(section(sentence), *outcome, ActionsBlock(block_id=_OFFER, elements=[offer])))


def _sentence(earlier: Earlier, language: Language) -> str:
    title = short_title(earlier.entry.title, language)
    if earlier.given_us is None:
        link = slack_text.link(earlier.url, words.THE_OTHER_PASTE.in_(language))
        return words.BEING_ANSWERED.in_(language).format(title=title, link=link)
    link = slack_text.link(earlier.url, words.THE_ANSWER.in_(language))
    return words.ANSWERED_BEFORE.in_(language).format(title=title, link=link, when=when(earlier.given_us))


def _outcome(earlier: Earlier, language: Language) -> str:
    """What became of it there, in a line."""
    said, fix = earlier.verdicts, _workaround(earlier)
    cast = said.worked + said.failed
    facts = []
    if cast:
        facts.append(WORKED_FOR.in_(language).format(worked=said.worked, votes=cast))
    if fix is not None:
        title = short_title(fix.title, language)
        facts.append(words.WHAT_DID_IT.in_(language).format(title=title))
    if earlier.resolved_by:
        name = slack_text.mrkdwn(earlier.resolved_by, limit=_NAME_LIMIT)
        facts.append(words.RESOLVED_BY.in_(language).format(name=name))
    elif earlier.handed_over:
        facts.append(words.HANDED.in_(language))
    return " · ".join(facts or [words.NOBODY_SAID.in_(language)])


def _workaround(earlier: Earlier) -> Workaround | None:
    key = earlier.verdicts.workaround
    return earlier.entry.workaround(key) if key else None
