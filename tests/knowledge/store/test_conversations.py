"""Conversations in the store."""

from __future__ import annotations

from dataclasses import replace

from knowledge.conversation import Conversation, Face, Place
from knowledge.model import Language
from knowledge.store import Store, conversations, votes

PASTE = Place("T1", "C1", "1700000000.000100")
HEARD = Conversation(
    PASTE,
    thread_ts=PASTE.ts,
    asker="U1",
    asked=False,
    language=Language.ZH,
    excerpt="550 被拒绝",
    candidates=("communication/a", "communication/b"),
)
CARD = PASTE._replace(ts="1700000001.000200")
LEASE = 30


def add(store: Store, conversation: Conversation, now_us: int = 0) -> bool:
    with store.writing() as session:
        return conversations.add(session, conversation, now_us)


def ask(store: Store, conversation: Conversation, now_us: int = 0) -> bool:
    with store.writing() as session:
        return conversations.ask(session, conversation, now_us)


def lease(store: Store, now_us: int) -> bool:
    with store.writing() as session:
        return conversations.lease(session, PASTE, now_us=now_us, until_us=now_us + LEASE)


def post(store: Store, *, entry_id: str | None = "communication/a") -> None:
    with store.writing() as session:
        conversations.put_card(session, PASTE, CARD.ts)
        votes.add_face(session, CARD, Face(1, entry_id, ("x", "y")))


def by_paste(store: Store) -> Conversation | None:
    with store.reading() as session:
        return conversations.by_paste(session, PASTE)


def by_card(store: Store) -> Conversation | None:
    with store.reading() as session:
        return conversations.by_card(session, CARD)


def waiting(store: Store, *, now_us: int, since_us: int = -1) -> list[Conversation]:
    with store.reading() as session:
        return list(conversations.waiting(session, now_us=now_us, since_us=since_us))


def test_a_conversation_comes_back_as_it_went_in(store: Store) -> None:
    add(store, HEARD)
    assert by_paste(store) == HEARD


def test_a_paste_is_added_once(store: Store) -> None:
    assert add(store, HEARD)
    assert not add(store, replace(HEARD, asker="U2", excerpt="other"))
    assert by_paste(store) == HEARD


def test_the_same_ts_in_another_channel_or_team_is_another_paste(store: Store) -> None:
    assert add(store, HEARD)
    assert add(store, replace(HEARD, paste=PASTE._replace(channel="C2")))
    assert add(store, replace(HEARD, paste=PASTE._replace(team="T2")))


def test_asking_about_an_overheard_paste_makes_it_one_that_was_asked_about(store: Store) -> None:
    add(store, HEARD)
    asked = replace(HEARD, asked=True, asker="U2")
    assert ask(store, asked)
    assert by_paste(store) == asked
    assert not ask(store, asked)


def test_who_asks_about_a_paste_as_it_was_before_its_edit_asks_about_the_edited_one(store: Store) -> None:
    edited = replace(HEARD, excerpt="421", candidates=("communication/c",), edited_us=5)
    add(store, edited)
    assert ask(store, replace(HEARD, asked=True, asker="U2"))
    assert by_paste(store) == replace(edited, asked=True, asker="U2")


def test_asking_does_not_take_a_paste_from_whoever_answers_it_now(store: Store) -> None:
    add(store, HEARD)
    assert lease(store, 0)
    assert ask(store, replace(HEARD, asked=True), 1)
    assert not lease(store, 2)


def test_asking_about_an_overheard_unknown_error_lets_it_be_taken_at_once(store: Store) -> None:
    unknown = replace(HEARD, candidates=())
    add(store, unknown)
    assert lease(store, 0)
    assert ask(store, replace(unknown, asked=True), 1)
    assert lease(store, 2)


def test_asking_about_a_file_that_is_being_read_does_not_take_it_from_its_reader(store: Store) -> None:
    unread = replace(HEARD, excerpt="", candidates=())
    add(store, unread)
    assert lease(store, 0)
    assert ask(store, replace(unread, asked=True), 1)
    assert not lease(store, 2)


def test_what_has_its_card_is_not_asked_about_again(store: Store) -> None:
    add(store, HEARD)
    post(store)
    assert not ask(store, replace(HEARD, asked=True))


def test_a_lease_is_exclusive_until_it_ends(store: Store) -> None:
    add(store, HEARD)
    assert lease(store, 0)
    assert not lease(store, LEASE - 1)
    assert lease(store, LEASE)


def test_what_is_answered_unknown_or_deleted_is_not_leased(store: Store) -> None:
    assert not lease(store, 0)
    add(store, HEARD)
    post(store)
    assert not lease(store, 0)
    with store.writing() as session:
        conversations.forget(session, PASTE)
    assert not lease(store, 0)


def test_a_conversation_shows_the_last_face_of_its_card(store: Store) -> None:
    add(store, HEARD)
    post(store)
    with store.writing() as session:
        votes.add_face(session, CARD, Face(3, "communication/b", ("z",)))
        votes.add_face(session, CARD, Face(2, "communication/c", ()))
    found = by_card(store)
    assert found == by_paste(store)
    assert found is not None
    assert (found.card, found.entry_id, found.workarounds) == (CARD, "communication/b", ("z",))


def test_a_card_without_an_entry_is_still_a_card(store: Store) -> None:
    add(store, HEARD)
    post(store, entry_id=None)
    found = by_card(store)
    assert found is not None
    assert (found.card, found.entry_id) == (CARD, None)


def test_an_edited_paste_is_revised_where_it_is_known(store: Store) -> None:
    edited = replace(HEARD, excerpt="421", candidates=("communication/c",), language=Language.EN, asker="U9")
    with store.writing() as session:
        assert not conversations.revise(session, edited)
    add(store, HEARD)
    with store.writing() as session:
        assert conversations.revise(session, edited)
    assert by_paste(store) == replace(edited, asker="U1")


def test_a_deleted_paste_leaves_its_key_and_nothing_else(store: Store) -> None:
    add(store, HEARD)
    post(store)
    with store.writing() as session:
        conversations.forget(session, PASTE)
        rows = session.rows("SELECT * FROM conversations")
    assert by_paste(store) is by_card(store) is None
    assert not add(store, HEARD)
    assert HEARD.excerpt not in str(rows)
    assert "U1" not in str(rows)


def test_those_wait_that_nobody_answers_and_that_deserve_an_answer(store: Store) -> None:
    add(store, HEARD)
    add(store, replace(HEARD, paste=PASTE._replace(ts="2.0"), candidates=()), 1)
    add(store, replace(HEARD, paste=PASTE._replace(ts="3.0"), candidates=(), asked=True), 2)
    assert [one.paste.ts for one in waiting(store, now_us=5)] == [PASTE.ts, "3.0"]
    assert [one.paste.ts for one in waiting(store, now_us=5, since_us=0)] == ["3.0"]
    add(store, replace(HEARD, paste=PASTE._replace(ts="4.0"), candidates=(), excerpt=""), 4)
    assert [one.paste.ts for one in waiting(store, now_us=5, since_us=2)] == ["4.0"]


def test_nobody_waits_while_it_is_being_answered_or_once_it_has_its_card(store: Store) -> None:
    add(store, HEARD)
    lease(store, 0)
    assert waiting(store, now_us=LEASE - 1) == []
    assert waiting(store, now_us=LEASE) == [HEARD]
    post(store)
    assert waiting(store, now_us=LEASE) == []
