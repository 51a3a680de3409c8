"""Errors to try Postmaster with."""

from __future__ import annotations

from typing import NamedTuple

from slack_sdk.models.blocks import ActionsBlock

from bot.views import actions
from bot.views.message import button
from knowledge.model import Language, Text

__all__ = ["EXAMPLES", "Example", "example_buttons"]


class Example(NamedTuple):
    """An error, and what its button says."""

    label: Text
    paste: str


EXAMPLES = (
    Example(
        Text(en="535 authentication failed", zh="535 认证失败"),
        "535 5.7.8 Error: authentication failed: authentication failure",
    ),
    Example(
        Text(en="550 no such mailbox", zh="550 邮箱不存在"),
        "550 5.1.1 The email account that you tried to reach does not exist",
    ),
    Example(
        Text(en="554 relay access denied", zh="554 拒绝转发"),
        "554 5.7.1 <user@example.com>: Relay access denied",
    ),
)


def example_buttons(language: Language) -> ActionsBlock:
    """A row of buttons, each of which asks about one of the examples."""
    return ActionsBlock(
        elements=[
            button(
                example.label.in_(language), action=actions.numbered(actions.TRY_EXAMPLE, number), value=example.paste
            )
            for number, example in enumerate(EXAMPLES)
        ]
    )
