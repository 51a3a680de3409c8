"""Whether Postmaster is a member of the channel in which somebody uses it, as Slack tells."""

from __future__ import annotations

__all__ = ["NOT_A_MEMBER"]

NOT_A_MEMBER = {"not_in_channel", "channel_not_found"}
"""Slack's errors when the bot may not write where somebody uses it."""
