"""What was typed into the settings -> preferences, or what is wrong, under the field where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple
from zoneinfo import available_timezones

from bot.views.settings import actions, words
from knowledge.model import Language, Text
from knowledge.preferences import (
    MOST_REMINDER_HOURS,
    ChannelPreferences,
    Listening,
    Preferences,
    Reviewers,
    Teachers,
    is_time_zone,
)

__all__ = ["ChannelForm", "WorkspaceForm", "channel_form", "workspace_form"]


class ChannelForm(NamedTuple):
    """What is to hold in a channel."""

    channel: str
    wanted: ChannelPreferences


class WorkspaceForm(NamedTuple):
    """What is to hold in the workspace."""

    wanted: Preferences
    faults: Mapping[str, str]
    """What is wrong with what was typed, by block id; then `wanted` is what holds already."""


def channel_form(view: Mapping[str, Any]) -> ChannelForm | None:
    """What the submitted `view` says of the channel that it shows; None if it shows none.

    The fields themselves name their channel: who chose another one a moment ago has not seen its settings yet.
    """
    shown = next((block_id for block_id in _values(view) if block_id.startswith(f"{actions.LISTENING} ")), None)
    if shown is None:
        return None
    channel = shown.partition(" ")[2]
    language = _chosen(view, actions.CHANNEL_LANGUAGE)
    wanted = ChannelPreferences(
        listening=Listening(_chosen(view, actions.LISTENING)),
        language=None if language == actions.OWN else Language(language),
        teachers=Teachers(_chosen(view, actions.TEACHERS)),
    )
    return ChannelForm(channel, wanted)


def workspace_form(view: Mapping[str, Any], holding: Preferences, language: Language) -> WorkspaceForm:
    """What the submitted `view` says of the workspace, where `holding` holds; faults are told in `language`."""
    faults = {block_id: sentence.in_(language) for block_id, sentence in _faults(view)}
    if faults:
        return WorkspaceForm(holding, faults)
    on_call = _chosen(view, actions.ON_CALL)
    wanted = holding.model_copy(
        update={
            "reviewers": _reviewers(view),
            "self_approval": bool(_field(view, actions.SELF_APPROVAL).get("selected_options")),
            "on_call": None if on_call == actions.NOBODY else on_call,
            "reminder_hours": int(_typed(view, actions.REMINDER)),
            "digest_channel": _conversation(view, actions.DIGEST_CHANNEL),
            "digest_weekday": int(_chosen(view, actions.WEEKDAY)),
            "digest_hour": int(_chosen(view, actions.HOUR)),
            "time_zone": _typed(view, actions.TIME_ZONE),
            "language": _language(view, holding),
        }
    )
    return WorkspaceForm(wanted, faults)


def _faults(view: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """What can be seen to be wrong without asking Slack."""
    if _chosen(view, actions.REVIEWERS) == actions.MEMBERS and not _conversation(view, actions.REVIEW_CHANNEL):
        yield actions.REVIEW_CHANNEL, words.CHOOSE_CHANNEL
    hours = _typed(view, actions.REMINDER)
    if not (hours.isascii() and hours.isdigit() and int(hours) <= MOST_REMINDER_HOURS):
        yield actions.REMINDER, words.BAD_HOURS
    zone = _typed(view, actions.TIME_ZONE)
    if not is_time_zone(zone):
        yield actions.TIME_ZONE, _near(zone)


def _near(zone: str) -> Text:
    """That `zone` is none, with the one that may be meant."""
    by_city = {name.rpartition("/")[2].casefold(): name for name in sorted(available_timezones())}
    city = zone.rpartition("/")[2].strip().replace(" ", "_").casefold()
    for near in get_close_matches(city, by_city, n=1):
        return words.NEAR_ZONE.filled(zone=by_city[near])
    return words.BAD_ZONE


def _reviewers(view: Mapping[str, Any]) -> Reviewers | None:
    chosen, channel = _chosen(view, actions.REVIEWERS), _conversation(view, actions.REVIEW_CHANNEL)
    if chosen == actions.EVERYBODY:
        return None
    if chosen == actions.MEMBERS and channel:
        return Reviewers(kind="channel", id=channel)
    return Reviewers(kind="group", id=chosen)


def _language(view: Mapping[str, Any], holding: Preferences) -> Language | None:
    """What was chosen; what nobody ever chose, and nobody changed now, stays so."""
    chosen = Language(_chosen(view, actions.LANGUAGE))
    return None if chosen is Language.EN and holding.language is None else chosen


def _chosen(view: Mapping[str, Any], action: str) -> str:
    return str((_field(view, action).get("selected_option") or {}).get("value") or "")


def _conversation(view: Mapping[str, Any], action: str) -> str | None:
    return _field(view, action).get("selected_conversation") or None


def _typed(view: Mapping[str, Any], action: str) -> str:
    return str(_field(view, action).get("value") or "").strip()


def _field(view: Mapping[str, Any], action: str) -> Mapping[str, Any]:
    """The value object of the field `action`, in whatever block it stands."""
    found: Mapping[str, Any] = next((block[action] for block in _values(view).values() if action in block), {})
    return found


def _values(view: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    values: Mapping[str, Mapping[str, Any]] = view["state"]["values"]
    return values
