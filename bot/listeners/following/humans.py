"""Need a human: the on-call group is called once in a thread, with all that it has to know."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.listeners.answering import refresh
from bot.listeners.following.posting import post, thread_of, whisper
from bot.listeners.groups import user_groups
from bot.listeners.permalink import permalink
from bot.listeners.threads import advice_of, name_or_somebody
from bot.views.following import words
from bot.views.following.outcomes import call_for_human
from bot.views.message import Message
from knowledge.base import Conversation, KnowledgeBase, Place
from knowledge.jobs import Job
from knowledge.threads import Thread, offered, tried

__all__ = ["call_human"]


def call_human(client: WebClient, knowledge: KnowledgeBase, job: Job) -> None:
    """Call the on-call group, or tell whoever asked for it, and nobody else, why not; then nothing has changed."""
    place, (by, at_us) = thread_of(job), job.about.split()[2:]
    group_id = knowledge.preferences.workspace(place.team).on_call
    if group_id is None:
        whisper(client, knowledge, place, by, words.NOBODY_TO_CALL)
    elif all(group.id != group_id for group in user_groups(client)):
        whisper(client, knowledge, place, by, words.GROUP_GONE)
    elif not knowledge.threads.begin_call(place, by=by, at_us=int(at_us)):
        whisper(client, knowledge, place, by, words.CALLED_ALREADY)
    else:
        _call(client, knowledge, place, by, group_id)


def _call(client: WebClient, knowledge: KnowledgeBase, place: Place, by: str, group_id: str) -> None:
    thread = knowledge.threads.of(place)
    conversation = knowledge.by_card(thread.card) if thread else None
    if thread is not None and conversation is not None:  # else it was deleted
        message = _summary(client, knowledge, thread, conversation, by=by, group_id=group_id)
        knowledge.threads.said(place, post(client, place, message))
        refresh(client, knowledge, thread.card)


def _summary(  # noqa: PLR0913 - each is a part of the summary
    client: WebClient, knowledge: KnowledgeBase, thread: Thread, conversation: Conversation, *, by: str, group_id: str
) -> Message:
    rated, advice = advice_of(knowledge, conversation)
    failed = tried(thread, advice)
    fixes = {fix.fix.key: fix.fix for fix in rated.workarounds} if rated else {}
    shown = [fixes[key] for key in offered(thread, advice) if key in fixes]
    return call_for_human(
        group_id,
        name=name_or_somebody(client, thread.place, by, conversation.language),
        asker=name_or_somebody(client, thread.place, conversation.asker, conversation.language),
        entry=rated.entry if rated else None,
        excerpt=conversation.excerpt,
        failed=[fix for fix in shown if fix.key in failed],
        suggested=[fix for fix in shown if fix.key not in failed],
        paste_url=_address(client, conversation, thread),
        language=conversation.language,
    )


def _address(client: WebClient, conversation: Conversation, thread: Thread) -> str | None:
    """The permalink of the paste; of the card if the paste was never a message."""
    return permalink(client, conversation.paste) or permalink(client, thread.card)
