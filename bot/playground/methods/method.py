"""What a Web API method is: a function, the scopes it asks for, and how it finds a conversation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bot.playground.arguments import Arguments
from bot.playground.objects import Channel, Json, Message
from bot.playground.refusals import ApiRefusal
from bot.playground.services import Services

__all__ = [
    "Handler",
    "Method",
    "Methods",
    "conversation",
    "joined_conversation",
    "require",
    "target",
    "thread_of",
    "visible_message",
]

_WITHOUT_THREADS = {"channel_join"}

Handler: TypeAlias = Callable[[Services, Arguments], Json]
"""Answers a call with the fields of a successful response, without `ok`."""


@dataclass(frozen=True, slots=True)
class Method:
    """A handler, and the scope that every call of it needs (what depends on the channel is asked for inside)."""

    handler: Handler
    scope: str | None = None


Methods: TypeAlias = Mapping[str, Method]


def require(services: Services, scope: str) -> None:
    """Go on if the manifest grants `scope`.

    Raises:
        ApiRefusal: `missing_scope`, with what is needed and what there is.
    """
    granted = services.manifest.scopes
    if scope not in granted:
        raise ApiRefusal("missing_scope", needed=scope, provided=",".join(sorted(granted)))


def conversation(services: Services, channel: str, *, purpose: str) -> Channel:
    """The channel with that id; `purpose` is the second half of the scope: `read`, `history`.

    Raises:
        ApiRefusal: `channel_not_found`, or `missing_scope` (`channels:…` or `im:…` by the kind of channel).
    """
    found = services.workspace.channels.get(channel)
    if found is None:
        raise ApiRefusal("channel_not_found")
    require(services, f"{'im' if found.is_im else 'channels'}:{purpose}")
    return found


def joined_conversation(services: Services, channel: str, *, purpose: str) -> Channel:
    """The same, where the bot must be a member.

    Raises:
        ApiRefusal: as for `conversation`, and `not_in_channel`.
    """
    found = conversation(services, channel, purpose=purpose)
    if not found.has(services.workspace.bot.user_id):
        raise ApiRefusal("not_in_channel")
    return found


def visible_message(services: Services, channel: str, ts: str) -> Message:
    """The message at `ts` that everybody in the channel sees.

    Raises:
        ApiRefusal: `channel_not_found`, `message_not_found`.
    """
    if channel not in services.workspace.channels:
        raise ApiRefusal("channel_not_found")
    message = services.workspace.message(channel, ts)
    if message is None:
        raise ApiRefusal("message_not_found")
    return message


def target(services: Services, channel: str) -> Channel:
    """Where a message may go: a channel by id or name, or the direct message with a user.

    Raises:
        ApiRefusal: `channel_not_found`.
    """
    workspace = services.workspace
    found = workspace.channels.get(channel) or workspace.direct_message_with(channel)
    found = found or workspace.channel_named(channel)
    if found is None:
        raise ApiRefusal("channel_not_found")
    return found


def thread_of(services: Services, arguments: Arguments, channel: Channel) -> str | None:
    """The root of the thread named in the call; a reply's own ts leads to the root above it.

    Raises:
        ApiRefusal: `thread_not_found`, `cannot_reply_to_message`.
    """
    thread_ts = arguments.text("thread_ts")
    if not thread_ts:
        return None
    parent = services.workspace.message(channel.id, thread_ts)
    if parent is None:
        raise ApiRefusal("thread_not_found")
    if parent.subtype in _WITHOUT_THREADS:
        raise ApiRefusal("cannot_reply_to_message")
    return parent.thread_ts if parent.is_reply else parent.ts
