"""Whoever does not know what to do is shown it: one short message, with examples to click."""

from __future__ import annotations

import pytest

from bot.playground.testing import Person, Seen, SeenMessage, Served

EXAMPLE = "try_example:0"
TITLE = "535 5.7.8 Authentication credentials invalid"


def answer_to_example(person: Person, help_message: SeenMessage) -> SeenMessage:
    """What `person`, and nobody else, gets for a click on the first example of `help_message`."""
    person.clicks(help_message, EXAMPLE)
    return person.waits_for_ephemeral(after=help_message.ts)


@pytest.mark.parametrize("words", ["hi", "Hello!", "help"])
def test_a_greeting_in_a_direct_message_is_answered_with_examples_to_click(ana: Person, words: str) -> None:
    shown = ana.waits_for_reply(ana.says("bot", words))
    assert "Paste an SMTP error" in shown.text
    assert TITLE in answer_to_example(ana, shown).words


def test_help_speaks_the_language_it_was_asked_for_in(wei: Person) -> None:
    shown = wei.waits_for_reply(wei.says("bot", "你好"))
    assert "点一个试试" in shown.words
    assert "535 认证失败" in shown.words


def test_thanks_in_a_direct_message_are_taken_in_silence(ana: Person, served: Served) -> None:
    ana.says("bot", "ok, thanks!")
    served.deliveries()
    assert not [message for message in ana.sees().messages if message.from_bot]


def test_the_example_of_a_command_is_answered_where_only_the_asker_sees_it(
    ana: Person, wei: Person, served: Served
) -> None:
    ana.runs("/smtp", "help")
    answer = answer_to_example(ana, ana.waits_for_ephemeral())
    assert "Share in channel" in answer.words
    served.deliveries()
    assert not [message for message in wei.sees().messages if message.from_bot]


def test_the_example_of_an_empty_mention_is_answered_in_its_thread(ana: Person) -> None:
    asked = ana.says("#mail-support", "@Postmaster")
    answer = answer_to_example(ana, ana.waits_for_reply(asked))
    assert (answer.is_ephemeral, answer.thread_ts) == (True, asked.ts)


def test_help_with_an_error_is_about_that_error(ana: Person) -> None:
    ana.runs("/smtp", "help 535 5.7.8 Authentication credentials invalid")
    assert TITLE in ana.waits_for_ephemeral().words


def test_a_channel_that_postmaster_joins_is_greeted_with_examples(ana: Person) -> None:
    random = ana.channel_id("#random")
    ana.invites_bot("#random")

    def greeting(seen: Seen) -> SeenMessage | None:
        return next((m for m in seen.messages if m.channel == random and m.from_bot and "Hello!" in m.text), None)

    assert TITLE in answer_to_example(ana, ana.waits_for(greeting)).words
