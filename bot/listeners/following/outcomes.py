"""How a thread ended: the card says so, and whoever told is thanked and asked what did it."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.listeners.answering import refresh
from bot.listeners.feedback.asking import ask_which
from bot.listeners.following.posting import post, thread_of
from bot.listeners.threads import name_or_somebody
from bot.views.following.outcomes import thanks
from knowledge.base import KnowledgeBase, Place
from knowledge.jobs import Job
from knowledge.threads import Outcome, Thread

__all__ = ["tell_outcome"]


def tell_outcome(client: WebClient, knowledge: KnowledgeBase, job: Job) -> None:
    """Let the card say how its thread stands now; thank the first who says that it is solved, and ask what did it."""
    place = thread_of(job)
    thread = knowledge.threads.of(place)
    if thread is None or not refresh(client, knowledge, thread.card):
        return
    if thread.outcome is Outcome.RESOLVED:
        if knowledge.jobs.once(place.team, f"thanks {place.channel} {place.ts}"):
            _thank(client, knowledge, place, thread)
        ask_which(client, knowledge, thread.card, thread.outcome_by)


def _thank(client: WebClient, knowledge: KnowledgeBase, place: Place, thread: Thread) -> None:
    conversation = knowledge.by_card(thread.card)
    if conversation is not None:
        name = name_or_somebody(client, place, thread.outcome_by, conversation.language)
        knowledge.threads.said(place, post(client, place, thanks(name, conversation.language)))
