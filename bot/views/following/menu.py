"""The menu of a card."""

from __future__ import annotations

from slack_sdk.models.blocks import Option, OverflowMenuElement, PlainTextObject

from bot.views.following import actions, words
from knowledge.model import Language

__all__ = ["thread_menu"]

_CHOICES = {
    actions.STILL_BROKEN: words.STILL_BROKEN,
    actions.HUMAN: words.NEED_HUMAN,
    actions.RESOLVED: words.RESOLVED,
    actions.TEACH: words.TEACH,
}


def thread_menu(language: Language) -> OverflowMenuElement:
    """What one can say about the error beside votes."""
    options = [Option(value=value, text=PlainTextObject(text=text.in_(language))) for value, text in _CHOICES.items()]
    return OverflowMenuElement(action_id=actions.MENU, options=options)
