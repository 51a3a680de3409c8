"""What a message of the app consists of: its text and its checked blocks.

Source: https://docs.slack.dev/reference/methods/chat.postMessage
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.playground.arguments import Arguments
from bot.playground.blocks import checked_blocks
from bot.playground.objects import Json
from bot.playground.refusals import ApiRefusal

__all__ = ["TEXT_LIMIT", "Content", "read_blocks", "read_content"]

TEXT_LIMIT = 40_000
"""Characters; Slack cuts what is longer and says so."""


@dataclass(frozen=True, slots=True)
class Content:
    """Text and blocks of a message, ready to be posted."""

    text: str
    blocks: tuple[Json, ...]
    truncated: bool = False


def read_content(arguments: Arguments) -> Content:
    """The content in `arguments`.

    Raises:
        ApiRefusal: `no_text`, `invalid_blocks`, `invalid_blocks_format`, `msg_blocks_too_long`.
    """
    blocks = read_blocks(arguments)
    text = arguments.text("text")
    if not text.strip() and not blocks and not arguments.structure("attachments"):
        raise ApiRefusal("no_text")
    return Content(text[:TEXT_LIMIT], blocks, truncated=len(text) > TEXT_LIMIT)


def read_blocks(arguments: Arguments) -> tuple[Json, ...]:
    """The checked blocks in `arguments`; none where there are none.

    Raises:
        ApiRefusal: `invalid_blocks`, `invalid_blocks_format`, `msg_blocks_too_long`.
    """
    try:
        blocks = arguments.structure("blocks")
    except ValueError:
        raise ApiRefusal("invalid_blocks_format") from None
    if blocks is None:
        return ()
    if not isinstance(blocks, list):
        raise ApiRefusal("invalid_blocks_format")
    return checked_blocks(blocks, surface="message")
