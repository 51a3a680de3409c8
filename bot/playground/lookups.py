"""Who and what a person's request names: found, or refused in a sentence."""

from __future__ import annotations

from bot.playground.objects import SLACKBOT, Channel, Message
from bot.playground.people import User
from bot.playground.refusals import PersonRefusal
from bot.playground.state import Workspace

__all__ = ["channel_of", "message_of", "names", "person", "thread_root"]


def person(workspace: Workspace, user_id: str) -> User:
    """Somebody that one can act as.

    Raises:
        PersonRefusal: there is no such person.
    """
    user = workspace.users.get(user_id)
    if user is None or user not in workspace.people():
        raise PersonRefusal("user_not_found", status=404, name=user_id)
    return user


def channel_of(workspace: Workspace, channel_id: str, user_id: str) -> Channel:
    """A channel that `user_id` is in.

    Raises:
        PersonRefusal: there is no such channel, or it is somebody else's direct message.
    """
    channel = workspace.channels.get(channel_id)
    if channel is None or not channel.has(user_id):
        raise PersonRefusal("channel_not_found", status=404, name=channel_id)
    return channel


def message_of(workspace: Workspace, channel_id: str, ts: str, user_id: str) -> Message:
    """A message that everybody in the channel sees, `user_id` among them.

    Raises:
        PersonRefusal: there is none.
    """
    channel = channel_of(workspace, channel_id, user_id)
    message = workspace.message(channel.id, ts)
    if message is None or message.is_deleted:
        raise PersonRefusal("message_not_found", status=404)
    return message


def thread_root(workspace: Workspace, channel: Channel, thread_ts: str | None) -> str | None:
    """The ts of the message that the thread hangs on; a reply leads to the one above it.

    Raises:
        PersonRefusal: it is gone.
    """
    if not thread_ts:
        return None
    parent = workspace.message(channel.id, thread_ts)
    if parent is None:
        raise PersonRefusal("thread_not_found", status=404)
    return parent.thread_ts if parent.is_reply else parent.ts


def names(workspace: Workspace) -> dict[str, str]:
    """What may follow an `@`, in lower case -> the mention that it is."""
    users = [user for user in workspace.users.values() if user.id != SLACKBOT]
    groups = [group for group in workspace.groups.values() if not group.is_disabled]
    of_users = {name.lower(): f"<@{user.id}>" for user in users for name in (user.name, user.real_name)}
    return of_users | {group.handle: f"<!subteam^{group.id}>" for group in groups}
