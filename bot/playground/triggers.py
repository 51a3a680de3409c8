"""Trigger ids: the right to open one modal, for three seconds after somebody did something.

Source: https://docs.slack.dev/surfaces/modals/#opening_modals
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.playground.refusals import ApiRefusal

__all__ = ["TRIGGER_LIFETIME_S", "Trigger", "Triggers"]

TRIGGER_LIFETIME_S = 3.0
"""Seconds."""

_REMEMBERED_S = 600.0  # so long is a trigger id known to have expired; after that it is unknown


@dataclass(frozen=True, slots=True)
class Trigger:
    """Who did something, and in which modal (for `views.push`)."""

    user: str
    view_id: str | None
    issued: float


class Triggers:
    """All trigger ids handed out; `now` gives seconds and never goes back."""

    def __init__(self, *, lifetime_s: float = TRIGGER_LIFETIME_S, now: Callable[[], float] = time.monotonic) -> None:
        self._lifetime_s = lifetime_s
        self._now = now
        self._issued: dict[str, Trigger] = {}
        self._used: set[str] = set()

    def issue(self, user: str, *, view_id: str | None = None) -> str:
        """A new trigger id for what `user` just did."""
        self._forget_old()
        trigger_id = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._issued[trigger_id] = Trigger(user, view_id, self._now())
        return trigger_id

    def redeem(self, trigger_id: str) -> Trigger:
        """Use a trigger id up.

        Raises:
            ApiRefusal: `exchanged_trigger_id` (used before), `expired_trigger_id`, `invalid_arguments` (unknown).
        """
        trigger = self._issued.get(trigger_id)
        if trigger is None:
            raise ApiRefusal("invalid_arguments", messages=["invalid `trigger_id`"])
        if trigger_id in self._used:
            raise ApiRefusal("exchanged_trigger_id")
        if self._now() - trigger.issued > self._lifetime_s:
            raise ApiRefusal("expired_trigger_id")
        self._used.add(trigger_id)
        return trigger

    def _forget_old(self) -> None:
        oldest = self._now() - _REMEMBERED_S
        while self._issued and next(iter(self._issued.values())).issued < oldest:
            trigger_id = next(iter(self._issued))
            del self._issued[trigger_id]
            self._used.discard(trigger_id)
