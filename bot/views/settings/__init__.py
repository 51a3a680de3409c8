"""What a workspace and its channels set, as a modal."""

from __future__ import annotations

from bot.views.settings.contents import Settings
from bot.views.settings.modal import settings_button, settings_modal, with_channel
from bot.views.settings.people import UserGroup

__all__ = ["Settings", "UserGroup", "settings_button", "settings_modal", "with_channel"]
