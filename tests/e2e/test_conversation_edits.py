"""An answer follows its paste: edited with it, gone with it."""

from __future__ import annotations

from typing import Any

from slack_bolt import BoltRequest
from starlette.applications import Starlette

from bot.playground.testing import Person, Seen, SeenMessage, Served, serving
from bot.server import create_server
from bot.settings import Settings
from knowledge.base import KnowledgeBase

LOGIN = "535 5.7.8 Authentication credentials invalid"
RELAY = "554 5.7.1 <a@example.com>: Relay access denied"
RELAY_TITLE = "*554 5.7.1 Relay access denied"
UNKNOWN = "554 5.7.1 Zorblax flange misaligned with the hyperdrive"
ENTRY = "communication/smtp-535-authentication-credentials-invalid"
TEAM = "T04NORTHWND"


def waits_for_words(person: Person, card: SeenMessage, words: str) -> SeenMessage:
    """`card` once it says `words`."""

    def says_so(seen: Seen) -> SeenMessage | None:
        now = seen.message(card.channel, card.ts)
        return now if now is not None and words in now.words else None

    return person.waits_for(says_so)


def waits_until_gone(person: Person, card: SeenMessage) -> None:
    """Return once `card` is deleted."""

    def is_gone(seen: Seen) -> bool:
        now = seen.message(card.channel, card.ts)
        return now is None or now.is_deleted

    person.waits_for(is_gone)


def test_an_edited_paste_changes_the_card_that_stands(ana: Person) -> None:
    message = ana.says("#mail-support", LOGIN)
    card = ana.waits_for_reply(message)
    ana.edits(message, RELAY)
    waits_for_words(ana, card, RELAY_TITLE)
    assert [m.ts for m in ana.sees().replies(message)] == [card.ts]


def test_votes_on_the_old_answer_stay_with_the_old_entry(ana: Person, wei: Person, knowledge: KnowledgeBase) -> None:
    message = ana.says("#mail-support", LOGIN)
    card = ana.waits_for_reply(message)
    wei.clicks(card, "vote_worked")
    waits_for_words(wei, card, "1 of 1 here")
    ana.edits(message, RELAY)
    assert "no votes here yet" in waits_for_words(ana, card, RELAY_TITLE).words
    ana.reacts(card, "-1")
    waits_for_words(ana, card, "0 of 1 here")
    rated = knowledge.rated(ENTRY, team=TEAM)
    assert (rated.worked, rated.votes) == (1, 1)


def test_a_paste_that_becomes_no_error_loses_its_card_and_gets_one_again(ana: Person) -> None:
    message = ana.says("#mail-support", LOGIN)
    card = ana.waits_for_reply(message)
    ana.edits(message, "never mind, wrong channel")
    waits_until_gone(ana, card)
    ana.edits(message, LOGIN)
    again = ana.waits_for_reply(message)
    assert again.ts != card.ts
    assert "535 5.7.8" in again.text


def test_a_message_that_becomes_an_error_gets_its_card(ana: Person, served: Served) -> None:
    message = ana.says("#mail-support", "wait, I am pasting it")
    served.deliveries()
    ana.edits(message, LOGIN)
    assert "535 5.7.8" in ana.waits_for_reply(message).text


def test_a_mention_that_was_empty_is_answered_once_it_says_something(ana: Person) -> None:
    message = ana.says("#mail-support", "@Postmaster")
    card = ana.waits_for_reply(message)
    assert "/smtp" in card.text
    ana.edits(message, f"@Postmaster {LOGIN}")
    waits_for_words(ana, card, "*1. Use an app-specific password*")


def test_a_question_edited_into_an_unknown_error_is_admitted_to_be_one(ana: Person, knowledge: KnowledgeBase) -> None:
    message = ana.says("bot", LOGIN)
    card = ana.waits_for_reply(message)
    ana.edits(message, UNKNOWN)
    waits_until_gone(ana, card)
    ana.waits_for(lambda seen: [m for m in seen.replies(message) if "I don't know this one." in m.words])
    assert [question.codes for question in knowledge.questions(TEAM)] == [("5.7.1", "554")]


def test_of_two_edits_the_later_stands_whichever_arrives_last(ana: Person, served: Served) -> None:
    message = ana.says("#mail-support", "wait, I am pasting it")
    served.deliveries()
    served.switch(delay_s=0.5)
    ana.edits(message, LOGIN)
    served.switch(delay_s=0)
    ana.edits(message, RELAY)
    card = ana.waits_for_reply(message)
    served.deliveries()
    ana.waits_for_reply(ana.says("bot", LOGIN))
    assert RELAY_TITLE in (ana.current(card) or card).words


def test_who_adds_a_mention_to_a_link_gets_the_answer(ana: Person, sam: Person) -> None:
    ana.waits_for_reply(ana.says("#mail-support", LOGIN))
    message = sam.says("#mail-support", LOGIN)
    card = sam.waits_for_reply(message)
    assert "*1. Use an app-specific password*" not in card.words
    sam.edits(message, f"@Postmaster {LOGIN}")
    waits_for_words(sam, card, "*1. Use an app-specific password*")


def test_who_adds_a_mention_to_a_reply_asks_about_the_message_above(ana: Person, sam: Person, served: Served) -> None:
    message = ana.says("#mail-support", UNKNOWN)
    reply = sam.says("#mail-support", "any idea?", thread=message)
    sam.edits(reply, "@Postmaster any idea?")
    assert "I don't know this one." in sam.waits_for_reply(message).words
    served.deliveries()
    ana.waits_for_reply(ana.says("bot", LOGIN))
    assert len([m for m in ana.sees().replies(message) if m.from_bot]) == 1


def test_an_edit_that_only_adds_the_mention_asks(knowledge: KnowledgeBase) -> None:
    servers: list[Starlette] = []

    def server(port: int) -> Starlette:
        servers.append(create_server(Settings(), knowledge, port=port))
        return servers[0]

    with serving(server) as served, served.person("Ana") as ana:
        message = ana.says("#mail-support", UNKNOWN)
        served.deliveries()
        body = edit_of(message, UNKNOWN, f"<@U04POST9MSR> {UNKNOWN}", user=ana.id)
        servers[0].state.bolt.dispatch(BoltRequest(body=body, mode="socket_mode"))
        assert "I don't know this one." in ana.waits_for_reply(message).words


def test_who_adds_a_mention_while_a_file_is_read_is_answered(ana: Person, served: Served) -> None:
    message = ana.uploads("#mail-support", "minutes.txt", b"We met.", text="any idea?")
    served.deliveries()
    ana.edits(message, f"@Postmaster {UNKNOWN}")
    assert "I don't know this one." in ana.waits_for_reply(message).words


def edit_of(message: SeenMessage, old: str, new: str, *, user: str) -> dict[str, Any]:
    """Slack's event about `message` of `user` that became `new`, without the `app_mention` that Slack may send too."""
    later = f"{int(message.ts.partition('.')[0]) + 1}.000100"
    said = {"type": "message", "user": user, "ts": message.ts}
    event = {"type": "message", "subtype": "message_changed", "channel": message.channel, "event_ts": later}
    event |= {"channel_type": "channel", "message": said | {"text": new}, "previous_message": said | {"text": old}}
    return {"type": "event_callback", "team_id": TEAM, "event": event}


def test_an_edit_that_changes_no_word_changes_nothing(ana: Person, wei: Person, served: Served) -> None:
    message = ana.says("#mail-support", LOGIN)
    card = ana.waits_for_reply(message)
    wei.clicks(card, "not_my_error")
    offered = waits_for_words(wei, card, "Is it one of these?")
    ana.edits(message, LOGIN + " ")
    served.deliveries()
    assert ana.current(card) == offered


def test_a_deleted_paste_takes_its_answer_along(ana: Person) -> None:
    message = ana.says("#mail-support", LOGIN)
    card = ana.waits_for_reply(message)
    ana.deletes(message)
    waits_until_gone(ana, card)


def test_what_is_deleted_is_forgotten_but_the_votes_on_it_are_not(
    ana: Person, wei: Person, knowledge: KnowledgeBase
) -> None:
    message = ana.says("bot", UNKNOWN)
    ana.waits_for_reply(message)
    pasted = ana.says("#mail-support", LOGIN)
    card = ana.waits_for_reply(pasted)
    wei.clicks(card, "vote_worked")
    waits_for_words(wei, card, "1 of 1 here")
    ana.deletes(message)
    ana.deletes(pasted)
    waits_until_gone(ana, card)
    assert list(knowledge.questions(TEAM)) == []
    assert knowledge.rated(ENTRY, team=TEAM).votes == 1


def test_a_paste_deleted_before_its_answer_came_gets_none(
    ana: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    served.switch(delay_s=0.5)
    message = ana.says("#mail-support", LOGIN)
    question = ana.says("bot", UNKNOWN)
    served.switch(delay_s=0)
    ana.deletes(message)
    ana.deletes(question)
    served.deliveries()
    ana.waits_for_reply(ana.says("bot", LOGIN))
    assert [m for m in ana.sees().messages if m.from_bot and m.channel == message.channel] == []
    assert list(knowledge.questions(TEAM)) == []


def test_a_remark_deleted_before_it_came_moves_nothing(ana: Person, served: Served) -> None:
    message = ana.says("#mail-support", LOGIN)
    ana.waits_for_reply(message)
    served.switch(delay_s=0.5)
    remark = ana.says("#mail-support", "still broken", thread=message)
    served.switch(delay_s=0)
    ana.deletes(remark)
    served.deliveries()
    ana.waits_for_reply(ana.says("bot", LOGIN))
    assert len([m for m in ana.sees().replies(message) if m.from_bot]) == 1


def test_a_card_that_somebody_deleted_is_not_missed(ana: Person, served: Served) -> None:
    message = ana.says("#mail-support", LOGIN)
    card = ana.waits_for_reply(message)
    served.switch(fail=[{"method": "chat.update", "error": "message_not_found", "times": 1}])
    ana.reacts(card, "+1")
    served.deliveries()
    again = ana.waits_for_reply(ana.says("#incidents", LOGIN))
    assert "1 of 1 here" in again.words
