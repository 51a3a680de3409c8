"""A modal in which something was pressed shows something else."""

from __future__ import annotations

from typing import Any

from slack_bolt import Args
from slack_sdk.errors import SlackApiError
from slack_sdk.models.views import View

__all__ = ["replace_view"]

_STALE = {"hash_conflict", "not_found"}
"""Slack's errors about a modal in which something was pressed again, or that was closed."""


def replace_view(args: Args, view: View | dict[str, Any]) -> None:
    """Show `view` in place of the one that was pressed, if somebody still looks at it."""
    shown = args.body["view"]
    try:
        args.client.views_update(view_id=shown["id"], hash=shown["hash"], view=view)
    except SlackApiError as error:
        if error.response.get("error") not in _STALE:
            raise
