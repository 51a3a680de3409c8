"""A thread that got an answer and no word since gets one friendly line, which goes once somebody says something."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.listeners.answering import remove
from bot.listeners.following.posting import post, thread_of
from bot.listeners.listening import is_off
from bot.views.following.outcomes import reminder
from knowledge.base import KnowledgeBase, Place
from knowledge.jobs import Job
from knowledge.threads import place_of

__all__ = ["remind"]


def remind(client: WebClient, knowledge: KnowledgeBase, job: Job) -> None:
    """Remind the thread of the card that `job` names, if that is still wanted; never twice, whatever breaks off."""
    card = thread_of(job)
    conversation = knowledge.by_card(card)
    if conversation is None or not _is_wanted(knowledge, card):
        return
    place = place_of(conversation)
    if not knowledge.threads.begin_reminder(place, card):
        return
    message_ts = post(client, place, reminder(conversation.language))
    if not knowledge.threads.reminded(place, message_ts):
        remove(client, place._replace(ts=message_ts))


def _is_wanted(knowledge: KnowledgeBase, card: Place) -> bool:
    return not is_off(knowledge, card) and knowledge.preferences.workspace(card.team).reminder_hours > 0
