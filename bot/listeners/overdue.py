"""Answers that broke off: a process died, or Slack was away. They are given once it works again."""

from __future__ import annotations

import threading

import structlog
from slack_sdk import WebClient

from bot import metrics
from bot.listeners.asking import Received
from bot.listeners.delivering import deliver
from knowledge.base import KnowledgeBase

__all__ = ["OverdueAnswers"]

_EVERY_S = 30.0
"""Seconds between two looks; whoever took a paste has it for so long."""

_log = structlog.get_logger(__name__)


class OverdueAnswers:
    """A thread that gives overdue answers, at once and then every 30 seconds."""

    def __init__(self, client: WebClient, knowledge: KnowledgeBase, *, every_s: float = _EVERY_S) -> None:
        """Answer through `client` what `knowledge` still owes."""
        self._client = client
        self._knowledge = knowledge
        self._every_s = every_s
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="overdue answers", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the answer that is being given."""
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._answer_all()
            except Exception as error:  # noqa: BLE001 - the outer edge of this thread, which must live on
                _log.error("overdue answers could not be read", exc_info=error)
            self._stopped.wait(self._every_s)

    def _answer_all(self) -> None:
        for conversation in self._knowledge.overdue():
            if self._stopped.is_set():
                return
            try:
                deliver(self._client, self._knowledge, Received(conversation.paste))
            except Exception as error:  # noqa: BLE001 - one answer that fails must not hold up the others
                _log.warning("an overdue answer failed", exc_info=error)
                metrics.FAILURES.labels(stage="overdue").inc()
