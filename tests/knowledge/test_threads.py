"""What happens below an answer depends on what people said and when, never on how often or in which order it is heard."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase, Signal
from knowledge.conversation import Conversation, Place
from knowledge.jobs import LEASE_S
from knowledge.model import Language
from knowledge.moment import microseconds
from knowledge.threads import (
    QUOTE_US,
    Advice,
    Outcome,
    Thread,
    hand_over,
    move_on,
    offered,
    resolve,
    shows_again,
    tried,
)

PLACE = Place("T1", "C1", "1700000000.000100")
THREAD = Thread(PLACE, card_ts="1700000001.000100")
ENTRY = "communication/smtp-535-authentication-credentials-invalid"
ADVICE = Advice(THREAD.card, ENTRY, ("first", "second", "third"))


class Clock(Protocol):
    seconds: float


def at(seconds: int) -> str:
    return f"{1_700_000_000 + seconds}.000100"


def said(thread: Thread, seconds: int, *, passed: str | None = None) -> Thread:
    """`thread` after somebody said so many seconds later that it is still broken, and saw the answer to it at once."""
    after = move_on(thread, ADVICE, by="U1", said_ts=at(seconds), passed=passed)
    steps = [step._replace(message_ts=step.message_ts or at(seconds + 1)) for step in after.steps]
    return replace(after, steps=tuple(steps))


def test_each_time_the_next_workaround_is_offered_and_none_twice() -> None:
    once, twice, thrice = said(THREAD, 10), said(said(THREAD, 10), 20), said(said(said(THREAD, 10), 20), 30)
    assert [offered(thread, ADVICE)[-1] for thread in (THREAD, once, twice)] == ["first", "second", "third"]
    assert tried(twice, ADVICE) == ("first", "second")
    assert thrice.steps[-1].key == ""
    assert tried(thrice, ADVICE) == ADVICE.keys
    assert said(thrice, 40) == thrice


@given(st.lists(st.sampled_from([10, 20, 30, 40]), max_size=12))
def test_what_is_heard_again_or_too_late_moves_nothing(heard: list[int]) -> None:
    thread = THREAD
    for seconds in heard:
        told = [step.said_ts for step in thread.steps]
        moved = said(thread, seconds)
        assert (moved == thread) is (len(told) == 3 or at(seconds) <= max(told, default=""))
        thread = moved


def test_two_people_who_say_it_at_once_move_on_by_one_step() -> None:
    moved = said(THREAD, 10)
    assert move_on(moved, ADVICE, by="U2", said_ts=at(11), passed=None) == moved


def test_a_button_passes_its_own_workaround_and_no_other() -> None:
    moved = said(THREAD, 10)
    assert said(moved, 30, passed="first") == moved
    assert said(moved, 30, passed="second").steps[-1].key == "third"


def test_another_error_on_the_card_begins_with_its_own_first_workaround() -> None:
    other = ADVICE._replace(entry_id="communication/other", keys=("first", "else"))
    moved = move_on(said(THREAD, 10), other, by="U1", said_ts=at(20))
    assert (offered(moved, other), tried(moved, other)) == (("first", "else"), ("first",))


def test_what_was_taught_after_all_was_tried_is_offered_too() -> None:
    ended = said(said(said(THREAD, 10), 20), 30)
    taught = ADVICE._replace(keys=(*ADVICE.keys, "taught"))
    moved = move_on(ended, taught, by="U1", said_ts=at(40))
    assert (offered(moved, taught)[-1], tried(moved, taught)) == ("taught", ADVICE.keys)


def test_an_unknown_error_has_nothing_to_try() -> None:
    unknown = Advice(THREAD.card, None, ())
    assert move_on(THREAD, unknown, by="U1", said_ts=at(10)).steps[-1].key == ""


def test_still_broken_after_resolved_opens_it_again_unless_it_was_said_before() -> None:
    solved = resolve(said(THREAD, 10), by="U2", at_us=microseconds(at(20)))
    assert (solved.outcome, solved.outcome_by) == (Outcome.RESOLVED, "U2")
    assert said(solved, 15) == solved
    again = said(solved, 30)
    assert again.outcome is Outcome.OPEN
    assert offered(again, ADVICE)[-1] == "third"
    assert resolve(again, by="U2", at_us=microseconds(at(20))) == again


@pytest.mark.parametrize("end", [resolve, hand_over])
def test_an_outcome_is_told_once_and_an_older_one_changes_nothing(end: object) -> None:
    assert callable(end)
    ended = end(THREAD, by="U1", at_us=microseconds(at(20)))
    assert end(ended, by="U2", at_us=microseconds(at(30))) == ended
    assert resolve(hand_over(ended, by="U3", at_us=1), by="U3", at_us=2).outcome_by == "U1"


def test_the_same_error_again_means_still_broken_from_the_asker_and_later_from_anybody() -> None:
    shown_us = microseconds(THREAD.card_ts)
    assert shows_again(THREAD, ADVICE, asks=True, at_us=shown_us + 1)
    assert not shows_again(THREAD, ADVICE, asks=False, at_us=shown_us + QUOTE_US - 1)
    assert shows_again(THREAD, ADVICE, asks=False, at_us=shown_us + QUOTE_US)


# What is stored


def follow(base: KnowledgeBase) -> None:
    """An answer stands in the thread."""
    base.receive(Conversation(PLACE, PLACE.ts, "U1", asked=True, language=Language.EN, excerpt="535", candidates=()))
    base.posted(PLACE, card_ts=THREAD.card_ts, entry_id=ENTRY, workarounds=ADVICE.keys)


def test_what_is_to_be_said_survives_a_crash_and_is_said_by_somebody_else(base: KnowledgeBase, clock: Clock) -> None:
    follow(base)
    job = base.threads.move_on(PLACE, ADVICE, by="U1", said_ts=at(10))
    assert job is not None
    assert base.jobs.take() is None
    clock.seconds += LEASE_S
    taken = base.jobs.take()
    assert taken is not None
    assert taken.name == job.name
    base.threads.said(PLACE, at(11), step=1)
    base.jobs.finish(job)
    thread = base.threads.of(PLACE)
    assert thread is not None
    assert (thread.steps[0].key, thread.steps[0].message_ts, thread.said) == ("second", at(11), (at(11),))


def test_a_human_is_called_once_in_a_thread_also_if_the_call_breaks_off(base: KnowledgeBase) -> None:
    follow(base)
    first_us, later_us = microseconds(at(10)), microseconds(at(20))
    assert base.threads.ask_for_human(PLACE, by="U1", at_us=first_us)
    assert base.threads.ask_for_human(PLACE, by="U1", at_us=first_us) is None
    assert base.threads.ask_for_human(PLACE, by="U2", at_us=later_us)
    assert base.threads.begin_call(PLACE, by="U1", at_us=first_us)
    assert not base.threads.begin_call(PLACE, by="U2", at_us=later_us)
    assert base.threads.begin_call(PLACE, by="U1", at_us=first_us)
    thread = base.threads.of(PLACE)
    assert thread is not None
    assert (thread.outcome, thread.outcome_by) == (Outcome.HANDED, "U1")


def test_a_reminder_begins_once_and_only_while_nobody_said_anything(base: KnowledgeBase, clock: Clock) -> None:
    follow(base)
    clock.seconds += 24 * 3_600
    assert base.jobs.take() is not None
    assert base.threads.begin_reminder(PLACE, THREAD.card)
    assert not base.threads.begin_reminder(PLACE, THREAD.card)
    assert base.threads.reminded(PLACE, at(30))
    base.vote(Signal(THREAD.card, "U2", "+1", "answer", worked=True, event_ts=at(40)))
    assert base.threads.take_reminder(PLACE) == PLACE._replace(ts=at(30))
    assert base.threads.take_reminder(PLACE) is None
    assert not base.threads.reminded(PLACE, at(50))


def test_a_later_answer_in_the_thread_begins_anew(base: KnowledgeBase) -> None:
    follow(base)
    base.threads.resolve(PLACE, by="U1", at_us=microseconds(at(10)))
    reply = PLACE._replace(ts=at(20))
    base.receive(Conversation(reply, PLACE.ts, "U1", asked=True, language=Language.EN, excerpt="554", candidates=()))
    base.posted(reply, card_ts=at(21), entry_id=ENTRY, workarounds=())
    assert base.threads.of(PLACE) == Thread(PLACE, card_ts=at(21))


def test_of_several_processes_that_hear_the_same_one_moves_on_one_calls_and_one_reminds(
    base: KnowledgeBase, tmp_path: Path, few: Path
) -> None:
    follow(base)
    others = [KnowledgeBase.open(str(tmp_path / "postmaster.db"), shipped=few) for _ in range(3)]
    us = microseconds(at(10))
    with ThreadPoolExecutor(4) as pool:
        reminders = list(pool.map(lambda one: one.threads.begin_reminder(PLACE, THREAD.card), [base, *others]))
        asked = list(pool.map(lambda one: one.threads.ask_for_human(PLACE, by="U1", at_us=us), [base, *others]))
        moved = list(pool.map(lambda one: one.threads.move_on(PLACE, ADVICE, by="U1", said_ts=at(10)), [base, *others]))
    assert [len(list(filter(None, results))) for results in (reminders, asked, moved)] == [1, 1, 1]
    for one in others:
        one.close()
