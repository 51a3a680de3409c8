"""What the settings are built of: labelled fields, menus, small print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from slack_sdk.models.blocks import (
    Block,
    ConversationFilter,
    ConversationSelectElement,
    InputBlock,
    InputInteractiveElement,
    Option,
    OptionGroup,
    PlainTextObject,
    StaticSelectElement,
)

from bot import slack_text
from bot.views.message import context
from bot.views.moments import when
from bot.views.settings import words
from knowledge.model import Language, Text
from knowledge.preferences import Change

__all__ = ["changed", "channel_menu", "field", "languages", "menu", "option"]

_OPTIONS_LIMIT = 100
"""Choices in a menu, and in each of its groups: https://docs.slack.dev/reference/block-kit/block-elements."""
_OPTION_LIMIT = 75  # characters


def field(  # noqa: PLR0913 - each is a part of the field
    element: InputInteractiveElement,
    label: Text,
    language: Language,
    *,
    block_id: str,
    hint: Text | None = None,
    optional: bool = False,
) -> InputBlock:
    """`element` with its label, and small print below it."""
    return InputBlock(
        block_id=block_id,
        label=PlainTextObject(text=label.in_(language)),
        element=element,
        hint=PlainTextObject(text=hint.in_(language)) if hint else None,
        optional=optional,
    )


def menu(action: str, choices: Mapping[str, str], chosen: str) -> StaticSelectElement:
    """A menu of `choices`, value -> label; more than a hundred of them stand in groups of a hundred."""
    options = [option(value, label) for value, label in choices.items()]
    initial = next((one for one in options if one.value == chosen), None)
    if len(options) <= _OPTIONS_LIMIT:
        return StaticSelectElement(action_id=action, options=options, initial_option=initial)
    return StaticSelectElement(action_id=action, option_groups=list(_grouped(options)), initial_option=initial)


def channel_menu(action: str, chosen: str | None, language: Language) -> ConversationSelectElement:
    """A menu of the channels, public and private, that whoever looks may see."""
    return ConversationSelectElement(
        action_id=action,
        placeholder=PlainTextObject(text=words.CHOOSE.in_(language)),
        initial_conversation=chosen,
        filter=ConversationFilter(include=["public", "private"], exclude_bot_users=True),
    )


def option(value: str, label: str) -> Option:
    """A choice of a menu or a box."""
    return Option(value=value, text=PlainTextObject(text=slack_text.shortened(label, _OPTION_LIMIT)))


def languages(language: Language) -> dict[str, str]:
    """The choices of a menu of languages."""
    return {known.value: words.LANGUAGES[known].in_(language) for known in Language}


def changed(change: Change | None, language: Language) -> list[Block]:
    """Small print about who changed what stands above; a name in a modal calls nobody."""
    if change is None:
        return []
    who = f"<@{slack_text.mrkdwn(change.by)}>"
    return [context([words.CHANGED.in_(language).format(who=who, when=when(change.at_us))])]


def _grouped(options: Sequence[Option]) -> Iterable[OptionGroup]:
    for start in range(0, len(options), _OPTIONS_LIMIT):
        part = options[start : start + _OPTIONS_LIMIT]
        label = f"{_label(part[0])} – {_label(part[-1])}"
        yield OptionGroup(label=PlainTextObject(text=slack_text.shortened(label, _OPTION_LIMIT)), options=part)


def _label(choice: Option) -> str:
    text = choice.text
    return text.text if isinstance(text, PlainTextObject) else str(choice.value)
