"""What Postmaster says about itself: a short message with examples to click."""

from __future__ import annotations

from bot.views import words
from bot.views.examples import example_buttons
from bot.views.message import Message, section
from knowledge.model import Language, Text

__all__ = ["hello", "help_text"]


def help_text(language: Language) -> Message:
    """How to use Postmaster."""
    return _with_examples(words.HELP, language)


def hello(language: Language) -> Message:
    """The first words in a channel."""
    return _with_examples(words.HELLO, language)


def _with_examples(sentence: Text, language: Language) -> Message:
    said = sentence.in_(language)
    invitation = words.TRY_ONE.in_(language)
    return Message(text=said, blocks=(section(f"{said}\n{invitation}"), example_buttons(language)))
