"""What can change in the workspace: one small object each, told to everybody who listens.

The event deliverer turns changes into Events API requests for the bot (`events.py`), the stream turns them into what
the page draws (`stream.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bot.playground.file_object import SharedFile
from bot.playground.objects import Channel, Message, View

__all__ = [
    "Change",
    "Delivered",
    "EphemeralReplaced",
    "EphemeralShown",
    "FileShared",
    "HomeOpened",
    "HomePublished",
    "MemberJoined",
    "MessageChanged",
    "MessageDeleted",
    "MessagePosted",
    "ReactionChanged",
    "ViewClosed",
    "ViewOpened",
    "ViewUpdated",
    "WorkspaceReset",
]


@dataclass(frozen=True, slots=True)
class MessagePosted:
    """Somebody, or the app, said something that everybody in the channel sees."""

    message: Message


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """An edit, an update by the app, or a parent that became a tombstone."""

    message: Message
    previous: Message
    event_ts: str


@dataclass(frozen=True, slots=True)
class MessageDeleted:
    """A message is gone without a trace."""

    previous: Message
    event_ts: str


@dataclass(frozen=True, slots=True)
class ReactionChanged:
    """`user` put the reaction `name` under `message`, or took it back."""

    message: Message
    user: str
    name: str
    added: bool
    event_ts: str


@dataclass(frozen=True, slots=True)
class FileShared:
    """A file was uploaded into a channel; the message that holds it follows."""

    file: SharedFile
    channel: str
    event_ts: str


@dataclass(frozen=True, slots=True)
class MemberJoined:
    """`user` is in `channel` from now on."""

    channel: Channel
    user: str
    inviter: str | None
    event_ts: str


@dataclass(frozen=True, slots=True)
class EphemeralShown:
    """One person got a message that nobody else sees."""

    message: Message


@dataclass(frozen=True, slots=True)
class EphemeralReplaced:
    """An ephemeral message changed through its response URL; without `message` it is gone."""

    channel: str
    ts: str
    user: str
    message: Message | None


@dataclass(frozen=True, slots=True)
class ViewOpened:
    """A modal was opened, or pushed on the one below it."""

    view: View


@dataclass(frozen=True, slots=True)
class ViewUpdated:
    """A modal shows something else."""

    view: View


@dataclass(frozen=True, slots=True)
class ViewClosed:
    """A modal is gone."""

    view: View


@dataclass(frozen=True, slots=True)
class HomePublished:
    """The app set what one person sees in its home."""

    view: View


@dataclass(frozen=True, slots=True)
class HomeOpened:
    """`user` looks at a tab (`home` or `messages`) of the app."""

    user: str
    channel: str
    tab: str
    view: View | None
    event_ts: str


@dataclass(frozen=True, slots=True)
class Delivered:
    """One attempt to send something to the bot, and how it ended."""

    delivery_id: str
    """The event's id, or what Slack would call the payload."""
    event: str
    """What was sent: `message`, `app_mention`, `block_actions`, `/smtp`, …"""
    status: str
    """The HTTP status, or `http_timeout` or `connection_failed`."""
    attempt: int
    """From 1."""
    elapsed_s: float
    at: float
    """When it ended, in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class WorkspaceReset:
    """Everything is as on the first day."""


Change: TypeAlias = (
    MessagePosted
    | MessageChanged
    | MessageDeleted
    | ReactionChanged
    | FileShared
    | MemberJoined
    | EphemeralShown
    | EphemeralReplaced
    | ViewOpened
    | ViewUpdated
    | ViewClosed
    | HomePublished
    | HomeOpened
    | Delivered
    | WorkspaceReset
)
