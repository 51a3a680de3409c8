"""What a test (or a curious person) can make go wrong: repeated, late and disordered events, calls that fail.

Set on `Playground.switches`, or over HTTP with `POST /playground/switches` (see `pages.py`); `reset()` puts all back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["MethodFailure", "Switches"]


@dataclass(slots=True)
class MethodFailure:
    """How the next calls of one method end instead of doing their work."""

    error: str
    """Slack's error name; `ratelimited` is answered with HTTP 429."""
    times: int
    retry_after_s: int | None = None
    """Seconds, for the `Retry-After` header."""


class Switches:
    """The current settings; without any, everything works as it should."""

    def __init__(self) -> None:
        self.copies = 1
        """How often each event is delivered; 2 sends every event twice, with the same event id."""
        self.delay_s = 0.0
        """Seconds between what happened and its first delivery."""
        self.unscanned_looks = 0
        """How many more looks at a file (`files.info`) find that Slack has not scanned it yet."""
        self._failures: dict[str, MethodFailure] = {}
        self._held: list[Callable[[], None]] | None = None

    def reset(self) -> None:
        """Back to normal; held events go out."""
        self.copies, self.delay_s, self.unscanned_looks = 1, 0.0, 0
        self._failures.clear()
        self.release_events()

    def hold_events(self) -> None:
        """Keep events back until `release_events`."""
        self._held = self._held or []

    def release_events(self, *, newest_first: bool = False) -> None:
        """Send what was held back, in the order of its happening or the other way round."""
        held, self._held = self._held or [], None
        for send in reversed(held) if newest_first else held:
            send()

    def pass_or_hold(self, send: Callable[[], None]) -> None:
        """Call `send` now, or once the events are released."""
        if self._held is None:
            send()
        else:
            self._held.append(send)

    def rate_limit(self, method: str, *, retry_after_s: int = 1, times: int = 1) -> None:
        """Answer the next `times` calls of `method` with 429 and a `Retry-After` of so many seconds."""
        self.add_failure(method, error="ratelimited", times=times, retry_after_s=retry_after_s)

    def fail(self, method: str, *, error: str = "fatal_error", times: int = 1) -> None:
        """Answer the next `times` calls of `method` with `error`."""
        self.add_failure(method, error=error, times=times, retry_after_s=None)

    def add_failure(self, method: str, *, error: str, times: int, retry_after_s: int | None) -> None:
        """Answer the next `times` calls of `method` with `error`; with `retry_after_s` (seconds) as HTTP 429."""
        self._failures[method] = MethodFailure(error, times, retry_after_s)

    def takes_unscanned_look(self) -> bool:
        """Whether this look at a file comes too early; counts it."""
        is_early = self.unscanned_looks > 0
        self.unscanned_looks -= is_early
        return is_early

    def take_failure(self, method: str) -> MethodFailure | None:
        """The failure that this call of `method` must end with, if one is due; counts it."""
        failure = self._failures.get(method)
        if failure is None or failure.times <= 0:
            return None
        failure.times -= 1
        return failure
