"""Whether Postmaster may read and write where somebody uses it, as Slack tells."""

from __future__ import annotations

__all__ = ["MAY_NOT_READ", "NOT_A_MEMBER"]

NOT_A_MEMBER = {"not_in_channel", "channel_not_found"}
"""Slack's errors when the bot may not write where somebody uses it."""
MAY_NOT_READ = {
    *NOT_A_MEMBER,
    "thread_not_found",
    "message_not_found",
    "missing_scope",
    "no_permission",
    "access_denied",
}
"""Slack's errors when it will not show the bot a thread, however often it asks."""
