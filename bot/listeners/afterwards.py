"""What is done once Slack got its acknowledgement, and what becomes of it when it fails."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from slack_bolt import Args

from bot import metrics
from bot.listeners.failure import apologise, kind_of, waits_for_answer

__all__ = ["afterwards"]

_log = structlog.get_logger(__name__)


def afterwards(args: Args, work: Callable[[], object]) -> None:
    """Do `work`, which talks to Slack, in a thread of its own; the listener returns, and Bolt acknowledges.

    What the work needs to survive a crash must be stored before.
    """
    args.context.listener_runner.listener_executor.submit(_guarded, args, work)


def _guarded(args: Args, work: Callable[[], object]) -> None:
    """Do `work`; what it raises is logged, and whoever waits for an answer gets an apology."""
    try:
        work()
    except Exception as error:  # noqa: BLE001 - the outer edge: nobody above this line can do anything about it
        _log.error("an answer failed", stage="answer", kind=kind_of(args.body), exc_info=error)
        metrics.FAILURES.labels(stage="answer").inc()
        if waits_for_answer(args.body):
            apologise(args.body, args.context, args.client)
