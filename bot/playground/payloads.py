"""What Slack sends when somebody runs a command, uses a shortcut, clicks or submits.

Source: https://docs.slack.dev/reference/interaction-payloads and
https://docs.slack.dev/interactivity/implementing-slash-commands
"""

from __future__ import annotations

import time

from bot.playground.manifest import Command
from bot.playground.objects import Channel, Json, Message, View
from bot.playground.people import User
from bot.playground.rendering import message_for_bot, view_for_bot
from bot.playground.services import Services

__all__ = ["block_actions", "block_suggestion", "message_action", "slash_command", "view_closed", "view_submission"]

_TOKEN = "playground-verification-token"  # noqa: S105 - Slack's deprecated field; nobody checks it
_DIRECT_MESSAGE = "directmessage"  # Slack's channel_name for every direct message


def slash_command(services: Services, *, user: User, channel: Channel, command: Command, text: str) -> dict[str, str]:
    """The form fields of a slash command."""
    return {
        "token": _TOKEN,
        "team_id": services.workspace.team.id,
        "team_domain": services.workspace.team.domain,
        "channel_id": channel.id,
        "channel_name": _channel_name(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": command.command,
        "text": text,
        "api_app_id": services.workspace.bot.app_id,
        "is_enterprise_install": "false",
        "response_url": services.response_urls.issue(user=user.id, channel=channel.id),
        "trigger_id": services.triggers.issue(user.id),
    }


def message_action(services: Services, *, user: User, channel: Channel, message: Message, callback_id: str) -> Json:
    """The payload of a message shortcut."""
    return _common(services, "message_action", user) | {
        "callback_id": callback_id,
        "action_ts": _now(),
        "trigger_id": services.triggers.issue(user.id),
        "response_url": services.response_urls.issue(user=user.id, channel=channel.id, thread_ts=message.thread_ts),
        "message_ts": message.ts,
        "channel": {"id": channel.id, "name": _channel_name(channel)},
        "message": message_for_bot(services.workspace, message),
    }


def block_actions(services: Services, *, user: User, shown: Message | View, action: Json, values: Json) -> Json:
    """The payload of a click or a choice in a message or a view."""
    payload = _common(services, "block_actions", user) | {"actions": [action | {"action_ts": _now()}]}
    if isinstance(shown, View):
        return payload | {
            "container": {"type": "view", "view_id": shown.id},
            "trigger_id": services.triggers.issue(user.id, view_id=shown.id),
            "view": view_for_bot(services.workspace, shown, values),
        }
    return payload | _in_message(services, user, shown) | {"state": {"values": values}}


def block_suggestion(services: Services, *, user: User, shown: Message | View, menu: Json) -> Json:
    """The payload that asks for the options of a menu; `menu` names it and says what was typed."""
    payload = _common(services, "block_suggestion", user) | menu
    if isinstance(shown, View):
        held = services.inputs.values(shown.id, shown.blocks)
        container = {"type": "view", "view_id": shown.id}
        return payload | {"container": container, "view": view_for_bot(services.workspace, shown, held)}
    return payload | _place(services, shown)


def view_submission(services: Services, *, user: User, view: View, values: Json) -> Json:
    """The payload of a submitted modal."""
    return _common(services, "view_submission", user) | {
        "trigger_id": services.triggers.issue(user.id, view_id=view.id),
        "view": view_for_bot(services.workspace, view, values),
        "response_urls": [],
    }


def view_closed(services: Services, *, user: User, view: View, values: Json, is_cleared: bool) -> Json:
    """The payload of a modal that was closed without submitting."""
    return _common(services, "view_closed", user) | {
        "view": view_for_bot(services.workspace, view, values),
        "is_cleared": is_cleared,
    }


def _common(services: Services, kind: str, user: User) -> Json:
    team = services.workspace.team
    return {
        "type": kind,
        "token": _TOKEN,
        "team": {"id": team.id, "domain": team.domain},
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": team.id},
        "api_app_id": services.workspace.bot.app_id,
        "is_enterprise_install": False,
        "enterprise": None,
    }


def _in_message(services: Services, user: User, message: Message) -> Json:
    """Where a click in a message happened, and what it entitles to."""
    place = _place(services, message)
    url = services.response_urls.issue(
        user=user.id, channel=message.channel, original_ts=message.ts, thread_ts=message.thread_ts
    )
    return place | {"trigger_id": services.triggers.issue(user.id), "response_url": url}


def _place(services: Services, message: Message) -> Json:
    """Where a message stands, and the message; of an ephemeral one Slack sends no copy."""
    channel = services.workspace.channels[message.channel]
    ephemeral = message.ephemeral_for is not None
    container = {"type": "message", "message_ts": message.ts, "channel_id": channel.id, "is_ephemeral": ephemeral}
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    place: Json = {"container": container, "channel": {"id": channel.id, "name": _channel_name(channel)}}
    return place if ephemeral else place | {"message": message_for_bot(services.workspace, message)}


def _channel_name(channel: Channel) -> str:
    return _DIRECT_MESSAGE if channel.is_im else channel.name


def _now() -> str:
    return f"{time.time():.6f}"
