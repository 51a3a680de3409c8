"""The modal in which somebody says in their own words why an answer did not help."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Self

from slack_sdk.models.blocks import InputBlock, PlainTextInputElement, PlainTextObject
from slack_sdk.models.views import View

from bot.views.feedback import words
from bot.views.feedback.actions import OWN_WORDS
from knowledge.feedback import WORDS_LIMIT
from knowledge.model import Language

__all__ = ["Asked", "fault_of", "own_words_modal"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the modal was opened from: all that its submission needs to know."""

    channel: str
    card_ts: str
    entry_id: str
    language: Language
    response_url: str
    """Where the question that led to it can be replaced."""

    @classmethod
    def of(cls, metadata: str) -> Self:
        """What `metadata`, a modal's private metadata, says."""
        fields = json.loads(metadata)
        return cls(**fields | {"language": Language(fields["language"])})

    @property
    def metadata(self) -> str:
        """What the modal carries."""
        return json.dumps(asdict(self))


def own_words_modal(asked: Asked) -> View:
    """A field for a person's own words."""
    language = asked.language
    hint = words.OWN_WORDS_HINT.in_(language).format(limit=WORDS_LIMIT)
    field = InputBlock(
        block_id=OWN_WORDS,
        label=PlainTextObject(text=words.OWN_WORDS_LABEL.in_(language)),
        hint=PlainTextObject(text=hint),
        element=PlainTextInputElement(action_id=OWN_WORDS, multiline=True, max_length=WORDS_LIMIT),
    )
    return View(
        type="modal",
        callback_id=OWN_WORDS,
        title=words.OWN_WORDS_TITLE.in_(language),
        submit=words.SEND.in_(language),
        close=words.CANCEL.in_(language),
        private_metadata=asked.metadata,
        blocks=[field],
    )


def fault_of(written: str, language: Language) -> str | None:
    """What is wrong with what somebody wrote; None if nothing is."""
    if not written:
        return words.NO_WORDS.in_(language)
    if len(written) > WORDS_LIMIT:
        return words.TOO_MANY_WORDS.in_(language).format(count=len(written), limit=WORDS_LIMIT)
    return None
