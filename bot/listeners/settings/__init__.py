"""Settings in Slack: `/smtp settings` and a button open them, reviewers and admins change them."""

from __future__ import annotations

from bot.listeners.settings.changing import register
from bot.listeners.settings.opening import open_settings

__all__ = ["open_settings", "register"]
