"""Whom a message calls: people by name, by their user group, or everybody in the channel.

Slack looks at what is shown: the blocks where there are any, else the text. Only members of the channel hear of it.

Source: https://docs.slack.dev/messaging/formatting-message-text#mentioning-users
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.playground.objects import Message
from bot.playground.state import Workspace

__all__ = ["pinged"]

_MENTION = re.compile(r"<(?:@(?P<user>[UW]\w+)|!subteam\^(?P<group>S\w+)|!(?P<all>here|channel|everyone))\b")
_RICH = {"user": "user_id", "usergroup": "usergroup_id"}


def pinged(workspace: Workspace, message: Message) -> frozenset[str]:
    """The ids of those whom `message` calls; never its author, and nobody where only one person sees it."""
    if message.ephemeral_for:
        return frozenset()
    channel = workspace.channels[message.channel]
    called = {user for mention in _mentions(message) for user in _behind(workspace, mention, everybody=channel.members)}
    people = {person.id for person in workspace.people()}
    return frozenset(called & people & channel.members - {message.user})


def _mentions(message: Message) -> Iterator[str]:
    """User ids, group ids, and `*` for everybody."""
    if message.blocks:
        yield from _in_blocks(list(message.blocks))
    else:
        yield from _in_text(message.text)


def _in_text(text: str) -> Iterator[str]:
    for found in _MENTION.finditer(text):
        yield found["user"] or found["group"] or "*"


def _in_blocks(value: Any) -> Iterator[str]:
    """Mentions in mrkdwn texts and in rich text; `plain_text` mentions nobody."""
    if isinstance(value, list):
        for item in value:
            yield from _in_blocks(item)
    elif isinstance(value, dict):
        kind = value.get("type")
        if kind == "mrkdwn":
            yield from _in_text(value["text"])
        elif kind == "broadcast":
            yield "*"
        elif kind in _RICH and isinstance(value.get(_RICH[kind]), str):
            yield value[_RICH[kind]]
        else:
            yield from _in_blocks(list(value.values()))


def _behind(workspace: Workspace, mention: str, *, everybody: frozenset[str]) -> frozenset[str]:
    if mention == "*":
        return everybody
    group = workspace.groups.get(mention)
    if group is None:
        return frozenset({mention})
    return frozenset() if group.is_disabled else frozenset(group.users)
