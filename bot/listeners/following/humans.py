"""Need a human: the on-call group is called once in a thread, with all that it has to know."""

from __future__ import annotations

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.listeners.answering import refresh
from bot.listeners.following.posting import post, thread_of, whisper
from bot.listeners.threads import advice_of, name_or_somebody
from bot.views.following import words
from bot.views.following.outcomes import call_for_human
from bot.views.message import Message
from knowledge.base import Conversation, KnowledgeBase, Place
from knowledge.jobs import Job
from knowledge.model import Workaround
from knowledge.threads import Thread, offered, tried

__all__ = ["call_human"]

_NO_GROUPS = {"plan_upgrade_required", "paid_teams_only"}
"""Slack's errors in workspaces that cannot have user groups."""


def call_human(client: WebClient, knowledge: KnowledgeBase, job: Job) -> None:
    """Call the on-call group as `job` says; if it is not there any more, tell who asked, and nothing has changed."""
    place = thread_of(job)
    thread, group_id = knowledge.threads.of(place), knowledge.preferences.workspace(place.team).on_call
    conversation = knowledge.by_card(thread.card) if thread else None
    if thread is None or conversation is None:
        return
    if group_id is None or not _exists(client, group_id):
        knowledge.threads.keep(place)
        whisper(client, knowledge, place, thread.outcome_by, words.GROUP_GONE if group_id else words.NOBODY_TO_CALL)
        return
    message = _summary(client, knowledge, thread, conversation, group_id)
    knowledge.threads.said(place, post(client, place, message))
    refresh(client, knowledge, thread.card)


def _exists(client: WebClient, group_id: str) -> bool:
    """Whether the user group is there; Slack lists only those that are not disabled."""
    try:
        groups = client.usergroups_list().get("usergroups") or []
    except SlackApiError as error:
        if error.response.get("error") in _NO_GROUPS:
            return False
        raise
    return any(group.get("id") == group_id for group in groups)


def _summary(
    client: WebClient, knowledge: KnowledgeBase, thread: Thread, conversation: Conversation, group_id: str
) -> Message:
    rated, advice = advice_of(knowledge, conversation)
    fixes = {fix.fix.key: fix.fix for fix in rated.workarounds} if rated else {}
    failed = tried(thread, advice)
    suggested = [key for key in offered(thread, advice) if key not in failed]

    def called(keys: tuple[str, ...] | list[str]) -> list[Workaround]:
        return [fixes[key] for key in keys if key in fixes]

    return call_for_human(
        group_id,
        name=name_or_somebody(client, thread.place, thread.outcome_by, conversation.language),
        asker=name_or_somebody(client, thread.place, conversation.asker, conversation.language),
        entry=rated.entry if rated else None,
        excerpt=conversation.excerpt,
        failed=called(failed),
        suggested=called(suggested),
        paste_url=_address(client, conversation, thread),
        language=conversation.language,
    )


def _address(client: WebClient, conversation: Conversation, thread: Thread) -> str | None:
    """The permalink of the paste; of the card if the paste was never a message."""
    for message in (conversation.paste, thread.card):
        url = _permalink(client, message)
        if url is not None:
            return url
    return None


def _permalink(client: WebClient, message: Place) -> str | None:
    try:
        found = client.chat_getPermalink(channel=message.channel, message_ts=message.ts).get("permalink")
    except SlackApiError:
        return None
    return found if isinstance(found, str) else None
