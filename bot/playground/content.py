"""What a message of the app consists of: its text, its checked blocks, its attachments.

Source: https://docs.slack.dev/reference/methods/chat.postMessage
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.playground.arguments import Arguments
from bot.playground.block_kit.blocks import checked_blocks
from bot.playground.objects import Json, Message
from bot.playground.refusals import ApiRefusal
from bot.playground.slack_files import image_faults
from bot.playground.state import Workspace

__all__ = ["TEXT_LIMIT", "Content", "message_by_app", "read_blocks", "read_content"]

TEXT_LIMIT = 40_000
"""Characters; Slack cuts what is longer and says so."""

_MOST_ATTACHMENTS = 100


@dataclass(frozen=True, slots=True)
class Content:
    """Text, blocks and attachments of a message, ready to be posted."""

    text: str
    blocks: tuple[Json, ...]
    attachments: tuple[Json, ...] = ()
    truncated: bool = False


def read_content(workspace: Workspace, arguments: Arguments) -> Content:
    """The content in `arguments`.

    Raises:
        ApiRefusal: `no_text`, `invalid_attachments`, `too_many_attachments`, or what is wrong with the blocks.
    """
    blocks, attachments = read_blocks(workspace, arguments), _read_attachments(workspace, arguments)
    text = arguments.text("text")
    if not text.strip() and not blocks and not attachments:
        raise ApiRefusal("no_text")
    return Content(text[:TEXT_LIMIT], blocks, attachments, truncated=len(text) > TEXT_LIMIT)


def message_by_app(workspace: Workspace, channel_id: str, content: Content) -> Message:
    """A new message of the app in a channel, not posted yet."""
    return Message(
        channel=channel_id,
        ts=workspace.next_ts(),
        user=workspace.bot.user_id,
        text=content.text,
        blocks=content.blocks,
        attachments=content.attachments,
        bot=workspace.bot,
    )


def read_blocks(workspace: Workspace, arguments: Arguments) -> tuple[Json, ...]:
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
    checked = checked_blocks(blocks, surface="message")
    faults = image_faults(workspace, checked)
    if faults:
        raise ApiRefusal("invalid_blocks", messages=faults)
    return checked


def _read_attachments(workspace: Workspace, arguments: Arguments) -> tuple[Json, ...]:
    """Slack's older way to add to a message; blocks inside one are checked like others."""
    try:
        attachments = arguments.structure("attachments")
    except ValueError:
        raise ApiRefusal("invalid_attachments") from None
    if attachments is None:
        return ()
    if not isinstance(attachments, list) or not all(isinstance(attachment, dict) for attachment in attachments):
        raise ApiRefusal("invalid_attachments")
    if len(attachments) > _MOST_ATTACHMENTS:
        raise ApiRefusal("too_many_attachments")
    return tuple(
        attachment | ({"blocks": list(read_blocks(workspace, Arguments(attachment)))} if "blocks" in attachment else {})
        for attachment in attachments
    )
