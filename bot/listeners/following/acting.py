"""What follows from a remark or a press: it is stored, and then said."""

from __future__ import annotations

from dataclasses import dataclass

from slack_bolt import Args

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import refresh
from bot.listeners.following.followed import Followed
from bot.listeners.following.saying import say
from knowledge.base import KnowledgeBase
from knowledge.jobs import Job
from knowledge.moment import microseconds

__all__ = ["Told", "ask_for_human", "move_on", "resolve"]


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody said something about the answer in a thread."""

    by: str
    at: str
    """Slack's time of it."""
    of: str | None = None
    """The key of the workaround that it was said of; None: of no special one."""


def move_on(args: Args, knowledge: KnowledgeBase, followed: Followed, told: Told) -> None:
    """It is still broken."""
    thread, advice = followed.thread, followed.advice
    job = knowledge.threads.move_on(thread.place, advice, by=told.by, said_ts=told.at, passed=told.of)
    _say(args, knowledge, followed, job)


def resolve(args: Args, knowledge: KnowledgeBase, followed: Followed, told: Told) -> None:
    """It is solved."""
    job = knowledge.threads.resolve(followed.thread.place, by=told.by, at_us=microseconds(told.at))
    _say(args, knowledge, followed, job)


def ask_for_human(args: Args, knowledge: KnowledgeBase, followed: Followed, told: Told) -> None:
    """Somebody wants a human."""
    job = knowledge.threads.ask_for_human(followed.thread.place, by=told.by, at_us=microseconds(told.at))
    if job is not None:  # else Slack says it again
        afterwards(args, lambda: say(args.client, knowledge, job))


def _say(args: Args, knowledge: KnowledgeBase, followed: Followed, job: Job | None) -> None:
    """Do `job`, which brings the card up to date; without one, do that alone: somebody may have voted."""
    if job is not None:
        afterwards(args, lambda: say(args.client, knowledge, job))
    else:
        afterwards(args, lambda: refresh(args.client, knowledge, followed.advice.card))
