"""Many people have one error at once: it is said in the channel in which that became clear, once."""

from __future__ import annotations

from collections.abc import Iterator

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.listeners.listening import listens
from bot.listeners.permalink import permalink
from bot.views.quiet import incident_message
from knowledge.base import Conversation, KnowledgeBase, Place
from knowledge.model import Language
from knowledge.recurrence import Incident

__all__ = ["say_if_incident"]

_LINKED = 10
"""Pastes that are linked."""

_log = structlog.get_logger(__name__)


def say_if_incident(client: WebClient, knowledge: KnowledgeBase, conversation: Conversation) -> None:
    """Say that there is likely an incident, if the paste of `conversation` is what makes it one.

    As a message of its own, where Postmaster may speak unasked; what is written in direct messages does not count.
    """
    paste = conversation.paste
    if paste.channel.startswith("D") or not listens(knowledge, paste):
        return
    incident = knowledge.recurrence.incident(conversation)
    if incident is not None and knowledge.recurrence.begin(paste.team, incident):
        try:
            _say(client, knowledge, incident, paste)
        except (SlackClientError, OSError) as error:  # the paste itself has its answer
            _log.warning("an incident could not be said", exc_info=error)


def _say(client: WebClient, knowledge: KnowledgeBase, incident: Incident, paste: Place) -> None:
    entry = knowledge.rated(incident.about, team=paste.team).entry
    urls = list(_addresses(client, incident, paste.channel))
    message = incident_message(incident, entry, urls, _language(knowledge, paste))
    client.chat_postMessage(channel=paste.channel, unfurl_links=False, unfurl_media=False, **message.as_json())
    _log.info("likely an incident", entry=entry.id, pastes=len(incident.sightings))


def _language(knowledge: KnowledgeBase, paste: Place) -> Language:
    """The language in which everybody in the channel is spoken to."""
    book = knowledge.preferences
    return book.channel(paste.team, paste.channel).language or book.workspace(paste.team).language or Language.EN


def _addresses(client: WebClient, incident: Incident, channel: str) -> Iterator[str]:
    """Where the first pastes can be read, as far as everybody in `channel` may know of them."""
    others = {one.paste.channel for one in incident.sightings} - {channel}
    shown = {channel, *(other for other in others if _is_public(client, other))}
    pastes = [one.paste for one in incident.sightings if one.paste.channel in shown]
    yield from filter(None, (permalink(client, paste) for paste in pastes[:_LINKED]))


def _is_public(client: WebClient, channel: str) -> bool:
    try:
        found = client.conversations_info(channel=channel).get("channel") or {}
    except SlackApiError:
        return False
    return not found.get("is_private", True)
