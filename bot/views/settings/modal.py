"""The settings: one channel's above, the whole workspace's below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ButtonElement,
    CheckboxesElement,
    HeaderBlock,
    InputBlock,
    NumberInputElement,
    PlainTextInputElement,
    PlainTextObject,
)
from slack_sdk.models.views import View

from bot.views.message import button
from bot.views.settings import actions, words
from bot.views.settings.channel import channel_part
from bot.views.settings.contents import Settings
from bot.views.settings.inputs import changed, channel_menu, field, languages, menu, option
from bot.views.settings.people import on_call_field, reviewers_field
from knowledge.model import Language, Text
from knowledge.preferences import MOST_REMINDER_HOURS, Preferences

__all__ = ["settings_button", "settings_modal", "with_channel"]

_ON = "on"
_HEADING = "settings_workspace"
"""Names the block below those of a channel."""
_ZONE_LIMIT = 60  # characters


def settings_button(language: Language) -> ButtonElement:
    """A button that opens the settings, for any message or the home."""
    return button(words.SETTINGS.in_(language), action=actions.OPEN, value="settings")


def settings_modal(settings: Settings, language: Language) -> View:
    """The settings to be read and changed."""
    blocks = [*channel_part(settings, language), *_workspace(settings, language)]
    return _modal([block.to_dict() for block in blocks], language)


def with_channel(shown: Mapping[str, Any], settings: Settings, language: Language) -> View:
    """The modal `shown`, as Slack sent it, with another channel of `settings`: what else was typed in it stays."""
    blocks = list(shown["blocks"])
    ids = [block["block_id"] for block in blocks]
    rest = blocks[ids.index(_HEADING) :]
    return _modal([*(block.to_dict() for block in channel_part(settings, language)), *rest], language)


def _modal(blocks: list[dict[str, Any]], language: Language) -> View:
    return View(
        type="modal",
        callback_id=actions.SUBMIT,
        title=PlainTextObject(text=words.SETTINGS.in_(language)),
        submit=PlainTextObject(text=words.SAVE.in_(language)),
        close=PlainTextObject(text=words.CANCEL.in_(language)),
        blocks=blocks,
    )


def _workspace(settings: Settings, language: Language) -> list[Block]:
    workspace, reviewers = settings.workspace, settings.workspace.reviewers
    review_channel = reviewers.id if reviewers and reviewers.kind == "channel" else None
    return [
        HeaderBlock(block_id=_HEADING, text=PlainTextObject(text=words.WORKSPACE_HEADING.in_(language))),
        reviewers_field(settings.groups, workspace, language),
        _channel_field(
            actions.REVIEW_CHANNEL, words.REVIEW_CHANNEL, review_channel, language, hint=words.REVIEW_CHANNEL_HINT
        ),
        _self_approval(workspace, language),
        on_call_field(settings.groups, workspace, language),
        _reminder(workspace, language),
        _channel_field(
            actions.DIGEST_CHANNEL, words.DIGEST_CHANNEL, workspace.digest_channel, language, hint=words.DIGEST_HINT
        ),
        *_digest_time(workspace, language),
        _choice(actions.LANGUAGE, words.LANGUAGE, languages(language), workspace.language or Language.EN, language),
        *changed(settings.changed, language),
    ]


def _channel_field(
    action: str, label: Text, chosen: str | None, language: Language, *, hint: Text | None = None
) -> InputBlock:
    element = channel_menu(action, chosen, language)
    return field(element, label, language, block_id=action, hint=hint, optional=True)


def _choice(action: str, label: Text, choices: Mapping[str, str], chosen: str, language: Language) -> InputBlock:
    return field(menu(action, choices, chosen), label, language, block_id=action)


def _self_approval(workspace: Preferences, language: Language) -> InputBlock:
    box = option(_ON, words.SELF_APPROVAL_ON.in_(language))
    element = CheckboxesElement(
        action_id=actions.SELF_APPROVAL, options=[box], initial_options=[box] if workspace.self_approval else None
    )
    return field(element, words.SELF_APPROVAL, language, block_id=actions.SELF_APPROVAL, optional=True)


def _reminder(workspace: Preferences, language: Language) -> InputBlock:
    element = NumberInputElement(
        action_id=actions.REMINDER,
        is_decimal_allowed=False,
        initial_value=str(workspace.reminder_hours),
        min_value="0",
        max_value=str(MOST_REMINDER_HOURS),
    )
    return field(element, words.REMINDER, language, block_id=actions.REMINDER, hint=words.REMINDER_HINT)


def _digest_time(workspace: Preferences, language: Language) -> list[Block]:
    days = {str(number): day.in_(language) for number, day in enumerate(words.WEEKDAYS)}
    hours = {str(hour): f"{hour:02}:00" for hour in range(24)}
    zone = PlainTextInputElement(action_id=actions.TIME_ZONE, initial_value=workspace.time_zone, max_length=_ZONE_LIMIT)
    return [
        _choice(actions.WEEKDAY, words.WEEKDAY, days, str(workspace.digest_weekday), language),
        _choice(actions.HOUR, words.HOUR, hours, str(workspace.digest_hour), language),
        field(zone, words.TIME_ZONE, language, block_id=actions.TIME_ZONE, hint=words.TIME_ZONE_HINT),
    ]
