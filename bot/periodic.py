"""A thread that looks again and again whether there is something to do."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod

import structlog

__all__ = ["Periodic"]

_log = structlog.get_logger(__name__)


class Periodic(ABC):
    """Does what is due, at once and then again and again, until it is stopped."""

    def __init__(self, name: str, *, every_s: float) -> None:
        """Be a thread called `name` that looks every `every_s` seconds."""
        self._every_s = every_s
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after what is being done."""
        self._stopped.set()
        self._thread.join()

    @property
    def is_stopped(self) -> bool:
        """Whether nothing more should be begun."""
        return self._stopped.is_set()

    @abstractmethod
    def do_what_is_due(self) -> None:
        """Do all that there is to do now, piece by piece until it is stopped."""

    def _run(self) -> None:
        while not self.is_stopped:
            try:
                self.do_what_is_due()
            except Exception as error:  # noqa: BLE001 - the outer edge of this thread, which must live on
                _log.error("what is due could not be done", thread=self._thread.name, exc_info=error)
            self._stopped.wait(self._every_s)
