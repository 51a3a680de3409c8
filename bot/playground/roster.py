"""Who is in the workspace, in which user groups and in which channels."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.playground.objects import SLACKBOT, Bot, Channel, Team
from bot.playground.people import User, UserGroup

__all__ = ["FirstDay", "Roster"]


@dataclass(frozen=True, slots=True)
class FirstDay:
    """A workspace before anything happens in it."""

    team: Team
    bot: Bot
    users: tuple[User, ...]
    groups: tuple[UserGroup, ...]
    channels: tuple[Channel, ...]


class Roster:
    """People stay; groups and channels change, until everything is settled again as on the first day."""

    def __init__(self, first_day: FirstDay) -> None:
        self.team = first_day.team
        self.bot = first_day.bot
        self.users = {user.id: user for user in first_day.users}
        self._first_day = first_day
        self.settle()

    def settle(self) -> None:
        """Everybody where they were on the first day."""
        self.groups = {group.id: group for group in self._first_day.groups}
        self.channels = {channel.id: channel for channel in self._first_day.channels}

    def people(self) -> list[User]:
        """Those that one can act as."""
        return [user for user in self.users.values() if not user.is_bot and user.id != SLACKBOT]

    def disable_groups(self, handles: Collection[str]) -> None:
        """Let the user groups of these names be disabled, and no others."""
        self.groups = {group.id: replace(group, is_disabled=group.handle in handles) for group in self.groups.values()}

    def channel_named(self, name: str) -> Channel | None:
        """The channel with that name, with or without its `#`."""
        channels = [channel for channel in self.channels.values() if not channel.is_im]
        return next((channel for channel in channels if channel.name == name.removeprefix("#")), None)

    def direct_message_with(self, user_id: str) -> Channel | None:
        """Where `user_id` and the bot talk alone."""
        return next((channel for channel in self.channels.values() if channel.with_user == user_id), None)
