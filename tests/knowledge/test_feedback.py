"""What people say beyond a vote, and what votes changed."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.base import Conversation, KnowledgeBase, Place, Signal
from knowledge.feedback import Reason, worked_most
from knowledge.model import Language

from .conftest import Clock

ENTRY = "communication/smtp-535-authentication-credentials-invalid"
PASTE = Place("T1", "C1", "1700000000.000100")
CARD = PASTE._replace(ts="1700000001.000200")
KEYS = ("app-password", "oauth", "verify-by-hand")


def post(base: KnowledgeBase, *, ts: str = CARD.ts, channel: str = "C1") -> Place:
    paste = Place("T1", channel, f"{float(ts) - 1:.6f}")
    base.receive(
        Conversation(
            paste=paste,
            thread_ts=paste.ts,
            asker="U9",
            asked=True,
            language=Language.EN,
            excerpt="535 5.7.8 Authentication credentials invalid",
            candidates=(ENTRY,),
        )
    )
    base.posted(paste, card_ts=ts, entry_id=ENTRY, workarounds=KEYS)
    return paste._replace(ts=ts)


def at(seconds: int) -> str:
    """So many seconds after the card was posted."""
    return f"{1_700_000_001 + seconds}.000300"


def thumb(base: KnowledgeBase, card: Place, *, up: bool, voter: str = "U1", seconds: int = 5) -> None:
    name = "+1" if up else "-1"
    base.vote(Signal(card, voter, name, "answer", worked=up, event_ts=at(seconds)))


def test_a_wrong_error_and_old_news_take_a_thumb_down_out_of_the_rate_and_other_reasons_do_not(
    base: KnowledgeBase,
) -> None:
    card = post(base)
    curated = base.rated(ENTRY, team="T1")
    thumb(base, card, up=False)
    lowered = base.rated(ENTRY, team="T1")
    for seconds, (reason, expected) in enumerate(
        [
            (Reason.WRONG_ERROR, curated),
            (Reason.DID_NOT_HELP, lowered),
            (Reason.ALREADY_KNEW, curated),
            (Reason.OTHER, lowered),
        ],
        start=10,
    ):
        base.feedback.give_reason(card, "U1", reason, event_ts=at(seconds))
        assert base.rated(ENTRY, team="T1") == expected, reason
        assert base.feedback.reason_of(card, "U1") is reason


def test_reasons_are_redacted_kept_short_and_shown_latest_first_with_the_entry_that_they_are_about(
    base: KnowledgeBase,
) -> None:
    first, second = post(base), post(base, ts="1700000500.000200")
    base.feedback.give_reason(first, "U1", Reason.OTHER, words="password=hunter2secret " + "x" * 600, event_ts=at(1))
    base.feedback.give_reason(second, "U2", Reason.DID_NOT_HELP, event_ts=at(600))
    latest, oldest = base.feedback.reasons_for("T1", ENTRY, limit=5)
    assert (latest.voter, latest.reason, latest.card) == ("U2", Reason.DID_NOT_HELP, second)
    assert "hunter2" not in oldest.words
    assert len(oldest.words) == 500
    assert len(base.feedback.reasons_for("T1", ENTRY, limit=1)) == 1
    assert not base.feedback.reasons_for("T1", "communication/other", limit=5)
    assert not base.feedback.reasons_for("T2", ENTRY, limit=5)


@settings(max_examples=24, deadline=None)
@given(st.permutations(range(4)))
def test_the_latest_reason_holds_in_whatever_order_they_come_and_taking_back_ends_them_all(
    few: Path, order: list[int]
) -> None:
    base = KnowledgeBase.open(":memory:", shipped=few)
    card = post(base)
    curated = base.rated(ENTRY, team="T1")
    said = [Reason.WRONG_ERROR, Reason.OTHER, None, Reason.DID_NOT_HELP]
    for number in order:
        reason = said[number]
        if reason is None:
            base.feedback.take_back(card, "U1", event_ts=at(10 + number))
        else:
            base.feedback.give_reason(card, "U1", reason, event_ts=at(10 + number))
    assert base.feedback.reason_of(card, "U1") is Reason.DID_NOT_HELP
    base.feedback.take_back(card, "U1", event_ts=at(20))
    assert base.feedback.reason_of(card, "U1") is None
    assert not base.feedback.reasons_for("T1", ENTRY, limit=5)
    assert base.rated(ENTRY, team="T1") == curated
    base.close()


def test_taking_back_withdraws_buttons_and_menus_on_this_card_alone(base: KnowledgeBase) -> None:
    first, second = post(base), post(base, ts="1700000500.000200")
    before = base.rated(ENTRY, team="T1")
    for card, seconds in ((first, 1), (second, 501)):
        for name, target in (
            ("button:answer", "answer"),
            ("button:workaround", "workaround:oauth"),
            ("button:dead-end", "dead-end:retype"),
        ):
            base.vote(Signal(card, "U1", name, target, worked=True, event_ts=at(seconds)))
    assert base.feedback.votes_on(first, "U1") == {"answer": True, "workaround:oauth": True, "dead-end:retype": True}
    base.feedback.take_back(first, "U1", event_ts=at(600))
    assert base.feedback.votes_on(first, "U1") == {}
    assert len(base.feedback.votes_on(second, "U1")) == 3
    base.feedback.take_back(second, "U1", event_ts=at(600))
    assert base.rated(ENTRY, team="T1") == before


def test_a_person_sees_their_own_votes_latest_first_by_pages(base: KnowledgeBase) -> None:
    cards = [post(base, ts=f"{1_700_000_001 + 100 * number}.000200") for number in range(3)]
    for number, card in enumerate(cards):
        thumb(base, card, up=number % 2 == 0, seconds=100 * number + 5)
    thumb(base, cards[0], up=True, voter="U2")
    mine = base.feedback.my_votes("T1", "U1", limit=2)
    assert [(vote.card, vote.entry_id, vote.target, vote.worked) for vote in mine] == [
        (cards[2], ENTRY, "answer", True),
        (cards[1], ENTRY, "answer", False),
    ]
    assert [vote.card for vote in base.feedback.my_votes("T1", "U1", limit=2, offset=2)] == [cards[0]]
    assert not base.feedback.my_votes("T2", "U1", limit=2)


def test_what_fell_and_what_rose_since_a_moment(base: KnowledgeBase, clock: Clock) -> None:
    clock.seconds += 3_600
    card = post(base)
    thumb(base, card, up=True, voter="U1", seconds=5)
    for voter in ("U2", "U3"):
        thumb(base, card, up=False, voter=voter, seconds=1_000)
    (fell,) = base.feedback.fallen("T1", since_us=1_700_000_500 * 1_000_000, limit=5)
    assert (fell.entry_id, fell.worked, fell.votes) == (ENTRY, 0, 2)
    assert fell.now == base.rated(ENTRY, team="T1").rate
    assert fell.before.mean > 0.9 > fell.now.mean
    assert not worked_most(base.feedback.movements("T1", since_us=1_700_000_500 * 1_000_000))
    (helped,) = worked_most(base.feedback.movements("T1", since_us=0))
    assert (helped.worked, helped.votes, helped.before.mean) == (1, 3, 0.9)
    assert not base.feedback.fallen("T2", since_us=0, limit=5)
