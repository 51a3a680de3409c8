"""Answers that broke off: a process died, or Slack was away. They are given once it works again."""

from __future__ import annotations

import structlog
from slack_sdk import WebClient

from bot import metrics
from bot.listeners.asking import Received
from bot.listeners.delivering import deliver
from bot.periodic import Periodic
from knowledge.base import KnowledgeBase

__all__ = ["OverdueAnswers"]

_EVERY_S = 30.0
"""Seconds between two looks; whoever took a paste has it for so long."""

_log = structlog.get_logger(__name__)


class OverdueAnswers(Periodic):
    """A thread that gives overdue answers, at once and then every 30 seconds."""

    def __init__(self, client: WebClient, knowledge: KnowledgeBase, *, every_s: float = _EVERY_S) -> None:
        """Answer through `client` what `knowledge` still owes."""
        super().__init__("overdue answers", every_s=every_s)
        self._client = client
        self._knowledge = knowledge

    def do_what_is_due(self) -> None:
        """Give every answer that is owed now."""
        for conversation in self._knowledge.overdue():
            if self.is_stopped:
                return
            try:
                deliver(self._client, self._knowledge, Received(conversation.paste))
            except Exception as error:  # noqa: BLE001 - one answer that fails must not hold up the others
                _log.warning("an overdue answer failed", exc_info=error)
                metrics.FAILURES.labels(stage="overdue").inc()
