"""Workspace objects -> the JSON that Slack shows of them, to the bot and (with a little more) to the page."""

from __future__ import annotations

from bot.playground.changes import Delivered
from bot.playground.input_state import initial_values
from bot.playground.objects import Bot, Channel, Json, Message, Team, View
from bot.playground.people import User, UserGroup
from bot.playground.pings import pinged
from bot.playground.state import Workspace

__all__ = [
    "channel_for_bot",
    "channel_for_page",
    "delivery_for_page",
    "group_for_page",
    "message_for_bot",
    "message_for_page",
    "user_for_page",
    "view_for_bot",
]

_CREATED = 1_700_000_000  # seconds since 1970; channels are as old as the workspace


def message_for_bot(workspace: Workspace, message: Message) -> Json:
    """The message object of `conversations.replies`, of payloads and (with `channel` added) of events."""
    described: Json = {"type": "message", "user": message.user, "text": message.text, "ts": message.ts}
    described |= _kind(workspace, message)
    if message.blocks:
        described["blocks"] = list(message.blocks)
    if message.attachments:
        described["attachments"] = list(message.attachments)
    if message.files:
        described |= {"files": [file.as_json() for file in message.files], "upload": False, "display_as_bot": False}
    if message.edited_ts:
        described["edited"] = {"user": message.edited_by, "ts": message.edited_ts}
    if message.reactions:
        described["reactions"] = [reaction.as_json() for reaction in message.reactions]
    if message.metadata is not None:
        described["metadata"] = dict(message.metadata)
    return described | _thread(workspace, message)


def message_for_page(workspace: Workspace, message: Message) -> Json:
    """The same, with what only the page needs: where it is, whom it calls, who alone sees it, whether it is gone."""
    described = message_for_bot(workspace, message) | {
        "channel": message.channel,
        "reactions": [reaction.as_json() for reaction in message.reactions],
        "pings": sorted(pinged(workspace, message)),
    }
    if message.ephemeral_for:
        described |= {"is_ephemeral": True, "ephemeral_for": message.ephemeral_for}
    if message.is_deleted:
        described["deleted"] = True
    return described


def user_for_page(user: User) -> Json:
    """A user as the page lists it."""
    return {name: getattr(user, name) for name in ("id", "name", "real_name", "color", "locale", "is_bot")}


def group_for_page(group: UserGroup) -> Json:
    """A user group as the page names it; nobody is in a disabled one."""
    return {"id": group.id, "handle": group.handle, "users": [] if group.is_disabled else list(group.users)}


def channel_for_page(workspace: Workspace, channel: Channel) -> Json:
    """A channel as the page lists it; a direct message bears the bot's name."""
    return {
        "id": channel.id,
        "name": workspace.bot.name if channel.is_im else channel.name,
        "is_im": channel.is_im,
        "is_member": channel.has(workspace.bot.user_id),
        "topic": channel.topic,
    }


def channel_for_bot(workspace: Workspace, channel: Channel) -> Json:
    """The channel object of `conversations.info`."""
    described: Json = {"id": channel.id, "created": _CREATED, "is_im": channel.is_im, "is_archived": False}
    if channel.is_im:
        return described | {"user": channel.with_user, "is_user_deleted": False, "is_open": True}
    return described | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": True,
        "is_group": False,
        "is_mpim": False,
        "is_private": False,
        "is_general": False,
        "is_shared": False,
        "is_member": channel.has(workspace.bot.user_id),
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "num_members": len(channel.members),
    }


def delivery_for_page(delivered: Delivered) -> Json:
    """A line of the delivery log; times in milliseconds, as JavaScript counts them."""
    return {
        "id": delivered.delivery_id,
        "event": delivered.event,
        "status": delivered.status,
        "attempt": delivered.attempt,
        "elapsed_ms": round(delivered.elapsed_s * 1000),
        "at": round(delivered.at * 1000),
    }


def view_for_bot(workspace: Workspace, view: View, values: Json | None = None) -> Json:
    """The view object of answers and payloads; `values` is what the person has entered so far."""
    definition = view.definition
    described: Json = {
        "id": view.id,
        "team_id": workspace.team.id,
        "type": view.type,
        "blocks": view.blocks,
        "private_metadata": definition.get("private_metadata", ""),
        "callback_id": definition.get("callback_id", ""),
        "external_id": view.external_id,
        "state": {"values": initial_values(view.blocks) if values is None else values},
        "hash": view.hash,
        "clear_on_close": bool(definition.get("clear_on_close", False)),
        "notify_on_close": bool(definition.get("notify_on_close", False)),
        "root_view_id": view.root_id,
        "previous_view_id": view.previous_id,
        "app_id": workspace.bot.app_id,
        "app_installed_team_id": workspace.team.id,
        "bot_id": workspace.bot.bot_id,
    }
    if view.type == "modal":
        described |= {name: definition.get(name) for name in ("title", "submit", "close")}
    return described


def _kind(workspace: Workspace, message: Message) -> Json:
    """What depends on who or what posted it."""
    described: Json = {}
    if message.subtype:
        described["subtype"] = message.subtype
    if message.is_deleted:
        return described | {"hidden": True}
    described["team"] = workspace.team.id
    if message.bot is not None:
        described |= {"bot_id": message.bot.bot_id, "app_id": message.bot.app_id}
        described["bot_profile"] = _bot_profile(workspace.team, message.bot)
    optional = {"username": message.username, "client_msg_id": message.client_msg_id, "inviter": message.inviter}
    return described | {name: value for name, value in optional.items() if value is not None}


def _bot_profile(team: Team, bot: Bot) -> Json:
    return {"id": bot.bot_id, "app_id": bot.app_id, "name": bot.name, "deleted": False, "team_id": team.id}


def _thread(workspace: Workspace, message: Message) -> Json:
    """For a reply, what it belongs to; for a message with replies, how many there are."""
    if message.ephemeral_for or message.is_reply:
        described: Json = {"thread_ts": message.thread_ts} if message.thread_ts else {}
        return described | ({"parent_user_id": message.parent_user} if message.parent_user else {})
    replies = workspace.thread(message.channel, message.ts)[1:]
    if not replies:
        return {"thread_ts": message.thread_ts} if message.thread_ts else {}
    repliers = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(repliers),
        "latest_reply": replies[-1].ts,
        "reply_users": repliers,
        "is_locked": False,
        "subscribed": False,
    }
