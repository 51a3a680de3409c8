"""What a workspace is made of: channels, messages and views, frozen and in Slack's words.

Who is in it stands in `people.py`, what they share in `file_object.py`.

Blocks stay the JSON objects that the Web API takes and the page draws; `block_kit` has checked them before they get
here.
Timestamps (`ts`) are Slack's: seconds since 1970 with six decimals, as text, unique within the workspace.

Source: https://docs.slack.dev/reference/objects
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from bot.playground.file_object import SharedFile
from bot.playground.json_object import Json

__all__ = ["SLACKBOT", "Bot", "Channel", "Json", "Message", "Reaction", "Team", "View", "ViewType"]

ViewType: TypeAlias = Literal["modal", "home"]

SLACKBOT = "USLACKBOT"
"""The user id under which Slack itself speaks."""


@dataclass(frozen=True, slots=True)
class Team:
    """The workspace's own name."""

    id: str
    name: str
    domain: str


@dataclass(frozen=True, slots=True)
class Bot:
    """The app's identity in the workspace."""

    app_id: str
    bot_id: str
    user_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Channel:
    """A public channel, or a direct message between one person and the bot (`with_user`)."""

    id: str
    name: str
    members: frozenset[str]
    topic: str = ""
    with_user: str | None = None

    @property
    def is_im(self) -> bool:
        """Whether this is a direct message."""
        return self.with_user is not None

    def has(self, user_id: str) -> bool:
        """Whether `user_id` is a member."""
        return user_id in self.members


@dataclass(frozen=True, slots=True)
class Reaction:
    """One emoji under a message and who put it there, in order."""

    name: str
    users: tuple[str, ...]

    def as_json(self) -> Json:
        """The reaction as it stands in a message."""
        return {"name": self.name, "users": list(self.users), "count": len(self.users)}


@dataclass(frozen=True, slots=True)
class Message:
    """A message in a channel, or shown to one person only (`ephemeral_for`)."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: tuple[Json, ...] = ()
    subtype: str | None = None
    attachments: tuple[Json, ...] = ()
    thread_ts: str | None = None
    parent_user: str | None = None
    bot: Bot | None = None
    """The app that posted it."""
    username: str | None = None
    reactions: tuple[Reaction, ...] = ()
    files: tuple[SharedFile, ...] = ()
    edited_by: str | None = None
    edited_ts: str | None = None
    client_msg_id: str | None = None
    ephemeral_for: str | None = None
    inviter: str | None = None
    broadcast: bool = False
    """A thread reply that is shown in the channel too."""
    metadata: Mapping[str, Any] | None = None

    @property
    def is_deleted(self) -> bool:
        """Whether only a tombstone is left, because the thread below lives on."""
        return self.subtype == "tombstone"

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread below another message."""
        return self.thread_ts is not None and self.thread_ts != self.ts

    def reaction(self, name: str) -> Reaction | None:
        """The reaction called `name`, if anybody put it."""
        return next((reaction for reaction in self.reactions if reaction.name == name), None)


@dataclass(frozen=True, slots=True)
class View:
    """A modal that one person has open, or that person's App Home."""

    id: str
    user: str
    """Who sees it."""
    root_id: str
    previous_id: str | None
    hash: str
    """Changes with every update; `views.update` may insist on it."""
    definition: Json
    """What the app sent: type, title, submit, close, blocks, private_metadata, callback_id, …"""
    external_id: str = ""

    @property
    def type(self) -> ViewType:
        """`modal` or `home`."""
        return "home" if self.definition["type"] == "home" else "modal"

    @property
    def blocks(self) -> list[Json]:
        """The view's blocks."""
        return list(self.definition["blocks"])
