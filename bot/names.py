"""What people are called in Slack: to name somebody without calling them."""

from __future__ import annotations

from collections.abc import Iterable

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

__all__ = ["name_of", "names_of"]

_REMEMBERED = 10_000
_NAMES: dict[tuple[str, str, str], str] = {}
"""What Slack said: by Web API, team and person."""

_log = structlog.get_logger(__name__)


def name_of(client: WebClient, *, team: str, user: str) -> str | None:
    """The name of `user` as the team sees it; None if Slack does not say. Slack is asked once."""
    key = (client.base_url, team, user)
    if key not in _NAMES:
        try:
            found = client.users_info(user=user).get("user") or {}
        except (SlackClientError, OSError) as error:
            _log.warning("Slack does not say what somebody is called", exc_info=error)
            return None
        if len(_NAMES) >= _REMEMBERED:
            _NAMES.clear()
        _NAMES[key] = str(found.get("real_name") or found.get("name") or "")
    return _NAMES[key] or None


def names_of(client: WebClient, team: str, users: Iterable[str]) -> dict[str, str]:
    """The names of `users` by id, of those whose name Slack says."""
    found = {user: name_of(client, team=team, user=user) for user in users}
    return {user: name for user, name in found.items() if name}
