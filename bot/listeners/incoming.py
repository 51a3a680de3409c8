"""Slack's JSON about a message -> `Incoming`, the only shape in which listeners know it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from slack_bolt import BoltContext

from bot import slack_text
from knowledge.conversation import Place
from knowledge.errors import InputError
from knowledge.moment import microseconds

__all__ = ["Incoming", "SharedFile", "from_event", "from_message"]

_OF_PEOPLE = (None, "file_share", "me_message", "thread_broadcast")
"""Subtypes under which people's own words arrive: https://docs.slack.dev/reference/events/message#subtypes."""


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file in a message, as far as Slack tells."""

    id: str
    name: str
    mimetype: str
    size: int
    """Bytes; 0 if Slack does not say."""
    url: str
    """Where the bot may download it with its token; empty if Slack does not say."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message that somebody wrote."""

    place: Place
    thread_ts: str
    """The thread that an answer belongs into: the message's own timestamp if it stands in the channel."""
    author: str
    text: str
    """What was typed, as plain text, without mentions."""
    files: tuple[SharedFile, ...]
    is_direct: bool
    """Whether it was written to the bot alone."""
    mentions_bot: bool
    parent_author: str = ""
    """Who wrote the message that began the thread, as far as Slack tells."""
    edited_us: int = 0
    """When an edit made it say this, microseconds since 1970; 0: never, as far as Slack tells."""

    @property
    def in_thread(self) -> bool:
        """Whether it stands in a thread below another message."""
        return self.thread_ts != self.place.ts

    @property
    def parent(self) -> Place:
        """The message that began the thread."""
        return self.place._replace(ts=self.thread_ts)


def from_event(event: Mapping[str, Any], context: BoltContext) -> Incoming | None:
    """The message in an event; None if no person wrote it or something that every message has is missing."""
    if event.get("bot_id") or event.get("subtype") not in _OF_PEOPLE or event.get("user") == context.bot_user_id:
        return None
    channel = _text(event, "channel")
    incoming = from_message(event, team=context.team_id or "", channel=channel, bot_user_id=context.bot_user_id)
    return incoming and replace(incoming, is_direct=event.get("channel_type") == "im" or incoming.is_direct)


def from_message(
    message: Mapping[str, Any], *, team: str, channel: str, bot_user_id: str | None = None
) -> Incoming | None:
    """A message object of anybody, a bot too; None if something that every message has is missing."""
    ts = _text(message, "ts")
    author = _text(message, "user") or _text(message, "bot_id")
    if not (team and channel and ts and author):
        return None
    return Incoming(
        place=Place(team, channel, ts),
        thread_ts=_text(message, "thread_ts") or ts,
        author=author,
        text=slack_text.message_text(message),
        files=_files(message.get("files")),
        is_direct=channel.startswith("D"),
        mentions_bot=_mentions(_text(message, "text"), bot_user_id),
        parent_author=_text(message, "parent_user_id"),
        edited_us=_edited_us(message.get("edited")),
    )


def _edited_us(edited: object) -> int:
    """When a message that was `edited` was, in microseconds since 1970; 0: never."""
    try:
        return microseconds(_text(edited, "ts")) if isinstance(edited, dict) else 0
    except InputError:
        return 0


def _mentions(text: str, user_id: str | None) -> bool:
    return user_id is not None and re.search(rf"<@{re.escape(user_id)}[|>]", text) is not None


def _files(values: object) -> tuple[SharedFile, ...]:
    files = [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
    return tuple(_file(value) for value in files if value.get("mode") != "tombstone")


def _file(value: Mapping[str, Any]) -> SharedFile:
    size = value.get("size")
    return SharedFile(
        id=_text(value, "id"),
        name=_text(value, "name"),
        mimetype=_text(value, "mimetype"),
        size=size if isinstance(size, int) else 0,
        url=_text(value, "url_private_download") or _text(value, "url_private"),
    )


def _text(values: Mapping[str, Any], field: str) -> str:
    value = values.get(field)
    return value if isinstance(value, str) else ""
