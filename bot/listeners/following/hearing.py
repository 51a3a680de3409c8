"""Somebody says below an answer that it is still broken or solved, wants a human, or pastes the error again."""

from __future__ import annotations

from slack_bolt import Args

from bot import slack_text
from bot.listeners.following.acting import Told, ask_for_human, move_on, resolve
from bot.listeners.following.followed import Followed, followed_in
from bot.listeners.incoming import Incoming
from bot.listeners.listening import is_off
from knowledge.base import KnowledgeBase
from knowledge.moment import microseconds
from knowledge.remarks import Remark, remark_in
from knowledge.threads import shows_again

__all__ = ["follow"]


def follow(args: Args, knowledge: KnowledgeBase, incoming: Incoming) -> bool:
    """Whether the reply `incoming` says something about the answer above it, which is then followed."""
    if not incoming.in_thread or incoming.files or is_off(knowledge, incoming.place):
        return False
    followed = followed_in(knowledge, incoming.parent)
    remark = _remark(args, knowledge, followed, incoming) if followed else None
    if followed is None or remark is None:
        return False
    does = {Remark.STILL_BROKEN: move_on, Remark.RESOLVED: resolve, Remark.NEED_HUMAN: ask_for_human}[remark]
    does(args, knowledge, followed, Told(by=incoming.author, at=incoming.place.ts))
    return True


def _remark(args: Args, knowledge: KnowledgeBase, followed: Followed, incoming: Incoming) -> Remark | None:
    """What `incoming` says about the answer. Only of whoever asked are words of success taken for the end of it."""
    is_asker = incoming.author == followed.conversation.asker
    remark = remark_in(slack_text.plain(str((args.event or {}).get("text") or "")))
    if remark is None and _is_pasted_again(knowledge, followed, incoming, is_asker=is_asker):
        return Remark.STILL_BROKEN
    return None if remark is Remark.RESOLVED and not is_asker else remark


def _is_pasted_again(knowledge: KnowledgeBase, followed: Followed, incoming: Incoming, *, is_asker: bool) -> bool:
    """Whether `incoming` shows the error of the answer again, and means by it that it is still there."""
    wants_answer = is_asker or incoming.mentions_bot
    at_us = microseconds(incoming.place.ts)
    if not shows_again(followed.thread, followed.advice, is_asker=wants_answer, at_us=at_us):
        return False
    answer = knowledge.look_up(incoming.text, team=incoming.place.team)
    explained = answer.candidates[0].rated.entry.id if answer.detected else None
    known = followed.conversation.candidates[:1]
    return explained is not None and explained in {followed.advice.entry_id, *known}
