"""conversations.*: channels, their members, their messages.

Source: https://docs.slack.dev/reference/methods?family=conversations
"""

from __future__ import annotations

from bot.playground.arguments import Arguments
from bot.playground.methods.method import Method, Methods, conversation, joined_conversation
from bot.playground.methods.paging import page_of
from bot.playground.objects import Json, Message
from bot.playground.refusals import ApiRefusal
from bot.playground.rendering import channel_for_bot, message_for_bot
from bot.playground.services import Services

__all__ = ["METHODS"]

_EARLIEST, _LATEST = "0", "9" * 10


def info(services: Services, arguments: Arguments) -> Json:
    """Answer conversations.info."""
    channel = conversation(services, arguments.required("channel"), purpose="read")
    return {"channel": channel_for_bot(services.workspace, channel)}


def members(services: Services, arguments: Arguments) -> Json:
    """Answer conversations.members."""
    channel = conversation(services, arguments.required("channel"), purpose="read")
    shown, cursor = page_of(arguments, sorted(channel.members))
    return {"members": shown, "response_metadata": {"next_cursor": cursor}}


def history(services: Services, arguments: Arguments) -> Json:
    """Answer conversations.history: newest first, without what stands in threads."""
    channel = joined_conversation(services, arguments.required("channel"), purpose="history")
    messages = [m for m in services.workspace.messages(channel.id) if not m.is_reply or m.broadcast]
    return _page(services, arguments, [message for message in reversed(messages) if _within(message, arguments)])


def replies(services: Services, arguments: Arguments) -> Json:
    """Answer conversations.replies: the parent first, then its replies, oldest first."""
    channel = joined_conversation(services, arguments.required("channel"), purpose="history")
    message = services.workspace.message(channel.id, arguments.required("ts"))
    if message is None:
        raise ApiRefusal("thread_not_found")
    root_ts = message.thread_ts if message.is_reply and message.thread_ts else message.ts
    thread = services.workspace.thread(channel.id, root_ts)
    return _page(services, arguments, [m for m in thread if m.ts == root_ts or _within(m, arguments)])


def open_(services: Services, arguments: Arguments) -> Json:
    """Answer conversations.open: the direct message with one user."""
    if arguments.text("channel"):
        channel = services.workspace.channels.get(arguments.text("channel"))
        if channel is None or not channel.is_im:
            raise ApiRefusal("channel_not_found")
    else:
        users = [user for user in arguments.text("users").split(",") if user]
        if not users:
            raise ApiRefusal("users_list_not_supplied")
        if any(user not in services.workspace.users for user in users):
            raise ApiRefusal("user_not_found")
        channel = services.workspace.direct_message_with(users[0]) if len(users) == 1 else None
        if channel is None:
            raise ApiRefusal("cannot_dm_bot" if len(users) == 1 else "method_not_supported_for_channel_type")
    described = channel_for_bot(services.workspace, channel) if arguments.flag("return_im") else {"id": channel.id}
    return {"no_op": True, "already_open": True, "channel": described}


def join(services: Services, arguments: Arguments) -> Json:
    """Answer conversations.join."""
    workspace = services.workspace
    channel = workspace.channels.get(arguments.required("channel"))
    if channel is None:
        raise ApiRefusal("channel_not_found")
    if channel.is_im:
        raise ApiRefusal("method_not_supported_for_channel_type")
    was_member = channel.has(workspace.bot.user_id)
    joined = workspace.join(channel.id, workspace.bot.user_id, inviter=None)
    answer: Json = {"channel": channel_for_bot(workspace, joined)}
    if was_member:
        answer |= {"warning": "already_in_channel", "response_metadata": {"warnings": ["already_in_channel"]}}
    return answer


def _within(message: Message, arguments: Arguments) -> bool:
    """Whether the message lies between `oldest` and `latest`."""
    oldest, latest = arguments.text("oldest") or _EARLIEST, arguments.text("latest") or _LATEST
    try:
        ts, lowest, highest = float(message.ts), float(oldest), float(latest)
    except ValueError:
        raise ApiRefusal("invalid_ts_oldest" if not _is_number(oldest) else "invalid_ts_latest") from None
    return lowest <= ts <= highest if arguments.flag("inclusive") else lowest < ts < highest


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def _page(services: Services, arguments: Arguments, messages: list[Message]) -> Json:
    """As many messages as `limit` says, from `cursor` on; their metadata only where it is asked for."""
    shown, cursor = page_of(arguments, messages)
    described = [message_for_bot(services.workspace, message) for message in shown]
    if not arguments.flag("include_all_metadata"):
        for message in described:
            message.pop("metadata", None)
    return {"messages": described, "has_more": bool(cursor), "response_metadata": {"next_cursor": cursor}}


METHODS: Methods = {
    "conversations.info": Method(info),
    "conversations.members": Method(members),
    "conversations.history": Method(history),
    "conversations.replies": Method(replies),
    "conversations.open": Method(open_, "im:write"),
    "conversations.join": Method(join, "channels:join"),
}
