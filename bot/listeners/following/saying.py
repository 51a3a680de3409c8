"""What Postmaster says in a thread, as jobs: at once by whoever planned it, or later by anybody if that broke off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from slack_sdk import WebClient

from bot.listeners.following.humans import call_human
from bot.listeners.following.outcomes import tell_outcome
from bot.listeners.following.reminders import remind
from bot.listeners.following.steps import say_step
from bot.schedule import JobHandler, do_now
from knowledge.base import KnowledgeBase
from knowledge.jobs import Job
from knowledge.services.threads import HUMAN, OUTCOME, REMINDER, STEP

__all__ = ["handlers", "say"]

_KINDS: dict[str, Callable[[WebClient, KnowledgeBase, Job], None]] = {
    STEP: say_step,
    OUTCOME: tell_outcome,
    HUMAN: call_human,
    REMINDER: remind,
}


def handlers(client: WebClient, knowledge: KnowledgeBase) -> dict[str, JobHandler]:
    """What does the jobs of threads, by kind."""
    return {kind: partial(do, client, knowledge) for kind, do in _KINDS.items()}


def say(client: WebClient, knowledge: KnowledgeBase, job: Job) -> None:
    """Do `job` now, see `do_now`."""
    do_now(knowledge, job, partial(_KINDS[job.kind], client, knowledge))
