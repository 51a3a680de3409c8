"""What a workspace and its channels set, kept at hand for a second: every paste asks for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from pydantic import ValidationError

from knowledge.errors import StoreError
from knowledge.moment import Clock
from knowledge.preferences import Change, ChannelPreferences, Preferences
from knowledge.store import Store, preferences
from knowledge.store.preferences import WORKSPACE, Person

__all__ = ["LOOK_AT_PEOPLE_EVERY_S", "LOOK_EVERY_S", "Person", "PreferenceBook"]

LOOK_EVERY_S = 1.0
"""Seconds for which what was read holds: a change reaches every process within them."""
LOOK_AT_PEOPLE_EVERY_S = 86_400
"""Seconds for which what was seen of a person holds."""
_REMEMBERED = 10_000
"""Scopes that are kept at hand."""

_Kind = TypeVar("_Kind", Preferences, ChannelPreferences)


class PreferenceBook:
    """The preferences of every team in one database. Every method raises `StoreError` when it cannot be used."""

    def __init__(self, store: Store, now_us: Clock, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Keep them in `store`; `now_us` gives the microseconds since 1970, `clock` seconds that only grow."""
        self._store = store
        self._now_us = now_us
        self._clock = clock
        self._read: dict[tuple[str, str], tuple[float, str | None]] = {}

    def workspace(self, team: str) -> Preferences:
        """What holds in the workspace `team`."""
        return self._preferences(Preferences, team, WORKSPACE)

    def channel(self, team: str, channel: str) -> ChannelPreferences:
        """What holds in its channel `channel`."""
        return self._preferences(ChannelPreferences, team, channel)

    def last_change(self, team: str, channel: str | None = None) -> Change | None:
        """Who changed what holds in `channel`, or in the workspace, last; None if nobody ever did."""
        with self._store.reading() as session:
            return preferences.change(session, team, WORKSPACE if channel is None else channel)

    def set_workspace(self, team: str, wanted: Preferences, *, by: str) -> None:
        """Let `wanted` hold in `team`; the person `by` wants it."""
        self._put(team, WORKSPACE, wanted.model_dump_json(exclude_defaults=True), by)

    def set_channel(self, team: str, channel: str, wanted: ChannelPreferences, *, by: str) -> None:
        """Let `wanted` hold in `channel`; the person `by` wants it."""
        self._put(team, channel, wanted.model_dump_json(exclude_defaults=True), by)

    def person(self, team: str, user_id: str) -> Person | None:
        """How `user_id` has set up Slack, if that was ever looked at."""
        with self._store.reading() as session:
            return preferences.person(session, team, user_id)

    def is_current(self, person: Person) -> bool:
        """Whether `person` was looked at within the last day."""
        return self._now_us() - person.looked_us < LOOK_AT_PEOPLE_EVERY_S * 1_000_000

    def remember_person(self, team: str, user_id: str, *, locale: str, time_zone: str) -> Person:
        """Keep how `user_id` has set up Slack now; empty is what Slack does not say."""
        seen = Person(locale, time_zone, self._now_us())
        with self._store.writing() as session:
            preferences.put_person(session, team, user_id, seen)
        return seen

    def _preferences(self, kind: type[_Kind], team: str, scope: str) -> _Kind:
        body = self._body(team, scope)
        try:
            return kind.model_validate_json(body) if body else kind()
        except ValidationError as error:
            fault = error.errors()[0]["msg"]
            raise StoreError(f"the settings of {team} in the database are damaged ({fault}); save them again") from None

    def _body(self, team: str, scope: str) -> str | None:
        read_at, body = self._read.get((team, scope), (float("-inf"), None))
        if self._clock() - read_at < LOOK_EVERY_S:
            return body
        with self._store.reading() as session:
            body = preferences.body(session, team, scope)
        self._keep(team, scope, body)
        return body

    def _put(self, team: str, scope: str, body: str, by: str) -> None:
        with self._store.writing() as session:
            preferences.put(session, team, scope, body, by=by, now_us=self._now_us())
        self._keep(team, scope, body)

    def _keep(self, team: str, scope: str, body: str | None) -> None:
        if len(self._read) >= _REMEMBERED:
            self._read.clear()
        self._read[team, scope] = self._clock(), body
