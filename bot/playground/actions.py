"""What people do to messages: say, edit, delete, react, share a file, invite, look at the app's home.

Each function checks that it can be done, changes the workspace, and returns; the bot's events follow from the change.
"""

from __future__ import annotations

import mimetypes
import time
import uuid
from dataclasses import replace

from bot.playground.changes import HomeOpened
from bot.playground.emoji import canonical
from bot.playground.identifiers import new_id
from bot.playground.objects import SLACKBOT, Channel, Message, SharedFile, User
from bot.playground.refusals import PersonRefusal
from bot.playground.services import Services
from bot.playground.state import Workspace
from bot.playground.typed_text import Typed, parse

__all__ = [
    "LONGEST_MESSAGE",
    "channel_of",
    "delete",
    "edit",
    "invite",
    "message_of",
    "open_home",
    "person",
    "react",
    "say",
    "share_file",
    "unreact",
]

LONGEST_MESSAGE = 4_000
"""Characters; what is longer Slack's client turns into a text snippet, and the message has no text of its own.

Source: https://docs.slack.dev/apis/web-api/rate-limits and the client's "Create a text snippet"
"""

_PASTE_NAME = "Untitled"  # as Slack calls a pasted snippet
_HOME_TABS = {"home", "messages"}


def person(workspace: Workspace, user_id: str) -> User:
    """Somebody that one can act as.

    Raises:
        PersonRefusal: there is no such person.
    """
    user = workspace.users.get(user_id)
    if user is None or user not in workspace.people():
        raise PersonRefusal("user_not_found", f"There is nobody here called {user_id!r}.", status=404)
    return user


def channel_of(workspace: Workspace, channel_id: str, user_id: str) -> Channel:
    """A channel that `user_id` is in.

    Raises:
        PersonRefusal: there is no such channel, or it is somebody else's direct message.
    """
    channel = workspace.channels.get(channel_id)
    if channel is None or not channel.has(user_id):
        raise PersonRefusal("channel_not_found", f"There is no channel {channel_id!r} that you can see.", status=404)
    return channel


def message_of(workspace: Workspace, channel_id: str, ts: str, user_id: str) -> Message:
    """A message that `user_id` sees.

    Raises:
        PersonRefusal: there is none.
    """
    channel = channel_of(workspace, channel_id, user_id)
    message = workspace.message(channel.id, ts)
    if message is None or message.is_deleted:
        raise PersonRefusal("message_not_found", "That message is not there any more.", status=404)
    return message


def say(services: Services, *, user: str, channel: str, text: str, thread_ts: str | None = None) -> Message:
    """Send a message; one that is too long goes as a snippet.

    Raises:
        PersonRefusal: it is empty, or there is no such place.
    """
    workspace = services.workspace
    author, place = person(workspace, user), channel_of(workspace, channel, user)
    if not text.strip():
        raise PersonRefusal("no_text", "An empty message cannot be sent.")
    if len(text) > LONGEST_MESSAGE:
        content = text.encode("utf-8", errors="replace")
        return share_file(services, user=user, channel=channel, name=_PASTE_NAME, content=content, thread_ts=thread_ts)
    typed = parse(text, _names(workspace))
    message = workspace.post(
        Message(
            channel=place.id,
            ts=workspace.next_ts(),
            user=author.id,
            text=typed.text,
            blocks=typed.blocks,
            thread_ts=_root(workspace, place, thread_ts),
            client_msg_id=str(uuid.uuid4()),
        )
    )
    _offer_invitation(services, place, message)
    return message


def edit(services: Services, *, user: str, channel: str, ts: str, text: str) -> Message:
    """Change one's own message.

    Raises:
        PersonRefusal: it is somebody else's, or empty, or too long, or gone.
    """
    workspace = services.workspace
    previous = _own_message(workspace, user, channel, ts)
    if not text.strip() and not previous.files:
        raise PersonRefusal("no_text", "An empty message cannot be saved; delete it instead.")
    if len(text) > LONGEST_MESSAGE:
        raise PersonRefusal("msg_too_long", f"A message can have {LONGEST_MESSAGE:,} characters at most.")
    typed = parse(text, _names(workspace)) if text.strip() else Typed("", ())
    if typed.text == previous.text:
        return previous
    edited = replace(
        previous, text=typed.text, blocks=typed.blocks, edited_by=user, edited_ts=f"{int(time.time())}.000000"
    )
    workspace.change(edited)
    return edited


def delete(services: Services, *, user: str, channel: str, ts: str) -> None:
    """Delete one's own message.

    Raises:
        PersonRefusal: it is somebody else's, or gone.
    """
    services.workspace.delete(_own_message(services.workspace, user, channel, ts))


def react(services: Services, *, user: str, channel: str, ts: str, name: str) -> Message:
    """Put an emoji under a message; nothing happens where it is already.

    Raises:
        PersonRefusal: there is no such message or emoji.
    """
    workspace = services.workspace
    person(workspace, user)
    workspace.react(message_of(workspace, channel, ts, user), user, _emoji(name))
    return message_of(workspace, channel, ts, user)


def unreact(services: Services, *, user: str, channel: str, ts: str, name: str) -> Message:
    """Take an emoji back; nothing happens where it is not.

    Raises:
        PersonRefusal: there is no such message or emoji.
    """
    workspace = services.workspace
    person(workspace, user)
    workspace.unreact(message_of(workspace, channel, ts, user), user, _emoji(name))
    return message_of(workspace, channel, ts, user)


def share_file(
    services: Services,
    *,
    user: str,
    channel: str,
    name: str,
    content: bytes,
    text: str = "",
    thread_ts: str | None = None,
) -> Message:
    """Upload a file into a channel, as a message of subtype `file_share`; without a known ending it is a snippet.

    Raises:
        PersonRefusal: there is no such place.
    """
    workspace = services.workspace
    author, place = person(workspace, user), channel_of(workspace, channel, user)
    thread = _root(workspace, place, thread_ts)
    file = _file(services, author, place, name, content)
    workspace.share_file(file, place.id)
    typed = parse(text, _names(workspace)) if text.strip() else Typed("", ())
    return workspace.post(
        Message(
            channel=place.id,
            ts=workspace.next_ts(),
            user=author.id,
            text=typed.text,
            blocks=typed.blocks,
            subtype="file_share",
            thread_ts=thread,
            files=(file,),
            client_msg_id=str(uuid.uuid4()),
        )
    )


def invite(services: Services, *, user: str, channel: str) -> Channel:
    """Put the bot into a channel.

    Raises:
        PersonRefusal: there is no such channel.
    """
    workspace = services.workspace
    inviter, place = person(workspace, user), channel_of(workspace, channel, user)
    return workspace.join(place.id, workspace.bot.user_id, inviter=inviter.id)


def open_home(services: Services, *, user: str, tab: str) -> None:
    """Look at the app's `home` or `messages` tab.

    Raises:
        PersonRefusal: there is no such person or tab.
    """
    workspace = services.workspace
    visitor = person(workspace, user)
    channel = workspace.direct_message_with(visitor.id)
    if tab not in _HOME_TABS or channel is None:
        raise PersonRefusal("invalid_tab", "The app has two tabs: home and messages.")
    home = workspace.homes.get(visitor.id) if tab == "home" else None
    workspace.tell(HomeOpened(visitor.id, channel.id, tab, home, workspace.next_ts()))


def _names(workspace: Workspace) -> dict[str, str]:
    """What may follow an `@`, in lower case -> user id."""
    names = {user.name.lower(): user.id for user in workspace.users.values() if user.id != SLACKBOT}
    return names | {u.real_name.lower(): u.id for u in workspace.users.values() if u.id != SLACKBOT}


def _root(workspace: Workspace, channel: Channel, thread_ts: str | None) -> str | None:
    if not thread_ts:
        return None
    parent = workspace.message(channel.id, thread_ts)
    if parent is None:
        raise PersonRefusal("thread_not_found", "The message that this thread hangs on is gone.", status=404)
    return parent.thread_ts if parent.is_reply else parent.ts


def _own_message(workspace: Workspace, user_id: str, channel_id: str, ts: str) -> Message:
    message = message_of(workspace, channel_id, ts, person(workspace, user_id).id)
    if message.user != user_id or message.subtype not in {None, "file_share", "thread_broadcast"}:
        raise PersonRefusal("not_your_message", "You can only change or delete your own messages.", status=403)
    return message


def _emoji(name: str) -> str:
    known = canonical(name)
    if known is None:
        raise PersonRefusal("invalid_name", f"There is no emoji called {name!r}.")
    return known


def _file(services: Services, author: User, channel: Channel, name: str, content: bytes) -> SharedFile:
    file_id = new_id("F")
    mimetype, _ = mimetypes.guess_type(name)
    is_paste = mimetype is None and _is_text(content)
    mimetype = mimetype or ("text/plain" if is_paste or not content else "application/octet-stream")
    return SharedFile(
        id=file_id,
        name=name,
        mimetype=mimetype,
        filetype=_filetype(name, mimetype),
        mode="snippet" if mimetype == "text/plain" else "hosted",
        user=author.id,
        created=int(time.time()),
        url_private=f"{services.base_url}/playground/files/{file_id}",
        content=content,
        channels=(channel.id,),
    )


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in content.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _filetype(name: str, mimetype: str) -> str:
    """Slack's short name for a kind of file."""
    if mimetype == "text/plain":
        return "text"
    _, dot, ending = name.rpartition(".")
    return ending.lower() if dot else "binary"


def _offer_invitation(services: Services, channel: Channel, message: Message) -> None:
    """Slackbot tells somebody who calls the bot where it is not."""
    workspace = services.workspace
    bot = workspace.bot
    if channel.has(bot.user_id) or f"<@{bot.user_id}>" not in message.text:
        return
    workspace.show(
        Message(
            channel=channel.id,
            ts=workspace.next_ts(),
            user=SLACKBOT,
            text=f"<@{bot.user_id}> is not in this channel and has not seen your message. Bring it in with `/invite @{bot.name}`.",
            thread_ts=message.thread_ts,
            ephemeral_for=message.user,
        )
    )
