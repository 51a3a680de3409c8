"""A paste in a thread shows the error of that thread again: it is still broken, or somebody only quotes it."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.listeners.following.followed import Followed, answers_in, followed_in
from bot.listeners.following.saying import say
from knowledge.base import Conversation, KnowledgeBase
from knowledge.moment import microseconds
from knowledge.threads import shows_again

__all__ = ["answered_above", "explained_in", "take_as_remark"]


def explained_in(knowledge: KnowledgeBase, followed: Followed, entry_id: str) -> Followed | None:
    """The answer in the thread of `followed` that explains `entry_id` already; None if there is none."""
    answers = answers_in(knowledge, followed)
    return next((one for one in answers if entry_id in {one.advice.entry_id, *one.conversation.candidates[:1]}), None)


def answered_above(knowledge: KnowledgeBase, again: Conversation) -> Followed | None:
    """The answer above the paste of `again` to the same error; None if it stands in no thread or shows another one."""
    paste = again.paste
    if not again.candidates or again.thread_ts in {"", paste.ts}:
        return None
    followed = followed_in(knowledge, paste._replace(ts=again.thread_ts))
    return explained_in(knowledge, followed, again.candidates[0]) if followed else None


def take_as_remark(client: WebClient, knowledge: KnowledgeBase, above: Followed, again: Conversation) -> None:
    """Take the paste of `again` for what it says about the answer `above`; it gets none of its own."""
    paste, asks, job = again.paste, again.asked or again.asker == above.conversation.asker, None
    if shows_again(above.thread, above.advice, asks=asks, at_us=microseconds(paste.ts)):
        job = knowledge.threads.move_on(above.thread.place, above.advice, by=again.asker, said_ts=paste.ts)
    knowledge.forget(paste)
    if job is not None:
        say(client, knowledge, job)
