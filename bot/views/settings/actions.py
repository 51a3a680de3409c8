"""Names of the fields in the settings: as action ids, and with what they hold for as block ids."""

from __future__ import annotations

__all__ = [
    "CHANNEL",
    "CHANNEL_LANGUAGE",
    "DIGEST_CHANNEL",
    "EVERYBODY",
    "HOUR",
    "LANGUAGE",
    "LISTENING",
    "MEMBERS",
    "NOBODY",
    "ON_CALL",
    "OPEN",
    "OWN",
    "REMINDER",
    "REVIEWERS",
    "REVIEW_CHANNEL",
    "SELF_APPROVAL",
    "SUBMIT",
    "TEACHERS",
    "TIME_ZONE",
    "WEEKDAY",
    "of_channel",
]

OPEN = "open_settings"
"""The button that opens the settings."""
SUBMIT = "settings"
"""The callback id of their modal."""

CHANNEL = "settings_channel"
LISTENING = "settings_listening"
CHANNEL_LANGUAGE = "settings_channel_language"
TEACHERS = "settings_teachers"

REVIEWERS = "settings_reviewers"
REVIEW_CHANNEL = "settings_review_channel"
SELF_APPROVAL = "settings_self_approval"
ON_CALL = "settings_on_call"
REMINDER = "settings_reminder"
DIGEST_CHANNEL = "settings_digest_channel"
WEEKDAY = "settings_weekday"
HOUR = "settings_hour"
TIME_ZONE = "settings_time_zone"
LANGUAGE = "settings_language"

EVERYBODY = "everybody"
"""The choice of REVIEWERS that everybody reviews."""
MEMBERS = "members"
"""The choice of REVIEWERS that the members of REVIEW_CHANNEL do."""
NOBODY = "nobody"
"""The choice of ON_CALL that nobody is called."""
OWN = "own"
"""The choice of CHANNEL_LANGUAGE that everybody is answered in their own language."""


def of_channel(field: str, channel: str) -> str:
    """The block id of a field that holds for `channel`: Slack keeps what was typed in a block with the same id."""
    return f"{field} {channel}"
