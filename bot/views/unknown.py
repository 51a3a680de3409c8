"""What is said when no entry explains an error, or when there is no error at all."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, ButtonElement

from bot import slack_text
from bot.views import actions, words
from bot.views.choice import Choice
from bot.views.message import Message, button, context, said, section
from knowledge import vocabulary
from knowledge.facts import line_of_error
from knowledge.model import Entry, Language
from knowledge.providers import providers
from knowledge.smtp.reading import Reading

__all__ = ["candidates_offer", "nothing_found", "unknown", "what_was_read"]

_DIAGNOSTICS_SHOWN = 3
_WORDS_SHOWN = 120
"""Characters of an error that are shown: whoever asked has the whole above."""
_OFFERS = "offers"
"""Names the last row of buttons on every state of a card, so that a press on an older state still counts."""


def unknown(
    reading: Reading, nearest: Sequence[Entry], *, language: Language, action: str, offers: Sequence[ButtonElement]
) -> Message:
    """An honest "I don't know this one", with what was read and the `nearest` entries as buttons that send `action`.

    Below stand the `offers`: to teach what helps, to ask for a human.
    """
    sentence = f"*{vocabulary.UNKNOWN.in_(language)}*\n{what_was_read(reading, language)}"
    noted = [context([words.NOTED.in_(language)]), ActionsBlock(block_id=_OFFERS, elements=[*offers])]
    if not nearest:
        return Message(text=sentence, blocks=(section(sentence), *noted))
    return Message(
        text=sentence,
        blocks=(
            section(f"{sentence}\n{words.NEAREST.in_(language)}"),
            _entry_buttons(nearest, language, action=action),
            *noted,
        ),
    )


def candidates_offer(card: Message, others: Sequence[Entry], *, language: Language) -> Message:
    """`card` after "Not my error": the `others` that it may be instead, to choose from."""
    question = (words.MAYBE_THIS if others else words.NO_OTHER).in_(language)
    choices = _entry_buttons(others, language, action=actions.SHOW_ENTRY)
    choices.elements.append(button(words.NONE_OF_THESE.in_(language), action=actions.NONE_OF_THESE, value="none"))
    return Message(text=card.text, blocks=(*card.blocks, section(question), choices))


def nothing_found(language: Language) -> Message:
    """The answer to a text without a mail error."""
    return said(vocabulary.NOTHING_FOUND.in_(language))


def _entry_buttons(entries: Sequence[Entry], language: Language, *, action: str) -> ActionsBlock:
    return ActionsBlock(
        elements=[
            button(
                entry.title.in_(language),
                action=actions.numbered(action, number),
                value=Choice(entry.id, language).value,
            )
            for number, entry in enumerate(entries)
        ]
    )


def what_was_read(reading: Reading, language: Language) -> str:
    """The errors of what was read, in their own words, and who said them, as mrkdwn."""
    errors = [error for error in reading.diagnostics if error.codes] or reading.diagnostics
    told = [_in_short(line) for line in map(line_of_error, errors[:_DIAGNOSTICS_SHOWN]) if line]
    said_by = [providers()[key].name for key in reading.providers if key in providers()]
    read = vocabulary.WHAT_I_READ.in_(language).format(codes=", ".join(told) or vocabulary.NO_CODE.in_(language))
    if not said_by:
        return read
    return f"{read}, {words.SPOKEN_BY.in_(language).format(providers=slack_text.mrkdwn(', '.join(said_by)))}"


def _in_short(line: str) -> str:
    """The beginning of `line`, as code."""
    shown = slack_text.shortened(line.replace("`", "'"), _WORDS_SHOWN)
    return f"`{slack_text.mrkdwn(shown)}`"
