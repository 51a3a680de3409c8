"""A vote is counted, whatever carries it."""

from __future__ import annotations

from contextlib import suppress

from bot import metrics
from knowledge.base import KnowledgeBase, Signal
from knowledge.errors import InputError

__all__ = ["count"]


def count(knowledge: KnowledgeBase, signal: Signal) -> None:
    """Count `signal`, unless it has a target that no card ever had, or a time that is none of Slack's."""
    with suppress(InputError):
        knowledge.vote(signal)
        metrics.VOTES.labels(target=signal.target.partition(":")[0]).inc()
