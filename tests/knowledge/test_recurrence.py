"""When the same error again is a repeat, and when it is an incident."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import opening
from knowledge.base import Conversation, KnowledgeBase, Place, Signal
from knowledge.model import Language
from knowledge.recurrence import REPEAT_US, WINDOW_US, Sighting, Verdicts, is_incident, of_one_kind

ENTRY = "communication/smtp-535-authentication-credentials-invalid"
EXCERPT = "535 5.7.8 Error: authentication failed"
DAY_S = 86_400


class Clock(Protocol):
    seconds: float


def sighting(number: int = 0, **other: object) -> Sighting:
    place = Place("T1", str(other.get("channel", "C1")), f"{1_700_000_000 + number}.000000")
    codes = other.get("codes", frozenset({"421", "4.7.0"}))
    assert isinstance(codes, frozenset)
    provider = other.get("provider")
    return Sighting(place, str(other.get("by", "U1")), codes, str(provider) if provider else None)


def by_people(*people: str, channels: tuple[str, ...] = ("C1",)) -> list[Sighting]:
    return [sighting(n, by=who, channel=channels[n % len(channels)]) for n, who in enumerate(people)]


# Which pastes are an incident


@pytest.mark.parametrize(
    ("people", "channels", "expected"),
    [
        ("ABCAB", ("C1",), True),
        ("ABAB", ("C1", "C2"), False),  # too few
        ("ABCA", ("C1",), False),  # too few
        ("ABABA", ("C1",), False),  # two people in one channel talk to one another
        ("ABABA", ("C1", "C2"), True),
        ("AAAAA", ("C1", "C2", "C3"), False),  # one person who asks everywhere
    ],
)
def test_it_takes_five_pastes_by_people_who_do_not_repeat_one_another(
    people: str, channels: tuple[str, ...], *, expected: bool
) -> None:
    assert is_incident(by_people(*people, channels=channels), usual_per_day=0) is expected


@pytest.mark.parametrize(
    ("count", "usual_per_day", "expected"),
    [(5, 0, True), (5, 12, True), (5, 12.1, False), (10, 24, True), (9, 24, False), (20, 50, False), (21, 50, True)],
)
def test_it_takes_ten_times_what_such_a_while_usually_brings(
    count: int, usual_per_day: float, *, expected: bool
) -> None:
    seen = by_people(*(f"U{number}" for number in range(count)))
    assert is_incident(seen, usual_per_day=usual_per_day) is expected


@given(st.lists(st.sampled_from("ABCDE"), min_size=1, max_size=12), st.floats(0, 100), st.data())
def test_more_pastes_never_end_an_incident_and_their_order_says_nothing(
    people: list[str], usual: float, data: st.DataObject
) -> None:
    seen = by_people(*people)
    shuffled = data.draw(st.permutations(seen))
    assert is_incident(shuffled, usual_per_day=usual) is is_incident(seen, usual_per_day=usual)
    if is_incident(seen, usual_per_day=usual):
        assert is_incident([*seen, sighting(99, by="F")], usual_per_day=usual)


def test_other_codes_and_other_providers_are_another_error() -> None:
    latest = sighting(9, provider="gmail")
    same = [sighting(1, codes=frozenset({"421"})), sighting(2, codes=frozenset()), sighting(3, provider="gmail")]
    other = [sighting(4, codes=frozenset({"450"})), sighting(5, provider="yahoo")]
    assert of_one_kind(latest, [*other, *same, latest]) == [latest, *same]


# What the database tells


@pytest.fixture
def second(tmp_path: Path, few: Path, clock: Clock, base: KnowledgeBase) -> Iterator[KnowledgeBase]:
    """Another process on the database of `base`."""
    opened = KnowledgeBase(*opening.open_database(str(tmp_path / "postmaster.db"), few), now=clock)
    assert opened is not base
    yield opened
    opened.close()


def pasted(
    base: KnowledgeBase, clock: Clock, *, channel: str = "C1", by: str = "U1", ago_s: float = 0.0
) -> Conversation:
    """A paste that was written so long ago and arrives now."""
    paste = Place("T1", channel, f"{clock.seconds - ago_s:.6f}")
    conversation = Conversation(
        paste,
        paste.ts,
        by,
        asked=False,
        language=Language.EN,
        excerpt=EXCERPT,
        candidates=(ENTRY,),
        about=ENTRY,
    )
    assert base.receive(conversation)
    clock.seconds += 1
    return conversation


def answer(base: KnowledgeBase, conversation: Conversation, *, entry_id: str | None = ENTRY) -> Place:
    card = conversation.paste._replace(ts=f"{float(conversation.paste.ts) + 0.5:.6f}")
    base.posted(conversation.paste, card_ts=card.ts, entry_id=entry_id, workarounds=("app-password",))
    return card


def test_the_earlier_answer_is_the_latest_that_shows_an_entry_for_six_hours(base: KnowledgeBase, clock: Clock) -> None:
    first = pasted(base, clock)
    card = answer(base, first)
    answer(base, pasted(base, clock), entry_id=None)
    again = pasted(base, clock)
    found = base.recurrence.earlier(again)
    assert found is not None
    assert found.card == card
    clock.seconds += REPEAT_US / 1_000_000
    assert base.recurrence.earlier(again) is None


def test_an_answer_in_another_channel_or_about_another_error_is_no_earlier_one(
    base: KnowledgeBase, clock: Clock
) -> None:
    answer(base, pasted(base, clock))
    elsewhere = pasted(base, clock, channel="C2")
    assert base.recurrence.earlier(elsewhere) is None
    base.revise(replace(elsewhere, candidates=("a/b",), about="a/b"))
    other = pasted(base, clock, channel="C2")
    assert base.recurrence.earlier(other) is None


def test_of_two_pastes_at_once_in_two_processes_one_gets_the_card(
    base: KnowledgeBase, second: KnowledgeBase, clock: Clock
) -> None:
    one, other = pasted(base, clock), pasted(second, clock, ago_s=5)
    assert base.recurrence.earlier(one) is None
    found = second.recurrence.earlier(other)
    assert found is not None
    assert found.paste == one.paste


def test_a_paste_that_was_deleted_is_no_earlier_answer(base: KnowledgeBase, clock: Clock) -> None:
    first = pasted(base, clock)
    answer(base, first)
    base.forget(first.paste)
    assert base.recurrence.earlier(pasted(base, clock)) is None


def test_what_people_say_about_a_card_is_that_cards_alone(base: KnowledgeBase, clock: Clock) -> None:
    card, other = answer(base, pasted(base, clock)), answer(base, pasted(base, clock, channel="C2"))
    for voter, target, worked in [
        ("U1", "answer", True),
        ("U2", "answer", True),
        ("U3", "answer", False),
        ("U1", "workaround:oauth", True),
        ("U2", "workaround:oauth", True),
        ("U4", "workaround:app-password", True),
    ]:
        signal = Signal(card, voter, "button", target, worked=worked, event_ts=f"{clock.seconds + 1:.6f}")
        base.vote(signal)
    assert base.recurrence.verdicts(card) == Verdicts(2, 1, "oauth")
    assert base.recurrence.verdicts(other) == Verdicts(0, 0, None)


def crowd(base: KnowledgeBase, clock: Clock, count: int = 5, *, ago_s: float = 0.0) -> Conversation:
    """The latest of so many pastes by different people."""
    return [pasted(base, clock, by=f"U{number}", ago_s=ago_s) for number in range(count)][-1]


def test_an_incident_is_said_by_one_process_and_not_again_for_six_hours(
    base: KnowledgeBase, second: KnowledgeBase, clock: Clock
) -> None:
    latest = crowd(base, clock)
    incident = second.recurrence.incident(latest)
    assert incident is not None
    assert (len(incident.sightings), incident.code, incident.usual_per_day) == (5, "535 5.7.8", None)
    assert [base.recurrence.begin("T1", incident), second.recurrence.begin("T1", incident)] == [True, False]
    assert base.recurrence.begin("T2", incident)
    clock.seconds += 6 * 3_600 - 1
    assert not base.recurrence.begin("T1", incident)
    clock.seconds += 1
    assert second.recurrence.begin("T1", incident)


def test_pastes_count_for_twenty_minutes_after_they_were_written(base: KnowledgeBase, clock: Clock) -> None:
    began = clock.seconds
    latest = crowd(base, clock)
    clock.seconds = began + WINDOW_US / 1_000_000 - 1
    assert base.recurrence.incident(latest) is not None
    clock.seconds += 1
    assert base.recurrence.incident(latest) is None


def test_events_that_arrive_late_and_all_at_once_are_no_incident(base: KnowledgeBase, clock: Clock) -> None:
    assert base.recurrence.incident(crowd(base, clock, ago_s=3_600)) is None


def test_direct_messages_and_shared_answers_are_no_pastes_of_an_incident(base: KnowledgeBase, clock: Clock) -> None:
    crowd(base, clock, 4)
    pasted(base, clock, channel="D1", by="U9")
    shared = pasted(base, clock, by="U8", channel="C9")
    base.forget(shared.paste)
    assert base.recurrence.incident(pasted(base, clock, channel="D2", by="U7")) is None


def test_what_comes_often_has_to_come_more_often_and_the_usual_is_told(base: KnowledgeBase, clock: Clock) -> None:
    for _ in range(14 * 24):  # one every hour of two weeks
        pasted(base, clock, by="U0")
        clock.seconds += 3_599
    assert base.recurrence.incident(crowd(base, clock, 8)) is None
    incident = base.recurrence.incident(crowd(base, clock, 2))
    assert incident is not None
    assert incident.usual_per_day == pytest.approx(24, abs=0.2)
