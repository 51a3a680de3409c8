"""Where somebody begins to teach, and the button that carries it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from slack_sdk.models.blocks import ButtonElement

from bot.views.message import button
from bot.views.teaching import actions, words
from knowledge.conversation import Conversation, Place
from knowledge.model import Language

__all__ = ["Origin", "origin_in", "origin_of", "origin_value", "teach_about", "teach_button"]

_VALUE_LIMIT = 2_000
"""Characters that a button carries: https://docs.slack.dev/reference/block-kit/block-elements/button-element."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known already of what somebody is going to teach."""

    paste: str = ""
    """The error, redacted."""
    place: Place | None = None
    """The message with the error, or the head of its thread."""
    entry_id: str | None = None
    """The entry that was shown for it."""
    fix: str = ""
    """What somebody said that helps."""


def origin_in(conversation: Conversation) -> Origin:
    """Where somebody begins who teaches something about the error in `conversation`."""
    return Origin(conversation.excerpt, conversation.paste, conversation.entry_id)


def teach_about(conversation: Conversation, language: Language) -> ButtonElement:
    """The button that opens the form with what `conversation` is about."""
    return teach_button(language, origin_value(origin_in(conversation)))


def teach_button(language: Language, origin_value: str) -> ButtonElement:
    """The button that opens the form, for messages, modals and the home; `origin_value` makes its second argument."""
    return button(words.TEACH.in_(language), action=actions.TEACH, value=origin_value)


def origin_value(origin: Origin) -> str:
    """What the button carries, so that nothing needs to be stored before somebody presses it."""
    paste = origin.paste
    while len(value := _value(origin, paste)) > _VALUE_LIMIT and paste:
        paste = paste[: -max(1, (len(value) - _VALUE_LIMIT) // 2)]
    return value


def origin_of(value: str) -> Origin:
    """The origin that a button carries; an empty one if it carries anything else."""
    try:
        parts = json.loads(value)
        place = Place(*map(str, parts["p"])) if parts["p"] else None
        entry_id = str(parts["e"]) if parts["e"] else None
        return Origin(str(parts["x"]), place, entry_id)
    except (ValueError, KeyError, TypeError):
        return Origin()


def _value(origin: Origin, paste: str) -> str:
    parts = {"p": origin.place, "e": origin.entry_id, "x": paste}
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
