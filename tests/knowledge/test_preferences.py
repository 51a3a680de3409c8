"""What workspaces and channels set holds in every process within a second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from knowledge.errors import StoreError
from knowledge.model import Language
from knowledge.moment import clock
from knowledge.preferences import Change, ChannelPreferences, Listening, Preferences
from knowledge.services.preferences import LOOK_AT_PEOPLE_EVERY_S, LOOK_EVERY_S, PreferenceBook
from knowledge.store import open_store

NOW = 1_700_000_000.0


@contextmanager
def book(database: Path, seconds: list[float]) -> Iterator[PreferenceBook]:
    """One process's view of `database`, whose clock shows `seconds`."""
    store = open_store(str(database))
    yield PreferenceBook(store, clock(lambda: NOW + seconds[0]), clock=lambda: seconds[0])
    store.close()


def test_a_change_holds_at_once_where_it_was_made_and_a_second_later_everywhere(tmp_path: Path) -> None:
    seconds = [0.0]
    with book(tmp_path / "one.db", seconds) as here, book(tmp_path / "one.db", seconds) as there:
        assert there.channel("T1", "C1").listening is Listening.LISTEN
        here.set_channel("T1", "C1", ChannelPreferences(listening=Listening.OFF), by="U1")
        here.set_workspace("T1", Preferences(language=Language.ZH), by="U1")
        assert here.channel("T1", "C1").listening is Listening.OFF
        seconds[0] += LOOK_EVERY_S
        assert there.channel("T1", "C1").listening is Listening.OFF
        assert there.workspace("T1").language is Language.ZH
        assert there.workspace("T2") == Preferences()


def test_who_changed_what_last_is_known(tmp_path: Path) -> None:
    seconds = [0.0]
    with book(tmp_path / "one.db", seconds) as here:
        assert here.last_change("T1") is None
        here.set_workspace("T1", Preferences(), by="U1")
        seconds[0] = 5.0
        here.set_workspace("T1", Preferences(reminder_hours=1), by="U2")
        assert here.last_change("T1") == Change("U2", int((NOW + 5) * 1_000_000))
        assert here.last_change("T1", "C1") is None


def test_a_person_is_looked_at_again_after_a_day(tmp_path: Path) -> None:
    seconds = [0.0]
    with book(tmp_path / "one.db", seconds) as here:
        seen = here.remember_person("T1", "U1", locale="zh-CN", time_zone="Asia/Shanghai")
        assert here.person("T1", "U1") == seen
        seconds[0] += LOOK_AT_PEOPLE_EVERY_S - 1
        assert here.is_current(seen)
        seconds[0] += 1
        assert not here.is_current(seen)


def test_settings_that_were_damaged_are_reported_and_not_taken_for_none(tmp_path: Path) -> None:
    seconds = [0.0]
    with book(tmp_path / "one.db", seconds) as here:
        here.set_workspace("T1", Preferences().model_copy(update={"time_zone": "Mars/Base"}), by="U1")
        with pytest.raises(StoreError, match="T1"):
            here.workspace("T1")
