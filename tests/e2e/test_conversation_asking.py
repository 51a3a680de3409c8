"""However somebody asks, the answer comes to the place where they look for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.playground.testing import Person, Seen, SeenMessage, Served
from knowledge.base import KnowledgeBase

PASTE = "535 5.7.8 Authentication credentials invalid"
UNKNOWN = "554 5.7.1 Zorblax flange misaligned with the hyperdrive"
TITLE = "535 5.7.8 Authentication credentials invalid: SMTP server rejected username/password"
TEAM = "T04NORTHWND"


def ephemerals(person: Person, count: int) -> list[SeenMessage]:
    """The `count` messages that only `person` sees, once they are there."""

    def enough(seen: Seen) -> list[SeenMessage] | None:
        found = [message for message in seen.messages if message.is_ephemeral]
        return found if len(found) >= count else None

    return person.waits_for(enough)


def own_messages(person: Person, channel: str) -> list[SeenMessage]:
    """What Postmaster said to everybody in `channel`."""
    there = person.channel_id(channel)
    return [m for m in person.sees().messages if m.channel == there and m.from_bot and not m.is_ephemeral]


def test_a_mention_with_an_error_is_answered_in_its_thread(ana: Person) -> None:
    message = ana.says("#mail-support", f"@Postmaster what is this? {PASTE}")
    assert TITLE in ana.waits_for_reply(message).words


def test_an_empty_mention_below_a_paste_is_an_answer_to_the_paste(ana: Person, sam: Person, served: Served) -> None:
    message = ana.says("#mail-support", UNKNOWN)
    served.deliveries()
    sam.says("#mail-support", "@Postmaster", thread=message)
    assert "I don't know this one." in sam.waits_for_reply(message).words


def test_a_mention_with_a_question_below_a_paste_is_too(ana: Person, wei: Person, served: Served) -> None:
    message = ana.says("#mail-support", UNKNOWN)
    served.deliveries()
    wei.says("#mail-support", "@Postmaster 这是什么意思？", thread=message)
    assert "这个错误我还不认识" in wei.waits_for_reply(message).words


def test_a_mention_below_an_answered_paste_only_tells_the_one_who_asks(
    ana: Person, sam: Person, served: Served
) -> None:
    message = ana.says("#mail-support", PASTE)
    ana.waits_for_reply(message)
    sam.says("#mail-support", "@Postmaster", thread=message)
    assert sam.waits_for_ephemeral().text.startswith("I answered this in the thread already.")
    served.deliveries()
    assert len(own_messages(ana, "#mail-support")) == 1


def test_a_mention_below_a_shared_answer_does_not_answer_the_answer(ana: Person, sam: Person, served: Served) -> None:
    ana.runs("/smtp", PASTE)
    ana.clicks(ana.waits_for_ephemeral(), "share")
    card = sam.waits_for(lambda seen: next((m for m in seen.messages if m.from_bot and "Fix rate" in m.words), None))
    sam.says("#mail-support", "@Postmaster", thread=card)
    assert sam.waits_for_ephemeral().text.startswith("I answered this in the thread already.")
    served.deliveries()
    assert len(own_messages(sam, "#mail-support")) == 1


@pytest.mark.parametrize("words", ["", "help", "帮助"])
def test_a_mention_without_a_word_or_with_help_explains_itself(ana: Person, words: str) -> None:
    card = ana.waits_for_reply(ana.says("#mail-support", f"@Postmaster {words}"))
    assert "/smtp" in card.text


def test_a_mention_without_an_error_says_so(ana: Person) -> None:
    card = ana.waits_for_reply(ana.says("#mail-support", "@Postmaster how are you today?"))
    assert card.text.startswith("I see no mail error in this.")


def test_of_talk_without_an_error_nothing_is_kept(ana: Person, database: Path) -> None:
    ana.waits_for_reply(ana.says("bot", "Hello Postmaster, my salary is ridiculous"))
    ana.waits_for_reply(ana.says("#mail-support", "@Postmaster my salary is ridiculous"))
    for file in database.parent.glob(f"{database.name}*"):
        assert b"salary" not in file.read_bytes()


def test_everybody_is_answered_in_the_language_of_their_slack(ana: Person, wei: Person) -> None:
    assert TITLE in ana.waits_for_reply(ana.says("bot", f"这个怎么办：{PASTE}")).words
    card = wei.waits_for_reply(wei.says("bot", PASTE))
    assert "解决率 *90%* · 可信度 88% · 证据数 1 · 本团队暂无评价" in card.words


def test_the_first_command_and_every_modal_speak_it_too(ana: Person, wei: Person) -> None:
    card = ana.waits_for_reply(ana.says("#mail-support", PASTE))
    wei.runs("/smtp", PASTE)
    assert "解决率 *90%*" in wei.waits_for_ephemeral().words
    wei.clicks(card, "more")
    assert "解决率 *90%*" in str(wei.waits_for_view()["blocks"])


def test_thanks_below_an_answer_in_a_direct_message_need_no_answer(ana: Person, served: Served) -> None:
    message = ana.says("bot", PASTE)
    ana.waits_for_reply(message)
    ana.says("bot", "thanks!", thread=message)
    served.deliveries()
    assert len(own_messages(ana, "bot")) == 1


def test_the_command_answers_only_the_one_who_asks(ana: Person, wei: Person, served: Served) -> None:
    ana.runs("/smtp", PASTE)
    answer = ana.waits_for_ephemeral()
    assert TITLE in answer.words
    assert "Share in channel" in answer.words
    served.deliveries()
    assert own_messages(wei, "#mail-support") == []


@pytest.mark.parametrize("words", ["", "help"])
def test_the_command_without_an_error_explains_itself(ana: Person, words: str) -> None:
    ana.runs("/smtp", words)
    assert "Look up this error" in ana.waits_for_ephemeral().text


def test_a_private_answer_is_shared_once_and_can_then_be_voted_on(ana: Person, wei: Person, served: Served) -> None:
    ana.runs("/smtp", PASTE, channel="#incidents")
    private = ana.waits_for_ephemeral()
    served.switch(copies=2)
    ana.clicks(private, "share")
    incidents = wei.channel_id("#incidents")
    card = wei.waits_for(lambda seen: next((m for m in seen.messages if m.channel == incidents and m.from_bot), None))
    assert TITLE in card.words
    assert card.thread_ts is None
    ana.waits_for(lambda seen: seen.message(private.channel, private.ts) is None)
    wei.clicks(card, "vote_worked")
    wei.waits_for(lambda seen: "1 of 1 here" in next(m.words for m in seen.messages if m.ts == card.ts))
    assert len(own_messages(wei, "#incidents")) == 1


def test_a_private_answer_cannot_be_shared_where_postmaster_is_not(ana: Person) -> None:
    ana.runs("/smtp", PASTE, channel="#random")
    ana.clicks(ana.waits_for_ephemeral(), "share")
    assert ephemerals(ana, 2)[-1].text.startswith("I am not in this channel")
    assert own_messages(ana, "#random") == []


def test_the_shortcut_answers_in_the_thread_of_the_message(ana: Person, sam: Person, served: Served) -> None:
    message = ana.says("#mail-support", UNKNOWN)
    served.deliveries()
    sam.uses_shortcut(message, "look_up_error")
    assert "I don't know this one." in sam.waits_for_reply(message).words


def test_the_shortcut_on_an_answered_message_only_tells_the_one_who_asks(ana: Person, sam: Person) -> None:
    message = ana.says("#mail-support", PASTE)
    ana.waits_for_reply(message)
    sam.uses_shortcut(message, "look_up_error")
    assert sam.waits_for_ephemeral().text.startswith("I answered this in the thread already.")


def test_the_shortcut_answers_privately_where_postmaster_is_not(ana: Person) -> None:
    ana.uses_shortcut(ana.says("#random", PASTE), "look_up_error")
    answer, note = ephemerals(ana, 2)
    assert TITLE in answer.words
    assert note.text.startswith("I am not in this channel")


def test_the_shortcut_reads_a_file_privately_too(ana: Person, served: Served) -> None:
    served.switch(hold=True)  # nobody overhears
    message = ana.uploads("#mail-support", "mail.log", PASTE.encode())
    ana.uses_shortcut(ana.uploads("#random", "mail.log", PASTE.encode()), "look_up_error")
    assert ephemerals(ana, 2)[0].text.startswith("I could not read the file.")
    served.switch(fail=[{"method": "chat.postMessage", "error": "not_in_channel", "times": 1}])
    ana.uses_shortcut(message, "look_up_error")
    assert TITLE in ephemerals(ana, 4)[2].words


def test_once_it_was_invited_the_second_press_and_the_second_shortcut_answer_at_once(
    ana: Person, knowledge: KnowledgeBase
) -> None:
    message = ana.says("#random", PASTE)
    ana.runs("/smtp", PASTE, channel="#random")
    answer = ana.waits_for_ephemeral()
    ana.clicks(answer, "share")
    ana.uses_shortcut(message, "look_up_error")
    ephemerals(ana, 4)
    assert list(knowledge.overdue()) == []
    ana.invites_bot("#random")
    ana.clicks(answer, "share")
    ana.waits_for(
        lambda seen: any(m.from_bot and TITLE in m.words and not m.is_ephemeral for m in seen.messages) or None
    )
    ana.uses_shortcut(message, "look_up_error")
    assert TITLE in ana.waits_for_reply(message).words


def test_an_unknown_error_that_was_asked_about_is_admitted_and_remembered(
    ana: Person, knowledge: KnowledgeBase
) -> None:
    card = ana.waits_for_reply(ana.says("bot", f"{UNKNOWN} for bob@example.com"))
    assert f"What I read: `{UNKNOWN} for " in card.words
    assert knowledge.look_up(UNKNOWN).candidates[0].rated.entry.title.en in card.words
    question = knowledge.questions(TEAM)[0]
    assert (question.asked, question.overheard) == (1, 0)
    assert "bob" not in question.excerpt


def test_what_only_the_asker_would_call_an_error_is_an_unknown_one_too(ana: Person, knowledge: KnowledgeBase) -> None:
    for told in ("599 5.9.9 flux capacitor misaligned", "my mail server said: flux capacitor misaligned"):
        card = ana.waits_for_reply(ana.says("#mail-support", f"@Postmaster {told}"))
        assert f"What I read: `{told}`" in card.words
    assert len(knowledge.questions(TEAM)) == 2


def test_an_unknown_error_that_was_only_overheard_gets_silence_and_is_remembered(
    ana: Person, served: Served, knowledge: KnowledgeBase
) -> None:
    ana.says("#mail-support", UNKNOWN)
    served.deliveries()
    assert own_messages(ana, "#mail-support") == []
    question = knowledge.questions(TEAM)[0]
    assert (question.asked, question.overheard) == (0, 1)


TALK = (
    "our ticket #550 is open since Monday",
    "The invoice is over 535 EUR, payment failed again",
    "HTTP 502 from the shop, is it down?",
    "can somebody resend the newsletter? mail does not arrive at the customer",
    "🎉🎉🎉",
    "status=sent (250 2.0.0 Ok: queued as 4XyZ)",
)


def test_talk_gets_silence_and_is_not_remembered(
    ana: Person, served: Served, knowledge: KnowledgeBase, subtests: pytest.Subtests
) -> None:
    for talk in TALK:
        with subtests.test(talk):
            ana.says("#mail-support", talk)
            served.deliveries()
            assert own_messages(ana, "#mail-support") == []
            assert list(knowledge.questions(TEAM)) == []


def test_who_quotes_the_error_in_its_thread_gets_no_second_answer(ana: Person, wei: Person, served: Served) -> None:
    message = ana.says("#mail-support", PASTE)
    ana.waits_for_reply(message)
    wei.says("#mail-support", f"I had {PASTE} too", thread=message)
    served.deliveries()
    assert len(own_messages(ana, "#mail-support")) == 1


def test_another_error_in_the_thread_gets_its_own_answer(ana: Person) -> None:
    message = ana.says("#mail-support", PASTE)
    ana.waits_for_reply(message)
    follow_up = ana.says("#mail-support", "and now: 554 5.7.1 <a@example.com>: Relay access denied", thread=message)
    assert "Relay access denied" in ana.waits_for_reply(follow_up).words


def test_a_new_channel_is_greeted_once(ana: Person, served: Served) -> None:
    ana.invites_bot("#random")
    ana.waits_for(lambda seen: [m for m in seen.messages if m.from_bot and "I stay quiet" in m.text])
    served.deliveries()
    assert len(own_messages(ana, "#random")) == 1
