"""A week is told once, at the hour that the workspace set, whatever the clocks, restarts and settings do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from knowledge import files
from knowledge.base import Conversation, KnowledgeBase, Place, Signal
from knowledge.digest import Turn, coming_turns, week_before
from knowledge.jobs import Job
from knowledge.model import Language
from knowledge.opening import open_database
from knowledge.preferences import Preferences

TEAM = "T1"
ENTRY = "communication/smtp-535-authentication-credentials-invalid"
BERLIN = Preferences(digest_channel="C1", digest_weekday=6, digest_hour=2, time_zone="Europe/Berlin")
WANTED = Preferences(digest_channel="C1", digest_weekday=0, digest_hour=9, time_zone="Asia/Kathmandu")


class Clock:
    """A clock that a test sets."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now.timestamp()


@pytest.fixture
def clock() -> Clock:
    """A Thursday."""
    return Clock(datetime(2026, 11, 19, 12, tzinfo=UTC))


@pytest.fixture
def knowledge(database: Path, clock: Clock) -> Iterator[KnowledgeBase]:
    """A knowledge base that lives by `clock`."""
    store, library = open_database(str(database), files.ENTRIES)
    base = KnowledgeBase(store, library, now=clock)
    yield base
    base.close()


def us(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000_000


def due(turn: Turn) -> datetime:
    return datetime.fromtimestamp(turn.due_us / 1_000_000, UTC)


def turns(wanted: Preferences, after: datetime, count: int = 2) -> list[datetime]:
    return [due(turn) for turn in islice(coming_turns(wanted, after_us=us(after)), count)]


def pasted(knowledge: KnowledgeBase, ts: str, *, entry: str | None = ENTRY) -> Place:
    """A paste, answered at once; where its card stands."""
    paste, candidates = Place(TEAM, "C1", ts), (entry,) if entry else ()
    excerpt = "535 5.7.8 invalid" if entry else "599 5.9.9 Zorblax flange misaligned"
    about = Conversation(paste, ts, "U1", asked=True, language=Language.EN, excerpt=excerpt, candidates=candidates)
    knowledge.receive(about)
    knowledge.posted(paste, card_ts=f"{ts[:-1]}1", entry_id=entry, workarounds=())
    if not entry:
        knowledge.remember_question(about, knowledge.look_up(excerpt))
    return paste._replace(ts=f"{ts[:-1]}1")


def taken(knowledge: KnowledgeBase) -> Job:
    job = knowledge.jobs.take()
    assert job is not None
    return job


def test_it_is_due_at_the_workspaces_own_hour_in_summer_and_in_winter() -> None:
    assert turns(BERLIN.model_copy(update={"digest_hour": 9}), datetime(2026, 10, 19, tzinfo=UTC)) == [
        datetime(2026, 10, 25, 8, tzinfo=UTC),
        datetime(2026, 11, 1, 8, tzinfo=UTC),
    ]
    assert turns(BERLIN.model_copy(update={"digest_hour": 9}), datetime(2026, 10, 12, tzinfo=UTC), 1) == [
        datetime(2026, 10, 18, 7, tzinfo=UTC)
    ]


def test_an_hour_that_the_clocks_skip_is_the_one_that_follows() -> None:
    """Central Europe has no 2 o'clock on 29 March 2026."""
    assert turns(BERLIN, datetime(2026, 3, 25, tzinfo=UTC), 1) == [datetime(2026, 3, 29, 1, tzinfo=UTC)]


def test_an_hour_that_the_clocks_repeat_comes_once() -> None:
    """Central Europe has 2 o'clock twice on 25 October 2026."""
    first = datetime(2026, 10, 25, 0, tzinfo=UTC)
    assert turns(BERLIN, first - timedelta(days=2), 1) == [first]
    assert turns(BERLIN, first, 1) == [datetime(2026, 11, 1, 1, tzinfo=UTC)]


def test_a_week_is_seven_local_days_however_long_they_are() -> None:
    week = week_before(us(datetime(2026, 10, 26, 8, tzinfo=UTC)), BERLIN)
    assert (week.days[0], week.days[-1], len(week.days)) == (date(2026, 10, 19), date(2026, 10, 25), 7)
    assert week.to_us - week.from_us == (7 * 24 + 1) * 3_600 * 1_000_000


def test_the_week_adds_up_by_the_days_of_the_workspace(knowledge: KnowledgeBase, clock: Clock) -> None:
    knowledge.preferences.set_workspace(TEAM, WANTED, by="U1")
    clock.now = datetime(2026, 11, 16, 18, 20, tzinfo=UTC)  # five past midnight on the 17th in Kathmandu
    card = pasted(knowledge, "1.0")
    pasted(knowledge, "2.0")
    pasted(knowledge, "3.0", entry=None)
    clock.now = datetime(2026, 11, 22, 18, 20, tzinfo=UTC)
    pasted(knowledge, "4.0")  # no more of this week
    for voter in ("U2", "U3"):
        knowledge.vote(Signal(card, voter, "button:answer", "answer", False, f"{clock():.6f}"))  # noqa: FBT003 - it failed
    digest = knowledge.digests.gather(TEAM, week_before(us(datetime(2026, 11, 23, 3, 15, tzinfo=UTC)), WANTED))
    assert digest.week.days[1] == date(2026, 11, 17)
    assert digest.pastes == (0, 3, 0, 0, 0, 0, 0)
    assert digest.unknown == 1
    assert [(one.entry_id, one.pastes) for one in digest.asked] == [(ENTRY, 2)]
    assert [(one.excerpt, one.last_place.ts) for one in digest.unanswered] == [
        ("599 5.9.9 Zorblax flange misaligned", "3.0")
    ]
    assert [one.entry_id for one in digest.fallen] == [ENTRY]
    assert digest.worked == ()
    assert ENTRY in digest.entries


def test_a_quiet_week_has_nothing_to_tell(knowledge: KnowledgeBase) -> None:
    assert knowledge.digests.gather(TEAM, week_before(us(datetime(2026, 11, 23, tzinfo=UTC)), WANTED)).is_empty


def test_settings_move_the_next_digest_and_planning_again_changes_nothing(
    knowledge: KnowledgeBase, clock: Clock
) -> None:
    for hour in (9, 17):
        knowledge.preferences.set_workspace(TEAM, WANTED.model_copy(update={"digest_hour": hour}), by="U1")
        knowledge.digests.plan(TEAM)
        knowledge.digests.plan_all()
    clock.now = datetime(2026, 11, 23, 11, 14, tzinfo=UTC)
    assert knowledge.jobs.take() is None
    clock.now = datetime(2026, 11, 23, 11, 15, tzinfo=UTC)
    assert taken(knowledge).name == "digest 2026-W48"
    assert knowledge.jobs.take() is None


def test_without_a_channel_there_is_none(knowledge: KnowledgeBase, clock: Clock) -> None:
    knowledge.preferences.set_workspace(TEAM, WANTED, by="U1")
    knowledge.digests.plan(TEAM)
    knowledge.preferences.set_workspace(TEAM, WANTED.model_copy(update={"digest_channel": None}), by="U1")
    knowledge.digests.plan(TEAM)
    clock.now += timedelta(days=30)
    assert knowledge.jobs.take() is None


def test_a_week_that_was_told_is_not_told_again_when_settings_move_it(knowledge: KnowledgeBase, clock: Clock) -> None:
    knowledge.preferences.set_workspace(TEAM, WANTED, by="U1")
    knowledge.digests.plan(TEAM)
    clock.now = datetime(2026, 11, 23, 4, tzinfo=UTC)
    monday = taken(knowledge)
    knowledge.digests.told(monday)
    knowledge.jobs.finish(monday)
    assert not knowledge.digests.is_wanted(monday)
    knowledge.preferences.set_workspace(TEAM, WANTED.model_copy(update={"digest_weekday": 4}), by="U1")
    knowledge.digests.plan(TEAM)
    clock.now = datetime(2026, 12, 4, 4, tzinfo=UTC)
    friday = taken(knowledge)
    assert (friday.name, due(Turn("", friday.due_us))) == ("digest 2026-W49", datetime(2026, 12, 4, 3, 15, tzinfo=UTC))


def test_a_missed_week_is_made_up_for_within_two_days(knowledge: KnowledgeBase, clock: Clock) -> None:
    knowledge.preferences.set_workspace(TEAM, WANTED, by="U1")
    knowledge.digests.plan(TEAM)
    clock.now = datetime(2026, 11, 25, 3, 14, tzinfo=UTC)
    knowledge.digests.plan_all()  # what a process does that starts
    missed = taken(knowledge)
    assert missed.name == "digest 2026-W48"
    assert knowledge.digests.is_wanted(missed)
    clock.now += timedelta(minutes=1)
    assert not knowledge.digests.is_wanted(missed)
