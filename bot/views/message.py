"""A message ready for Slack: its blocks, and the text for notifications and screen readers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    BlockElement,
    ButtonElement,
    ContextBlock,
    MarkdownTextObject,
    PlainTextObject,
    SectionBlock,
)

from bot import slack_text
from knowledge.model import Language, Text

__all__ = ["Message", "button", "context", "in_every_language", "said", "section", "short_title", "spoken"]

_BUTTON_LIMIT = 75
"""Characters that Slack takes on a button."""
_TITLE_LIMIT = 200
"""Characters of a title; whoever writes entries writes fewer."""


@dataclass(frozen=True, slots=True)
class Message:
    """Blocks with their top-level text, which holds mrkdwn too."""

    text: str
    blocks: tuple[Block, ...]

    def as_json(self) -> dict[str, Any]:
        """The arguments `text` and `blocks` of Slack's methods.

        Raises:
            SlackObjectFormationError: a block breaks one of Slack's limits.
        """
        return {"text": self.text, "blocks": [block.to_dict() for block in self.blocks]}


def said(sentence: str) -> Message:
    """One paragraph of mrkdwn as a message."""
    return Message(text=sentence, blocks=(section(sentence),))


def spoken(sentence: Text, language: Language | None) -> str:
    """`sentence` in `language`, or in every language if that is not known."""
    return sentence.in_(language) if language else in_every_language(sentence)


def in_every_language(sentence: Text) -> str:
    """`sentence` for somebody whose language is not known."""
    return "\n".join(sentence.in_(language) for language in Language)


def short_title(title: Text, language: Language) -> str:
    """What an entry, or a part of one, is called, as mrkdwn."""
    return slack_text.mrkdwn(title.in_(language), limit=_TITLE_LIMIT)


def section(text: str, *, accessory: BlockElement | None = None, block_id: str | None = None) -> SectionBlock:
    """A paragraph of mrkdwn that Slack shows in full, with `accessory` at its side."""
    return SectionBlock(text=_formatted(text), expand=True, accessory=accessory, block_id=block_id)


def context(lines: Iterable[str]) -> ContextBlock:
    """Small print: each of `lines` is mrkdwn."""
    return ContextBlock(elements=[_formatted("\n".join(lines))])


def button(label: str, *, action: str, value: str, style: str | None = None) -> ButtonElement:
    """A button that sends `value` under the action id `action`."""
    text = PlainTextObject(text=slack_text.shortened(label, _BUTTON_LIMIT), emoji=True)
    return ButtonElement(text=text, action_id=action, value=value, style=style)


def _formatted(text: str) -> MarkdownTextObject:
    """Mrkdwn in which Slack turns nothing into a link or a mention that is not written as one."""
    return MarkdownTextObject(text=text, verbatim=True)
