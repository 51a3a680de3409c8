"""Who somebody is in Slack: the language they read, and the time zone they live in. Slack is asked once a day."""

from __future__ import annotations

import re
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.in_passing import in_passing
from knowledge.base import KnowledgeBase
from knowledge.model import Language
from knowledge.preferences import is_time_zone
from knowledge.services.preferences import Person

__all__ = ["known_language", "language_for", "language_of", "language_read_by", "meet", "time_zone_of"]

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_PASSING = {"ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"}
"""Slack's errors that will be gone in a while; any other is its answer, and holds for the day."""

_log = structlog.get_logger(__name__)


def language_for(  # noqa: PLR0913 - each may decide
    client: WebClient, knowledge: KnowledgeBase, *, team: str, user: str, channel: str | None = None, text: str = ""
) -> Language:
    """The language to answer `user` in: the channel's if it is set, else that of their Slack, else that of `text`.

    Slack may be asked for it, so this belongs behind the acknowledgement.
    """
    return (
        _set_for(knowledge, team, channel)
        or language_read_by(client, knowledge, team=team, user=user)
        or language_of(text)
    )


def known_language(
    knowledge: KnowledgeBase, *, team: str, user: str, channel: str | None = None, text: str = ""
) -> Language:
    """The same as far as it can be told without asking Slack."""
    return (
        _set_for(knowledge, team, channel)
        or _language_of_slack(knowledge.preferences.person(team, user))
        or language_of(text)
    )


def language_read_by(client: WebClient, knowledge: KnowledgeBase, *, team: str, user: str) -> Language | None:
    """The language that `user` has set Slack to; None if Slack does not say."""
    return _language_of_slack(_current(client, knowledge, team, user))


def meet(client: WebClient, knowledge: KnowledgeBase, *, team: str, user: str) -> None:
    """Look at `user` for the first time, if Slack is quick: for answers that stand in the acknowledgement itself."""
    if knowledge.preferences.person(team, user) is None:
        _current(in_passing(client), knowledge, team, user)


def language_of(text: str) -> Language:
    """The language that `text` is written in."""
    return Language.ZH if _HAN.search(text) else Language.EN


def time_zone_of(client: WebClient, knowledge: KnowledgeBase, *, team: str, user: str) -> str:
    """The IANA name of the time zone of `user`; the workspace's if Slack does not say."""
    person = _current(client, knowledge, team, user)
    if person is not None and is_time_zone(person.time_zone):
        return person.time_zone
    return knowledge.preferences.workspace(team).time_zone


def _set_for(knowledge: KnowledgeBase, team: str, channel: str | None) -> Language | None:
    return knowledge.preferences.channel(team, channel).language if channel else None


def _language_of_slack(person: Person | None) -> Language | None:
    if person is None or not person.locale:
        return None
    return Language.ZH if person.locale.casefold().startswith("zh") else Language.EN


def _current(client: WebClient, knowledge: KnowledgeBase, team: str, user: str) -> Person | None:
    """How `user` has set up Slack; if Slack does not say, as it was last known."""
    known = knowledge.preferences.person(team, user)
    if known is not None and knowledge.preferences.is_current(known):
        return known
    try:
        found = client.users_info(user=user, include_locale=True).get("user") or {}
    except (SlackClientError, OSError) as error:
        _log.warning("Slack does not say how somebody set it up", reason=_name_of(error))
        if _name_of(error) in _PASSING or not isinstance(error, SlackApiError):
            return known
        found = {"locale": known.locale, "tz": known.time_zone} if known else {}
    return knowledge.preferences.remember_person(
        team, user, locale=_string(found, "locale"), time_zone=_string(found, "tz")
    )


def _name_of(error: Exception) -> str:
    """Slack's name for an error, or that of its class if it did not come from Slack."""
    return str(error.response.get("error")) if isinstance(error, SlackApiError) else type(error).__name__


def _string(values: dict[str, Any], field: str) -> str:
    value = values.get(field)
    return value if isinstance(value, str) else ""
