"""What people do to messages: say, edit, delete, react; and to the app: invite it, look at its home.

Each function checks that it can be done, changes the workspace, and returns; the bot's events follow from the change.
"""

from __future__ import annotations

import time
import uuid
from dataclasses import replace

from bot.playground.changes import HomeOpened
from bot.playground.emoji import canonical
from bot.playground.files import LONGEST_MESSAGE, PASTE_NAME, Upload, share_file
from bot.playground.language import of_locale
from bot.playground.lookups import channel_of, message_of, names, person, thread_root
from bot.playground.objects import SLACKBOT, Channel, Message
from bot.playground.refusals import PersonRefusal
from bot.playground.sentences import SLACKBOT_SAYS
from bot.playground.services import Services
from bot.playground.state import Workspace
from bot.playground.typed_text import parse

__all__ = ["delete", "edit", "invite", "open_home", "react", "say", "unreact"]

_ONES_OWN = {None, "file_share", "thread_broadcast"}  # subtypes that their author may change and delete
_HOME_TABS = {"home", "messages"}


def say(services: Services, *, user: str, channel: str, text: str, thread_ts: str | None = None) -> Message:
    """Send a message; one that is too long goes as a snippet.

    Raises:
        PersonRefusal: it is empty, or there is no such place.
    """
    workspace = services.workspace
    author, place = person(workspace, user), channel_of(workspace, channel, user)
    if not text.strip():
        raise PersonRefusal("no_text")
    if len(text) > LONGEST_MESSAGE:
        paste = Upload(PASTE_NAME, text.encode("utf-8"))
        return share_file(services, user=user, channel=channel, upload=paste, thread_ts=thread_ts)
    typed = parse(text, names(workspace))
    message = workspace.post(
        Message(
            channel=place.id,
            ts=workspace.next_ts(),
            user=author.id,
            text=typed.text,
            blocks=typed.blocks,
            thread_ts=thread_root(workspace, place, thread_ts),
            client_msg_id=str(uuid.uuid4()),
        )
    )
    _offer_invitation(workspace, place, message)
    return message


def edit(services: Services, *, user: str, channel: str, ts: str, text: str) -> Message:
    """Change one's own message.

    Raises:
        PersonRefusal: it is somebody else's, or empty, or too long, or gone.
    """
    workspace = services.workspace
    previous = _own_message(workspace, user, channel, ts)
    if not text.strip() and not previous.files:
        raise PersonRefusal("edit_to_nothing")
    if len(text) > LONGEST_MESSAGE:
        raise PersonRefusal("msg_too_long", limit=f"{LONGEST_MESSAGE:,}")
    typed = parse(text, names(workspace))
    if typed.text == previous.text:
        return previous
    edited_ts = f"{int(time.time())}.000000"
    edited = replace(previous, text=typed.text, blocks=typed.blocks, edited_by=user, edited_ts=edited_ts)
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
    actor = person(workspace, user)
    workspace.react(message_of(workspace, channel, ts, actor.id), actor.id, _emoji(name))
    return message_of(workspace, channel, ts, actor.id)


def unreact(services: Services, *, user: str, channel: str, ts: str, name: str) -> Message:
    """Take an emoji back; nothing happens where it is not.

    Raises:
        PersonRefusal: there is no such message or emoji.
    """
    workspace = services.workspace
    actor = person(workspace, user)
    workspace.unreact(message_of(workspace, channel, ts, actor.id), actor.id, _emoji(name))
    return message_of(workspace, channel, ts, actor.id)


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
        raise PersonRefusal("invalid_tab")
    home = workspace.homes.get(visitor.id) if tab == "home" else None
    workspace.tell(HomeOpened(visitor.id, channel.id, tab, home, workspace.next_ts()))


def _own_message(workspace: Workspace, user_id: str, channel_id: str, ts: str) -> Message:
    message = message_of(workspace, channel_id, ts, person(workspace, user_id).id)
    if message.user != user_id or message.subtype not in _ONES_OWN:
        raise PersonRefusal("not_your_message", status=403)
    return message


def _emoji(name: str) -> str:
    known = canonical(name)
    if known is None:
        raise PersonRefusal("invalid_name", name=name)
    return known


def _offer_invitation(workspace: Workspace, channel: Channel, message: Message) -> None:
    """Slackbot tells somebody who calls the bot where it is not."""
    bot = workspace.bot
    if channel.has(bot.user_id) or f"<@{bot.user_id}>" not in message.text:
        return
    words = SLACKBOT_SAYS["not_in_channel"].in_(of_locale(workspace.users[message.user].locale))
    workspace.show(
        Message(
            channel=channel.id,
            ts=workspace.next_ts(),
            user=SLACKBOT,
            text=words.format(bot_id=bot.user_id, bot_name=bot.name),
            thread_ts=message.thread_ts,
            ephemeral_for=message.user,
        )
    )
