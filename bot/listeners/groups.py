"""The user groups of a workspace."""

from __future__ import annotations

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.views.settings import UserGroup

__all__ = ["user_groups"]

_NO_GROUPS = {"plan_upgrade_required", "paid_teams_only", "missing_scope"}
"""Slack's errors where a workspace cannot have any, or where the app was installed before it needed them."""


def user_groups(client: WebClient) -> list[UserGroup]:
    """All that are not disabled; none if the workspace cannot have any."""
    try:
        found = client.usergroups_list().get("usergroups") or []
    except SlackApiError as error:
        if error.response.get("error") not in _NO_GROUPS:
            raise
        return []
    return [UserGroup(str(one["id"]), str(one["handle"]), str(one["name"])) for one in found]
