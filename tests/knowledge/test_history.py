"""Whoever pasted something finds it again, with what became of it."""

from __future__ import annotations

from knowledge.base import Conversation, KnowledgeBase, Place, Signal
from knowledge.history import Fate
from knowledge.model import Language

TEAM, ANA = "T1", "U1"
ENTRY = "communication/smtp-535-authentication-credentials-invalid"


def pasted(  # noqa: PLR0913 - what a paste is made of
    knowledge: KnowledgeBase,
    ts: str,
    text: str = "535 5.7.8 invalid",
    *,
    by: str = ANA,
    entry: str | None = ENTRY,
    about: str = "",
) -> Place:
    """A paste that was answered; where its card stands."""
    paste = Place(TEAM, "C1", ts)
    known = (entry,) if entry else ()
    said = Conversation(
        paste, ts, by, asked=True, language=Language.EN, excerpt=text, candidates=known, about=entry or about
    )
    knowledge.receive(said)
    knowledge.posted(paste, card_ts=f"{ts[:-1]}1", entry_id=entry, workarounds=())
    return paste._replace(ts=f"{ts[:-1]}1")


def fates(knowledge: KnowledgeBase) -> list[Fate]:
    return [one.fate for one in knowledge.history.pasted_by(TEAM, ANA, limit=10)]


def vote(knowledge: KnowledgeBase, card: Place, voter: str, *, worked: bool) -> None:
    knowledge.vote(Signal(card, voter, "button:answer", "answer", worked, "1700000000.000100"))


def test_everybody_finds_their_own_pastes_the_latest_first(knowledge: KnowledgeBase) -> None:
    first, _, third = pasted(knowledge, "1.0"), pasted(knowledge, "2.0", by="U2"), pasted(knowledge, "3.0")
    assert [one.card for one in knowledge.history.pasted_by(TEAM, ANA, limit=10)] == [third, first]
    assert [one.card for one in knowledge.history.pasted_by(TEAM, ANA, limit=1, offset=1)] == [first]
    assert knowledge.history.pasted_by("T2", ANA, limit=10) == []


def test_votes_say_what_became_of_it(knowledge: KnowledgeBase) -> None:
    card = pasted(knowledge, "1.0")
    assert fates(knowledge) == [Fate.OPEN]
    vote(knowledge, card, "U2", worked=False)
    assert fates(knowledge) == [Fate.FAILED]
    vote(knowledge, card, "U3", worked=True)
    assert fates(knowledge) == [Fate.FAILED]
    vote(knowledge, card, "U4", worked=True)
    assert fates(knowledge) == [Fate.FIXED]


def test_an_unknown_error_is_found_again_and_a_greeting_is_not(knowledge: KnowledgeBase) -> None:
    pasted(knowledge, "1.0", "hi", entry=None)
    unknown = "599 5.9.9 Zorblax flange misaligned"
    pasted(knowledge, "2.0", unknown, entry=None, about="zorblax")
    assert [(one.excerpt, one.fate) for one in knowledge.history.pasted_by(TEAM, ANA, limit=10)] == [
        (unknown, Fate.UNKNOWN)
    ]


def test_a_paste_that_got_a_link_to_an_earlier_answer_is_found_too(knowledge: KnowledgeBase) -> None:
    paste = Place(TEAM, "C1", "1.0")
    knowledge.receive(Conversation(paste, "1.0", ANA, False, Language.EN, "535", (ENTRY,), about=ENTRY))  # noqa: FBT003
    knowledge.posted(paste, card_ts="1.1", entry_id=None, workarounds=())
    assert [one.entry_id for one in knowledge.history.pasted_by(TEAM, ANA, limit=10)] == [ENTRY]


def test_a_deleted_paste_is_gone(knowledge: KnowledgeBase) -> None:
    card = pasted(knowledge, "1.0")
    knowledge.forget(card._replace(ts="1.0"))
    assert fates(knowledge) == []


def test_whoever_says_how_it_ended_decides(knowledge: KnowledgeBase) -> None:
    card = pasted(knowledge, "1700000000.000100")
    knowledge.threads.begin_call(card._replace(ts="1700000000.000100"), by=ANA, at_us=1_700_000_010_000_000)
    assert fates(knowledge) == [Fate.HANDED]
    knowledge.threads.resolve(card._replace(ts="1700000000.000100"), by=ANA, at_us=1_700_000_020_000_000)
    assert fates(knowledge) == [Fate.FIXED]
