"""A modal that says one thing, for where Slack offers no other way to say it."""

from __future__ import annotations

from slack_sdk.models.blocks import PlainTextObject
from slack_sdk.models.views import View

from bot.views.message import section, spoken
from bot.views.words import CLOSE
from knowledge.model import Language, Text

__all__ = ["notice"]


def notice(sentence: Text, language: Language | None) -> View:
    """A modal with `sentence` in `language`, or in every one if that is not known."""
    return View(
        type="modal",
        title=PlainTextObject(text="Postmaster"),
        close=PlainTextObject(text=CLOSE.in_(language or Language.EN)),
        blocks=[section(spoken(sentence, language))],
    )
