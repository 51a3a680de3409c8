"""What Postmaster says about itself."""

from __future__ import annotations

from bot.views import words
from bot.views.message import Message, in_every_language, said
from knowledge.model import Language

__all__ = ["hello", "help_text"]


def help_text(language: Language) -> Message:
    """How to use Postmaster."""
    return said(words.HELP.in_(language))


def hello() -> Message:
    """The first words in a channel, in every language because nobody has spoken yet."""
    return said(in_every_language(words.HELLO))
