"""Server-sent events: what the page must draw anew, as it happens.

Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from bot.playground.changes import (
    Change,
    Delivered,
    EphemeralReplaced,
    EphemeralShown,
    HomePublished,
    MemberJoined,
    MessageChanged,
    MessageDeleted,
    MessagePosted,
    ReactionChanged,
    ViewClosed,
    ViewOpened,
    ViewUpdated,
    WorkspaceReset,
)
from bot.playground.objects import Json
from bot.playground.rendering import channel_for_page, delivery_for_page, message_for_page, view_for_bot
from bot.playground.state import Workspace

__all__ = ["Stream"]

_VIEW_EVENTS: dict[type, str] = {ViewOpened: "view_opened", ViewUpdated: "view_updated", HomePublished: "home"}
_KEEP_ALIVE_S = 15.0  # a comment now and then shows a dead connection


class Stream:
    """Everybody who watches, each with the queue of what they have not seen yet."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._watchers: dict[asyncio.Queue[Json | None], str] = {}
        self._is_closed = False
        workspace.listen(self._pass_on)

    def close(self) -> None:
        """End every stream, and those that begin later at once."""
        self._is_closed = True
        for queue in self._watchers:
            queue.put_nowait(None)

    async def watch(self, user: str) -> AsyncIterator[str]:
        """What `user` sees change, as `data:` lines, until the stream is closed."""
        queue: asyncio.Queue[Json | None] = asyncio.Queue()
        self._watchers[queue] = user
        try:
            yield "retry: 1000\n\n: watching\n\n"
            while not self._is_closed or not queue.empty():
                try:
                    event = await asyncio.wait_for(queue.get(), _KEEP_ALIVE_S)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if event is None:
                    return
                yield f"data: {json.dumps(event)}\n\n"
        finally:
            del self._watchers[queue]

    def _pass_on(self, change: Change) -> None:
        for queue, user in self._watchers.items():
            event = seen_by(user, change, self._workspace)
            if event is not None:
                queue.put_nowait(event)


def seen_by(user: str, change: Change, workspace: Workspace) -> Json | None:
    """The page's event about `change`, if `user` may see it."""
    shared = _in_channel(change, workspace)
    if shared is not None:
        channel_id, event = shared
        return event if workspace.channels[channel_id].has(user) else None
    private = _for_one(change, workspace)
    if private is not None:
        owner, event = private
        return event if owner == user else None
    return _for_all(change)


def _in_channel(change: Change, workspace: Workspace) -> tuple[str, Json] | None:
    """What every member of a channel sees: its id, and the event."""
    match change:
        case MessagePosted(message):
            return message.channel, {"type": "message", "message": message_for_page(workspace, message)}
        case MessageChanged(message):
            return message.channel, {"type": "message_changed", "message": message_for_page(workspace, message)}
        case MessageDeleted(previous):
            return previous.channel, {"type": "message_deleted", "channel": previous.channel, "ts": previous.ts}
        case ReactionChanged(message):
            where: Json = {"channel": message.channel, "ts": message.ts}
            shown = [reaction.as_json() for reaction in message.reactions]
            return message.channel, {"type": "reactions", **where, "reactions": shown}
        case MemberJoined(channel):
            return channel.id, {"type": "channel", "channel": channel_for_page(workspace, channel)}
    return None


def _for_one(change: Change, workspace: Workspace) -> tuple[str, Json] | None:
    """What only one person sees: who, and the event."""
    match change:
        case EphemeralShown(message):
            return message.ephemeral_for or "", {"type": "ephemeral", "message": message_for_page(workspace, message)}
        case EphemeralReplaced(channel, ts, owner, replacement):
            shown = message_for_page(workspace, replacement) if replacement is not None else None
            return owner, {"type": "ephemeral_replaced", "channel": channel, "ts": ts, "message": shown}
        case ViewOpened(view) | ViewUpdated(view) | HomePublished(view):
            root = {"root_id": view.root_id} if isinstance(change, ViewOpened) else {}
            return view.user, {"type": _VIEW_EVENTS[type(change)], "view": view_for_bot(workspace, view), **root}
        case ViewClosed(view):
            return view.user, {"type": "view_closed", "view_id": view.id}
    return None


def _for_all(change: Change) -> Json | None:
    """What everybody sees, wherever they are."""
    match change:
        case Delivered():
            return {"type": "delivery"} | delivery_for_page(change)
        case WorkspaceReset():
            return {"type": "reset"}
    return None
