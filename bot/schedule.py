"""Work that is due later: reminders, digests. Every process looks for it; each job is done by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import structlog

from bot import metrics
from bot.periodic import Periodic
from knowledge.base import KnowledgeBase
from knowledge.jobs import Job

__all__ = ["JobHandler", "Schedule", "do_now"]

_EVERY_S = 20.0
"""Seconds between two looks at what is due."""
_MOST_ATTEMPTS = 5
"""A job that failed so often is given up."""

JobHandler = Callable[[Job], None]
"""Does a job. What it raises leaves the job to be taken again."""

_log = structlog.get_logger(__name__)


def do_now(knowledge: KnowledgeBase, job: Job, handler: JobHandler) -> None:
    """Let `handler` do `job`, which was just planned, at once.

    If that fails, the job is taken again in a minute; if that minute is over, somebody else has it.
    """
    if knowledge.jobs.holds(job):
        handler(job)
        knowledge.jobs.finish(job)


class Schedule(Periodic):
    """A thread that does what is due, at once and then every 20 seconds."""

    def __init__(
        self, knowledge: KnowledgeBase, handlers: Mapping[str, JobHandler], *, every_s: float = _EVERY_S
    ) -> None:
        """Take the jobs of `knowledge`; `handlers` do them, by kind."""
        super().__init__("schedule", every_s=every_s)
        self._knowledge = knowledge
        self._handlers = handlers

    def do_what_is_due(self) -> None:
        """Do every job that is due now."""
        while not self.is_stopped and (job := self._knowledge.jobs.take()) is not None:
            self._do(job)

    def _do(self, job: Job) -> None:
        handler = self._handlers.get(job.kind)
        try:
            if handler is not None and job.attempts <= _MOST_ATTEMPTS:
                handler(job)
        except Exception as error:  # noqa: BLE001 - one job that fails must not hold up the others
            _log.warning("a job failed", kind=job.kind, attempts=job.attempts, exc_info=error)
            metrics.FAILURES.labels(stage="schedule").inc()
            return
        self._knowledge.jobs.finish(job)
