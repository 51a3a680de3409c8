"""The settings: one channel's above, the whole workspace's below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ButtonElement,
    CheckboxesElement,
    DividerBlock,
    HeaderBlock,
    InputBlock,
    NumberInputElement,
    PlainTextInputElement,
    PlainTextObject,
)
from slack_sdk.models.views import View

from bot import slack_text
from bot.views import words as common
from bot.views.message import button, context, section
from bot.views.moments import when
from bot.views.settings import actions, words
from bot.views.settings.inputs import channel_menu, field, menu, option
from bot.views.settings.people import UserGroup, on_call_field, reviewers_field
from knowledge.model import Language, Text
from knowledge.preferences import Change, ChannelPreferences, Preferences

__all__ = ["Settings", "notice", "settings_button", "settings_modal", "with_channel"]

_ON = "on"
_HEADING = "settings_workspace"
"""Names the block below those of a channel."""
_REMINDER_LIMIT = 168  # hours
_ZONE_LIMIT = 60  # characters


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the modal shows."""

    channel: str | None
    """None: none is chosen yet."""
    here: ChannelPreferences
    """What holds in that channel."""
    workspace: Preferences
    groups: Sequence[UserGroup]
    changed: Change | None
    """Who changed the workspace's last."""
    changed_here: Change | None
    """Who changed the channel's last."""


def settings_button(language: Language) -> ButtonElement:
    """A button that opens the settings, for any message or the home."""
    return button(words.SETTINGS.in_(language), action=actions.OPEN, value="settings")


def settings_modal(settings: Settings, language: Language) -> View:
    """The settings to be read and changed."""
    blocks = [*_channel(settings, language), *_workspace(settings, language)]
    return _modal([block.to_dict() for block in blocks], language)


def with_channel(shown: Mapping[str, Any], settings: Settings, language: Language) -> View:
    """The modal `shown`, as Slack sent it, with another channel of `settings`: what else was typed in it stays."""
    blocks = list(shown["blocks"])
    ids = [block["block_id"] for block in blocks]
    rest = blocks[ids.index(_HEADING) :]
    return _modal([*(block.to_dict() for block in _channel(settings, language)), *rest], language)


def notice(sentence: Text, language: Language) -> View:
    """A modal that says one thing, for where Slack offers no other way to say it."""
    return View(
        type="modal",
        title=PlainTextObject(text="Postmaster"),
        close=PlainTextObject(text=common.CLOSE.in_(language)),
        blocks=[section(sentence.in_(language))],
    )


def _modal(blocks: list[dict[str, Any]], language: Language) -> View:
    return View(
        type="modal",
        callback_id=actions.SUBMIT,
        title=PlainTextObject(text=words.SETTINGS.in_(language)),
        submit=PlainTextObject(text=words.SAVE.in_(language)),
        close=PlainTextObject(text=words.CANCEL.in_(language)),
        blocks=blocks,
    )


def _channel(settings: Settings, language: Language) -> list[Block]:
    """The choice of a channel, and what holds there."""
    choice = field(
        channel_menu(actions.CHANNEL, settings.channel, language),
        words.CHANNEL,
        language,
        block_id=actions.CHANNEL,
        hint=words.CHANNEL_HINT,
        optional=True,
    )
    choice.dispatch_action = True
    heading = HeaderBlock(text=PlainTextObject(text=words.CHANNEL_HEADING.in_(language)))
    if settings.channel is None:
        return [heading, choice, DividerBlock()]
    fields = _channel_fields(settings.channel, settings.here, language)
    return [heading, choice, *fields, *_changed(settings.changed_here, language), DividerBlock()]


def _channel_fields(channel: str, here: ChannelPreferences, language: Language) -> list[InputBlock]:
    def choice(action: str, label: Text, choices: Mapping[str, str], chosen: str) -> InputBlock:
        block_id = actions.of_channel(action, channel)
        return field(menu(action, choices, chosen), label, language, block_id=block_id)

    languages = {actions.OWN: words.OWN_LANGUAGE.in_(language)} | _languages(language)
    modes = {mode.value: words.MODES[mode].in_(language) for mode in words.MODES}
    teachers = {who.value: words.TEACHERS[who].in_(language) for who in words.TEACHERS}
    return [
        choice(actions.LISTENING, words.LISTENING, modes, here.listening),
        choice(actions.CHANNEL_LANGUAGE, words.CHANNEL_LANGUAGE, languages, here.language or actions.OWN),
        choice(actions.TEACHERS, words.TEACHERS_LABEL, teachers, here.teachers),
    ]


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
        _choice(actions.LANGUAGE, words.LANGUAGE, _languages(language), workspace.language or Language.EN, language),
        *_changed(settings.changed, language),
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
        max_value=str(_REMINDER_LIMIT),
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


def _languages(language: Language) -> dict[str, str]:
    return {known.value: words.LANGUAGES[known].in_(language) for known in Language}


def _changed(change: Change | None, language: Language) -> list[Block]:
    """Small print about who changed what stands above; a name in a modal calls nobody."""
    if change is None:
        return []
    who = f"<@{slack_text.mrkdwn(change.by)}>"
    return [context([words.CHANGED.in_(language).format(who=who, when=when(change.at_us))])]
