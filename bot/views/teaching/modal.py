"""The form in which somebody teaches: the error and what was read of it, and what helps and what does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slack_sdk.models.blocks import (
    Block,
    InputBlock,
    InputInteractiveElement,
    Option,
    PlainTextInputElement,
    PlainTextObject,
    StaticSelectElement,
    UrlInputElement,
)
from slack_sdk.models.views import View

from bot import slack_text
from bot.views.message import context
from bot.views.teaching import actions, words
from bot.views.teaching.state import NEW, FormState
from bot.views.unknown import what_was_read
from knowledge.model import Entry, Language, Text
from knowledge.smtp.reading import Reading
from knowledge.teaching.draft import Draft

__all__ = ["Form", "form"]

_OPTION_LIMIT = 75  # characters of a line of a menu
_TEXT_LIMIT = 3_000  # characters that a field may begin with
_MULTILINE = {"paste", "cause", "fix", "dead_end"}


@dataclass(frozen=True, slots=True)
class Form:
    """What the form shows."""

    state: FormState
    draft: Draft
    """What its fields begin with."""
    reading: Reading
    """Of the paste in it."""
    nearest: Sequence[Entry]
    """The entries that it can be about, closest first."""
    self_approval: bool
    """Whether whoever writes it may approve it."""


def form(shown: Form) -> View:
    """The form as a modal. Which fields it has depends on whether it is about a new entry."""
    state = shown.state
    language = state.language
    title = words.EDIT_TITLE if state.name else words.TEACH_TITLE
    return View(
        type="modal",
        callback_id=actions.FORM,
        private_metadata=state.model_dump_json(exclude_defaults=True),
        title=title.in_(language),
        submit=words.PROPOSE.in_(language),
        close=words.CANCEL.in_(language),
        blocks=list(_blocks(shown, language)),
    )


def _blocks(shown: Form, language: Language) -> Iterator[Block]:
    draft, is_edit, is_new = shown.draft, bool(shown.state.name), not shown.draft.about
    goes = words.HOW_IT_GOES_ALONE if shown.self_approval else words.HOW_IT_GOES
    yield context([goes.in_(language)])
    paste, hint = (words.WORDINGS, words.WORDINGS_HINT) if is_edit else (words.PASTE, words.PASTE_HINT)
    yield _text_field("paste", paste, hint, draft.paste, language, optional=not is_new)
    if not is_edit:
        if draft.paste:
            yield context([what_was_read(shown.reading, language)])
        yield _about(shown, language)
    if is_new:
        yield _text_field("title", words.TITLE, words.TITLE_HINT, draft.title, language, optional=False)
        yield _text_field("cause", words.CAUSE, None, draft.cause, language, optional=False)
    yield _text_field("fix", words.FIX, words.FIX_HINT, draft.fix, language, optional=not is_new)
    yield _text_field("dead_end", words.DEAD_END, words.DEAD_END_HINT, draft.dead_end, language, optional=True)
    address = UrlInputElement(action_id="source", initial_value=draft.source or None)
    yield _input("source", words.SOURCE, words.SOURCE_HINT, address, language, optional=True)


def _about(shown: Form, language: Language) -> InputBlock:
    """The menu of what it can be about; a choice changes the form."""
    choices = [(NEW, words.NEW_ENTRY.in_(language)), *((one.id, one.title.in_(language)) for one in shown.nearest)]
    options = {
        value: Option(value=value, text=PlainTextObject(text=slack_text.shortened(label, _OPTION_LIMIT)))
        for value, label in choices
    }
    menu = StaticSelectElement(
        action_id=actions.ABOUT,
        options=list(options.values()),
        initial_option=options.get(shown.draft.about, options[NEW]),
    )
    block = _input("about", words.ABOUT, None, menu, language, optional=False)
    block.dispatch_action = True
    return block


def _text_field(  # noqa: PLR0913 - what an input is made of
    name: str, label: Text, hint: Text | None, said: str, language: Language, *, optional: bool
) -> InputBlock:
    """A field for text. Slack would cut what is too long; here it may stand and is answered under the field."""
    element = PlainTextInputElement(
        action_id=name, multiline=name in _MULTILINE, initial_value=said[:_TEXT_LIMIT] or None
    )
    return _input(name, label, hint, element, language, optional=optional)


def _input(  # noqa: PLR0913 - as above
    name: str, label: Text, hint: Text | None, element: InputInteractiveElement, language: Language, *, optional: bool
) -> InputBlock:
    return InputBlock(
        block_id=name,
        label=PlainTextObject(text=label.in_(language)),
        hint=PlainTextObject(text=hint.in_(language)) if hint else None,
        element=element,
        optional=optional,
    )
