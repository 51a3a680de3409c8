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
from bot.playground.objects import Json, View
from bot.playground.rendering import channel_for_page, message_for_page, view_for_bot
from bot.playground.state import Workspace

__all__ = ["Stream"]

_KEEP_ALIVE_S = 15.0  # a comment now and then shows a dead connection


class Stream:
    """Everybody who watches, each with the queue of what they have not seen yet."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._watchers: dict[asyncio.Queue[Json | None], str] = {}
        workspace.listen(self._pass_on)

    def close(self) -> None:
        """End every stream."""
        for queue in self._watchers:
            queue.put_nowait(None)

    async def watch(self, user: str) -> AsyncIterator[str]:
        """What `user` sees change, as `data:` lines, until the stream is closed."""
        queue: asyncio.Queue[Json | None] = asyncio.Queue()
        self._watchers[queue] = user
        try:
            yield "retry: 1000\n\n: watching\n\n"
            while True:
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
    match change:
        case MessagePosted(message) if _in(workspace, message.channel, user):
            return {"type": "message", "message": message_for_page(workspace, message)}
        case MessageChanged(message) if _in(workspace, message.channel, user):
            return {"type": "message_changed", "message": message_for_page(workspace, message)}
        case MessageDeleted(previous) if _in(workspace, previous.channel, user):
            return {"type": "message_deleted", "channel": previous.channel, "ts": previous.ts}
        case ReactionChanged(message) if _in(workspace, message.channel, user):
            shown = [reaction.as_json() for reaction in message.reactions]
            return {"type": "reactions", "channel": message.channel, "ts": message.ts, "reactions": shown}
        case MemberJoined(channel) if _in(workspace, channel.id, user):
            return {"type": "channel", "channel": channel_for_page(workspace, channel)}
        case EphemeralShown(message) if message.ephemeral_for == user:
            return {"type": "ephemeral", "message": message_for_page(workspace, message)}
        case EphemeralReplaced(channel, ts, owner, replacement) if owner == user:
            shown_now = message_for_page(workspace, replacement) if replacement is not None else None
            return {"type": "ephemeral_replaced", "channel": channel, "ts": ts, "message": shown_now}
        case ViewOpened(view) | ViewUpdated(view) | ViewClosed(view) | HomePublished(view) if view.user == user:
            return _view_event(change, view, workspace)
        case Delivered(delivery_id, event, status, attempt, elapsed_s):
            timing = {"id": delivery_id, "elapsed_ms": round(elapsed_s * 1000)}
            return {"type": "delivery", "event": event, "status": status, "attempt": attempt, **timing}
        case WorkspaceReset():
            return {"type": "reset"}
    return None


def _in(workspace: Workspace, channel_id: str, user: str) -> bool:
    return workspace.channels[channel_id].has(user)


def _view_event(change: Change, view: View, workspace: Workspace) -> Json:
    described = view_for_bot(workspace, view)
    match change:
        case ViewOpened():
            return {"type": "view_opened", "view": described, "root_id": view.root_id}
        case ViewUpdated():
            return {"type": "view_updated", "view": described}
        case HomePublished():
            return {"type": "home", "view": described}
    return {"type": "view_closed", "view_id": view.id}
