"""What a workspace and its channels can set, and what holds until they do."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from knowledge.model import Language

__all__ = [
    "MOST_REMINDER_HOURS",
    "Change",
    "ChannelPreferences",
    "Listening",
    "Preferences",
    "Reviewers",
    "Teachers",
    "is_time_zone",
]

MOST_REMINDER_HOURS = 168
"""After a week nobody waits for a reminder any more."""


class Listening(StrEnum):
    """When Postmaster speaks in a channel."""

    LISTEN = "listen"
    """To errors that it hears, and when it is asked."""
    MENTION = "mention"
    """When it is asked."""
    OFF = "off"
    """Never."""


class Teachers(StrEnum):
    """Who may propose what Postmaster should know."""

    EVERYBODY = "everybody"
    REVIEWERS = "reviewers"


def is_time_zone(name: str) -> bool:
    """Whether `name` is the IANA name of a time zone."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _known_zone(name: str) -> str:
    if not is_time_zone(name):
        raise ValueError(f"{name!r:.60} is no time zone; give one such as Europe/Berlin")
    return name


class Change(NamedTuple):
    """Who changed preferences last, and when."""

    by: str
    at_us: int
    """Microseconds since 1970."""


class _Preferences(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Reviewers(_Preferences):
    """Who decides on proposals: the members of a user group or of a channel."""

    kind: Literal["group", "channel"]
    id: str
    """Of the user group (`S…`) or the channel (`C…`)."""


class Preferences(_Preferences):
    """What holds in a whole workspace."""

    reviewers: Reviewers | None = None
    """None: everybody may review what somebody else proposed."""
    self_approval: bool = False
    """Whether a reviewer may approve a proposal of their own."""
    on_call: str | None = None
    """The user group (`S…`) that "Need a human" pings; None: nobody is pinged."""
    reminder_hours: Annotated[int, Field(ge=0, le=MOST_REMINDER_HOURS)] = 24
    """Hours without feedback after which a thread gets its one reminder; 0: never."""
    digest_channel: str | None = None
    """Where the weekly digest is posted; None: nowhere."""
    digest_weekday: Annotated[int, Field(ge=0, le=6)] = 0
    """0 is Monday."""
    digest_hour: Annotated[int, Field(ge=0, le=23)] = 9
    time_zone: Annotated[str, AfterValidator(_known_zone)] = "UTC"
    """By which the digest's hour is meant (IANA name)."""
    language: Language | None = None
    """Of what is said to everybody, such as the digest; None: English."""


class ChannelPreferences(_Preferences):
    """What holds in one channel."""

    listening: Listening = Listening.LISTEN
    language: Language | None = None
    """None: the language of whoever is answered."""
    teachers: Teachers = Teachers.EVERYBODY
