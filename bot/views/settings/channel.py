"""The part of the settings that holds for one channel."""

from __future__ import annotations

from collections.abc import Mapping

from slack_sdk.models.blocks import Block, DividerBlock, HeaderBlock, InputBlock, PlainTextObject

from bot.views.settings import actions, words
from bot.views.settings.contents import Settings
from bot.views.settings.inputs import changed, channel_menu, field, languages, menu
from knowledge.model import Language, Text
from knowledge.preferences import ChannelPreferences

__all__ = ["channel_part"]


def channel_part(settings: Settings, language: Language) -> list[Block]:
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
    return [heading, choice, *fields, *changed(settings.changed_here, language), DividerBlock()]


def _channel_fields(channel: str, here: ChannelPreferences, language: Language) -> list[InputBlock]:
    def choice(action: str, label: Text, choices: Mapping[str, str], chosen: str) -> InputBlock:
        block_id = actions.of_channel(action, channel)
        return field(menu(action, choices, chosen), label, language, block_id=block_id)

    spoken = {actions.OWN: words.OWN_LANGUAGE.in_(language)} | languages(language)
    modes = {mode.value: words.MODES[mode].in_(language) for mode in words.MODES}
    teachers = {who.value: words.TEACHERS[who].in_(language) for who in words.TEACHERS}
    return [
        choice(actions.LISTENING, words.LISTENING, modes, here.listening),
        choice(actions.CHANNEL_LANGUAGE, words.CHANNEL_LANGUAGE, spoken, here.language or actions.OWN),
        choice(actions.TEACHERS, words.TEACHERS_LABEL, teachers, here.teachers),
    ]
