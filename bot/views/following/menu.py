"""The menu of a card, and what a card without workarounds offers in its place."""

from __future__ import annotations

from slack_sdk.models.blocks import ButtonElement, Option, OverflowMenuElement, PlainTextObject

from bot.views.following import actions, words
from bot.views.message import button
from bot.views.teaching.words import TEACH
from knowledge.model import Language

__all__ = ["human_button", "thread_menu"]

_CHOICES = {
    actions.STILL_BROKEN: words.STILL_BROKEN,
    actions.HUMAN: words.NEED_HUMAN,
    actions.RESOLVED: words.RESOLVED,
    actions.TEACH: TEACH,
}


def thread_menu(language: Language) -> OverflowMenuElement:
    """What one can say about the error beside votes."""
    options = [Option(value=value, text=PlainTextObject(text=text.in_(language))) for value, text in _CHOICES.items()]
    return OverflowMenuElement(action_id=actions.MENU, options=options)


def human_button(language: Language) -> ButtonElement:
    """What there is left for an error that nobody knows."""
    return button(words.NEED_HUMAN.in_(language), action=actions.HUMAN, value=actions.HERE)
