"""Who is in a workspace: people to act as, bots, and groups of people that one mention calls.

Source: https://docs.slack.dev/reference/objects/user-object and
https://docs.slack.dev/reference/objects/usergroup-object
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.playground.json_object import Json
from bot.playground.objects import SLACKBOT

__all__ = ["User", "UserGroup"]

_CREATED = 1_700_000_000  # seconds since 1970; groups are as old as the workspace
_DISABLED = 1_710_000_000  # seconds since 1970


@dataclass(frozen=True, slots=True)
class User:
    """Somebody to act as, or a bot."""

    id: str
    name: str
    real_name: str
    color: str
    """Six hexadecimal digits, without `#`."""
    locale: str = "en-US"
    is_bot: bool = False
    is_admin: bool = False
    tz: str = "Etc/UTC"
    tz_label: str = "Coordinated Universal Time"
    tz_offset_s: int = 0
    """Seconds east of UTC; no time zone here knows a summer time, so that it always holds."""

    def as_json(self) -> Json:
        """The user as `users.info` shows it without `include_locale`."""
        return {
            "id": self.id,
            "name": self.name,
            "real_name": self.real_name,
            "color": self.color,
            "deleted": False,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "is_admin": self.is_admin,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": False,
            "is_ultra_restricted": False,
            "tz": self.tz,
            "tz_label": self.tz_label,
            "tz_offset": self.tz_offset_s,
            "profile": {"real_name": self.real_name, "display_name": self.name},
        }


@dataclass(frozen=True, slots=True)
class UserGroup:
    """People who are called together: `@handle`, in a text `<!subteam^ID>`."""

    id: str
    handle: str
    name: str
    users: tuple[str, ...]
    is_disabled: bool = False
    """Slack deletes no group for good: it disables it, and then nobody is called any more."""

    def as_json(self, team_id: str) -> Json:
        """The group as `usergroups.list` shows it without `include_users` and `include_count`."""
        return {
            "id": self.id,
            "team_id": team_id,
            "is_usergroup": True,
            "is_subteam": True,
            "name": self.name,
            "description": "",
            "handle": self.handle,
            "is_external": False,
            "date_create": _CREATED,
            "date_update": _CREATED,
            "date_delete": _DISABLED if self.is_disabled else 0,
            "auto_type": None,
            "auto_provision": False,
            "enterprise_subteam_id": "",
            "created_by": SLACKBOT,
            "updated_by": SLACKBOT,
            "deleted_by": SLACKBOT if self.is_disabled else None,
            "prefs": {"channels": [], "groups": []},
        }
