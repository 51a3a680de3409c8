"""What the knowledge base promises about conversations: each paste is answered, and once."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from knowledge.base import LEASE_S, OVERDUE_S, Conversation, KnowledgeBase, Place, Signal
from knowledge.model import Language
from knowledge.store.deletions import KEPT_S

ENTRY = "communication/smtp-535-authentication-credentials-invalid"
PASTE = Place("T1", "C1", "1700000000.000100")
CARD = PASTE._replace(ts="1700000001.000200")
KEYS = ("app-password", "oauth", "verify-by-hand")
ASKED = Conversation(
    PASTE,
    thread_ts=PASTE.ts,
    asker="U1",
    asked=True,
    language=Language.EN,
    excerpt="535 5.7.8 bad credentials",
    candidates=(ENTRY,),
)
HEARD = replace(ASKED, asked=False)


class Clock(Protocol):
    seconds: float


def post(base: KnowledgeBase) -> None:
    base.posted(PASTE, card_ts=CARD.ts, entry_id=ENTRY, workarounds=KEYS)


def test_a_paste_is_received_once_however_often_it_is_heard_of(base: KnowledgeBase) -> None:
    assert base.receive(ASKED)
    assert not base.receive(ASKED)
    assert not base.receive(HEARD)


def test_a_mention_after_the_same_text_was_overheard_is_still_answered_once(base: KnowledgeBase) -> None:
    unknown = replace(HEARD, candidates=())
    assert base.receive(unknown)
    assert base.take(PASTE) is not None
    assert base.receive(replace(unknown, asked=True))
    assert base.take(PASTE) == replace(unknown, asked=True)
    assert base.take(PASTE) is None


def test_a_mention_while_the_overheard_text_is_being_answered_gives_no_second_answer(base: KnowledgeBase) -> None:
    base.receive(HEARD)
    base.take(PASTE)
    base.receive(ASKED)
    assert base.take(PASTE) is None
    post(base)
    assert not base.receive(ASKED)


def test_it_is_taken_by_one_and_again_only_after_the_lease(base: KnowledgeBase, clock: Clock) -> None:
    base.receive(ASKED)
    assert base.take(PASTE) == ASKED
    assert base.take(PASTE) is None
    clock.seconds += LEASE_S
    assert base.take(PASTE) == ASKED


def test_what_was_posted_is_found_by_paste_and_by_card_and_not_taken_again(base: KnowledgeBase, clock: Clock) -> None:
    base.receive(ASKED)
    base.take(PASTE)
    post(base)
    clock.seconds += LEASE_S
    answered = replace(ASKED, card=CARD, entry_id=ENTRY, workarounds=KEYS)
    assert base.by_paste(PASTE) == base.by_card(CARD) == answered
    assert base.take(PASTE) is None
    assert base.by_card(PASTE) is base.by_paste(CARD) is None


def test_after_a_crash_the_unanswered_of_the_last_ten_minutes_are_overdue(base: KnowledgeBase, clock: Clock) -> None:
    base.receive(ASKED)
    assert list(base.overdue()) == [ASKED]
    base.take(PASTE)
    assert list(base.overdue()) == []
    clock.seconds += LEASE_S
    assert list(base.overdue()) == [ASKED]
    clock.seconds += OVERDUE_S
    assert list(base.overdue()) == []


def test_what_failed_can_be_taken_at_once_and_what_was_withdrawn_is_owed_to_nobody(base: KnowledgeBase) -> None:
    base.receive(ASKED)
    base.take(PASTE)
    base.give_back(PASTE)
    assert base.take(PASTE) is not None
    base.withdraw(PASTE)
    assert base.by_paste(PASTE) is None
    assert list(base.overdue()) == []
    assert base.receive(ASKED)  # somebody asks again
    base.take(PASTE)
    post(base)
    base.give_back(PASTE)
    base.withdraw(PASTE)
    assert base.by_card(CARD) is not None
    assert base.take(PASTE) is None


def test_the_overheard_unknown_error_is_never_overdue(base: KnowledgeBase) -> None:
    base.receive(replace(HEARD, candidates=()))
    assert list(base.overdue()) == []


def test_an_edited_paste_is_revised_and_keeps_its_card(base: KnowledgeBase) -> None:
    edited = replace(ASKED, excerpt="421 try later", candidates=())
    assert base.revise(edited) is None
    base.receive(ASKED)
    post(base)
    assert base.revise(edited) == replace(edited, card=CARD, entry_id=ENTRY, workarounds=KEYS)


def test_a_deleted_paste_is_forgotten_and_its_votes_stay(base: KnowledgeBase) -> None:
    base.receive(ASKED)
    post(base)
    base.vote(Signal(CARD, "U1", "+1", "answer", worked=True, event_ts="1700000002.000300"))
    last = base.forget(PASTE)
    assert last is not None
    assert last.card == CARD
    assert base.forget(PASTE) is base.by_paste(PASTE) is base.by_card(CARD) is None
    assert not base.receive(ASKED)
    assert base.rated(ENTRY, team="T1").worked == 1


def test_a_paste_that_is_deleted_before_it_is_received_is_never_known(base: KnowledgeBase) -> None:
    assert base.forget(PASTE) is None
    assert not base.receive(HEARD)
    assert not base.receive(ASKED)
    base.remember_question(ASKED, base.look_up("599 Frob failed"))
    assert base.take(PASTE) is None
    assert base.questions("T1") == []
    assert base.stats("T1").conversations == 0


def test_deletions_are_known_for_as_long_as_slack_may_repeat_a_message(base: KnowledgeBase, clock: Clock) -> None:
    base.forget(PASTE)
    clock.seconds += KEPT_S - 1
    base.forget(CARD)
    assert base.is_deleted(PASTE)
    clock.seconds += 1
    base.forget(CARD)
    assert not base.is_deleted(PASTE)
    assert base.is_deleted(CARD)


def test_of_two_edits_the_later_stands_whichever_is_stored_last(base: KnowledgeBase) -> None:
    base.receive(ASKED)
    later, earlier = (replace(ASKED, excerpt=f"421 {moment}", edited_us=moment) for moment in (2, 1))
    assert base.revise(later) == base.revise(later) == later
    assert base.revise(earlier) is base.revise(ASKED) is None
    assert base.by_paste(PASTE) == later


def test_an_excerpt_is_kept_in_two_thousand_characters_that_any_database_stores(base: KnowledgeBase) -> None:
    base.receive(replace(ASKED, excerpt="\0\ud800" + "x" * 5_000))
    kept = base.by_paste(PASTE)
    assert kept is not None
    assert kept.excerpt == "\N{REPLACEMENT CHARACTER}?" + "x" * 1_998


def test_an_unknown_error_is_one_question_whatever_varies_in_it(base: KnowledgeBase) -> None:
    for number, words in enumerate(["599 5.9.9 Frob 17 of <a@x.org> failed", "599 5.9.9 Frob 4 of <b@y.org> failed"]):
        paste = replace(HEARD, paste=PASTE._replace(ts=f"{number}.0"), excerpt=words, asked=number == 0)
        base.remember_question(paste, base.look_up(words))
        base.remember_question(paste, base.look_up(words))
    (question,) = base.questions("T1")
    assert (question.asked, question.overheard, question.excerpt) == (1, 1, "599 5.9.9 Frob 17 of <a@x.org> failed")
    assert base.questions("T2") == []


def test_it_is_no_question_any_more_once_its_paste_is_gone_or_has_an_entry(base: KnowledgeBase) -> None:
    unknown = replace(ASKED, candidates=(), excerpt="599 Frob failed")
    base.receive(unknown)
    base.remember_question(unknown, base.look_up("599 Frob failed"))
    assert len(base.questions("T1")) == 1
    base.revise(ASKED)
    assert base.questions("T1") == []
    base.remember_question(unknown, base.look_up("599 Frob failed"))
    base.forget(PASTE)
    assert base.questions("T1") == []
