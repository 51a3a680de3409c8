"""What the settings are made of, as their listener gathers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.views.settings.people import UserGroup
from knowledge.preferences import Change, ChannelPreferences, Preferences

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the modal shows."""

    channel: str | None
    """None: none is chosen yet."""
    here: ChannelPreferences
    """What holds in that channel."""
    workspace: Preferences
    groups: Sequence[UserGroup]
    changed: Change | None
    """Who changed the workspace's last."""
    changed_here: Change | None
    """Who changed the channel's last."""
