"""Which answer a message is about."""

from __future__ import annotations

from bot.listeners.following.followed import followed_in, followed_lately
from knowledge.base import Conversation, KnowledgeBase, Place
from knowledge.model import Language

ENTRY = "communication/smtp-535-authentication-credentials-invalid"
PASTE = Place("T1", "D1", "1700000000.000100")
HOUR_LATER, TWO_DAYS_LATER = (PASTE._replace(ts=f"{1_700_000_000 + hours * 3_600}.0") for hours in (1, 48))


def answer(knowledge: KnowledgeBase, excerpt: str, *, entry_id: str | None) -> None:
    """A card stands below the paste."""
    conversation = Conversation(PASTE, PASTE.ts, "U1", asked=True, language=Language.EN, excerpt=excerpt, candidates=())
    knowledge.receive(conversation)
    knowledge.posted(PASTE, card_ts="1700000001.000100", entry_id=entry_id, workarounds=("oauth", "gone"))


def test_outside_of_threads_a_message_is_about_the_answer_of_the_last_day(knowledge: KnowledgeBase) -> None:
    answer(knowledge, "535", entry_id=ENTRY)
    lately = followed_lately(knowledge, HOUR_LATER)
    assert lately is not None
    assert lately.thread.place == PASTE
    assert followed_lately(knowledge, TWO_DAYS_LATER) is None
    assert followed_lately(knowledge, HOUR_LATER._replace(channel="D2")) is None


def test_workarounds_are_tried_as_the_card_numbers_them_then_the_others(knowledge: KnowledgeBase) -> None:
    answer(knowledge, "535", entry_id=ENTRY)
    followed = followed_in(knowledge, PASTE)
    assert followed is not None
    assert followed.advice.keys == ("oauth", "app-password", "verify-by-hand")


def test_a_greeting_that_was_answered_is_no_answer_to_follow(knowledge: KnowledgeBase) -> None:
    answer(knowledge, "hello", entry_id=None)
    assert followed_in(knowledge, PASTE) is None
