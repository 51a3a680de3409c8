"""Somebody says below an answer that it is still broken or solved, wants a human, or pastes the error again."""

from __future__ import annotations

from slack_bolt import Args

from bot import slack_text
from bot.listeners.following.acting import Told, ask_for_human, move_on, resolve
from bot.listeners.following.again import explained_in
from bot.listeners.following.followed import Followed, followed_in, followed_lately
from bot.listeners.incoming import Incoming
from bot.listeners.listening import is_off
from knowledge.base import KnowledgeBase
from knowledge.moment import microseconds
from knowledge.remarks import Remark, remark_in
from knowledge.threads import shows_again

__all__ = ["follow"]

_DOES = {Remark.STILL_BROKEN: move_on, Remark.RESOLVED: resolve, Remark.NEED_HUMAN: ask_for_human}


def follow(args: Args, knowledge: KnowledgeBase, incoming: Incoming) -> bool:
    """Whether `incoming` says something about the answer before it, which is then followed."""
    if incoming.files or is_off(knowledge, incoming.place):
        return False
    remark = remark_in(slack_text.plain(str((args.event or {}).get("text") or "")))
    followed = _above(knowledge, incoming, remark)
    if followed is None or knowledge.is_deleted(incoming.place):
        return False
    told = Told(by=incoming.author, at=incoming.place.ts)
    if remark is None:
        again = _pasted_again(knowledge, followed, incoming)
        if again is not None:
            move_on(args, knowledge, again, told)
        return again is not None
    if remark is Remark.RESOLVED and not _asks(incoming, followed):
        return False  # others mean other things
    _DOES[remark](args, knowledge, followed, told)
    return True


def _above(knowledge: KnowledgeBase, incoming: Incoming, remark: Remark | None) -> Followed | None:
    """What `incoming` may be about: the answer in its thread. In a direct message few people use threads."""
    if incoming.in_thread:
        return followed_in(knowledge, incoming.parent)
    return followed_lately(knowledge, incoming.place) if incoming.is_direct and remark else None


def _pasted_again(knowledge: KnowledgeBase, followed: Followed, incoming: Incoming) -> Followed | None:
    """The answer in the thread whose error `incoming` shows again, and means by it that it is still there."""
    answer = knowledge.look_up(incoming.text, team=incoming.place.team)
    above = explained_in(knowledge, followed, answer.candidates[0].rated.entry.id) if answer.detected else None
    if above is None:
        return None
    asks = incoming.mentions_bot or _asks(incoming, above)
    again = shows_again(above.thread, above.advice, asks=asks, at_us=microseconds(incoming.place.ts))
    return above if again else None


def _asks(incoming: Incoming, followed: Followed) -> bool:
    """Whether whoever wrote `incoming` has the error: they pasted it, or asked about somebody's paste."""
    return incoming.author in {followed.conversation.asker, incoming.parent_author}
