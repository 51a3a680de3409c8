"""Changes of the workspace -> events of the Events API, as far as the bot has subscribed to and may see them.

Source: https://docs.slack.dev/reference/events
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from bot.playground.changes import (
    Change,
    FileShared,
    HomeOpened,
    MemberJoined,
    MessageChanged,
    MessageDeleted,
    MessagePosted,
    ReactionChanged,
)
from bot.playground.identifiers import new_id
from bot.playground.objects import SLACKBOT, Channel, Json, Message
from bot.playground.rendering import message_for_bot, view_for_bot
from bot.playground.state import Workspace

__all__ = ["Event", "envelope", "events_about"]


@dataclass(frozen=True, slots=True)
class Event:
    """One event, and the name under which an app subscribes to it."""

    subscription: str
    body: Json


def events_about(change: Change, workspace: Workspace) -> Iterator[Event]:
    """What Slack tells an app about `change` in the channels it is a member of."""
    match change:
        case MessagePosted(message):
            yield from _posted(message, workspace)
        case MessageChanged(message, previous, event_ts):
            yield from _changed(message, previous, event_ts, workspace)
        case MessageDeleted(previous, event_ts):
            body = {"previous_message": message_for_bot(workspace, previous), "deleted_ts": previous.ts}
            yield from _message_event(previous.channel, "message_deleted", event_ts, body, workspace)
        case ReactionChanged():
            yield from _reaction(change, workspace)
        case FileShared(file, channel, event_ts) if _visible(channel, workspace):
            body = {"file_id": file.id, "user_id": file.user, "file": {"id": file.id}, "channel_id": channel}
            yield Event("file_shared", {"type": "file_shared", **body, "event_ts": event_ts})
        case MemberJoined(channel, user, inviter, event_ts) if _visible(channel.id, workspace):
            yield Event("member_joined_channel", _member_joined(channel, user, inviter, event_ts, workspace))
        case HomeOpened(user, channel, tab, view, event_ts):
            body = {"type": "app_home_opened", "user": user, "channel": channel, "tab": tab, "event_ts": event_ts}
            shown = {"view": view_for_bot(workspace, view)} if view is not None else {}
            yield Event("app_home_opened", body | shown)


def envelope(event: Json, workspace: Workspace, event_id: str) -> Json:
    """The body of an Events API request about `event`."""
    return {
        "token": "playground-verification-token",
        "team_id": workspace.team.id,
        "context_team_id": workspace.team.id,
        "context_enterprise_id": None,
        "api_app_id": workspace.bot.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(time.time()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.team.id,
                "user_id": workspace.bot.user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{new_id('')}",
    }


def _visible(channel_id: str, workspace: Workspace) -> bool:
    channel = workspace.channels.get(channel_id)
    return channel is not None and channel.has(workspace.bot.user_id)


def _channel_type(channel: Channel) -> str:
    return "im" if channel.is_im else "channel"


def _posted(message: Message, workspace: Workspace) -> Iterator[Event]:
    """`message`, and `app_mention` beside it where somebody else calls the bot."""
    if not _visible(message.channel, workspace):
        return
    channel = workspace.channels[message.channel]
    described = message_for_bot(workspace, message) | {"channel": message.channel, "event_ts": message.ts}
    kind = _channel_type(channel)
    yield Event(f"message.{'im' if channel.is_im else 'channels'}", described | {"channel_type": kind})
    if _mentions_bot(message, workspace):
        yield from _app_mention(described, channel)


def _app_mention(described: Json, channel: Channel) -> Iterator[Event]:
    """Slack sends none in direct messages, and another one when a message with a mention is edited."""
    if not channel.is_im:
        yield Event("app_mention", described | {"type": "app_mention"})


def _changed(message: Message, previous: Message, event_ts: str, workspace: Workspace) -> Iterator[Event]:
    body = {
        "message": message_for_bot(workspace, message),
        "previous_message": message_for_bot(workspace, previous),
    }
    yield from _message_event(message.channel, "message_changed", event_ts, body, workspace)
    channel = workspace.channels[message.channel]
    if message.edited_ts and _mentions_bot(message, workspace) and channel.has(workspace.bot.user_id):
        described = message_for_bot(workspace, message) | {"channel": message.channel, "event_ts": event_ts}
        yield from _app_mention(described, channel)


def _message_event(channel_id: str, subtype: str, event_ts: str, body: Json, workspace: Workspace) -> Iterator[Event]:
    if not _visible(channel_id, workspace):
        return
    channel = workspace.channels[channel_id]
    event = {"type": "message", "subtype": subtype, **body, "channel": channel_id, "hidden": True}
    event |= {"ts": event_ts, "event_ts": event_ts, "channel_type": _channel_type(channel)}
    yield Event(f"message.{'im' if channel.is_im else 'channels'}", event)


def _mentions_bot(message: Message, workspace: Workspace) -> bool:
    by_somebody_else = message.bot is None and message.user != SLACKBOT and message.subtype != "channel_join"
    return by_somebody_else and f"<@{workspace.bot.user_id}>" in message.text


def _reaction(change: ReactionChanged, workspace: Workspace) -> Iterator[Event]:
    message = change.message
    if not _visible(message.channel, workspace):
        return
    kind = "reaction_added" if change.added else "reaction_removed"
    yield Event(
        kind,
        {
            "type": kind,
            "user": change.user,
            "reaction": change.name,
            "item": {"type": "message", "channel": message.channel, "ts": message.ts},
            "item_user": message.user,
            "event_ts": change.event_ts,
        },
    )


def _member_joined(channel: Channel, user: str, inviter: str | None, event_ts: str, workspace: Workspace) -> Json:
    event: Json = {
        "type": "member_joined_channel",
        "user": user,
        "channel": channel.id,
        "channel_type": "C",
        "team": workspace.team.id,
        "event_ts": event_ts,
    }
    return event | ({"inviter": inviter} if inviter else {})
