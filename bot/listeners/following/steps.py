"""Still broken: the next workaround is shown in the thread, or that there is none."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.listeners.answering import refresh
from bot.listeners.following.posting import post, thread_of
from bot.listeners.threads import advice_of
from bot.views.following.steps import next_step, nothing_left
from bot.views.message import Message
from bot.views.teaching import teach_about
from knowledge.base import Conversation, KnowledgeBase
from knowledge.jobs import Job
from knowledge.threads import Step, Thread, tried

__all__ = ["say_step"]


def say_step(client: WebClient, knowledge: KnowledgeBase, job: Job) -> None:
    """Show the step that `job` names, unless it stands there or is about what the card does not show any more."""
    place, number = thread_of(job), int(job.about.split()[2])
    thread = knowledge.threads.of(place)
    step = thread.steps[number - 1] if thread and len(thread.steps) >= number else None
    if thread is None or step is None or step.message_ts:
        return
    card = place._replace(ts=step.card_ts)
    conversation = knowledge.by_card(card)
    message = _message(knowledge, thread, step, conversation) if conversation else None
    if message is not None:
        knowledge.threads.said(place, post(client, place, message), step=number)
        refresh(client, knowledge, card)


def _message(knowledge: KnowledgeBase, thread: Thread, step: Step, conversation: Conversation) -> Message | None:
    rated, advice = advice_of(knowledge, conversation)
    if (advice.entry_id or "") != step.entry_id:
        return None
    language = conversation.language
    for fix in rated.workarounds if rated else ():
        if fix.fix.key == step.key:
            return next_step(fix, number=advice.keys.index(step.key) + 1, card_ts=step.card_ts, language=language)
    count, teach = len(tried(thread, advice)), teach_about(conversation, language)
    return nothing_left(rated, count=count, card_ts=step.card_ts, language=language, teach=teach)
