"""Who mentions Postmaster below something, without an error of their own, asks about what stands there."""

from __future__ import annotations

import pytest

from bot.playground.testing import Person, Served

PASTE = "535 5.7.8 Authentication credentials invalid"
UNKNOWN = "554 5.7.1 Zorblax flange misaligned with the hyperdrive"
NOTHING = "I see no mail error in this."


def test_it_is_the_latest_error_in_the_thread(ana: Person, sam: Person, served: Served) -> None:
    first = ana.says("#mail-support", "hi, my mail does it again")
    sam.says("#mail-support", UNKNOWN, thread=first)
    sam.says("#mail-support", "never saw that", thread=first)
    served.deliveries()
    ana.says("#mail-support", "@Postmaster", thread=first)
    assert UNKNOWN in ana.waits_for_reply(first).words


def test_it_is_also_one_below_an_answer(ana: Person, sam: Person, served: Served) -> None:
    first = ana.says("#mail-support", PASTE)
    ana.waits_for_reply(first)
    sam.says("#mail-support", UNKNOWN, thread=first)
    served.deliveries()
    ana.says("#mail-support", "@Postmaster", thread=first)
    ana.waits_for(lambda seen: any(m.from_bot and UNKNOWN in m.words for m in seen.messages) or None)


def test_where_nothing_was_found_that_is_said_again(ana: Person, served: Served) -> None:
    first = ana.says("#mail-support", "hi, how are you?")
    for words in ("", "any idea?"):
        ana.says("#mail-support", f"@Postmaster {words}", thread=first)
        served.deliveries()
    ana.waits_for(lambda seen: sum(m.text.startswith(NOTHING) for m in seen.messages) == 2)
    assert not any(message.is_ephemeral for message in ana.sees().messages)


@pytest.mark.parametrize("error", ["thread_not_found", "missing_scope"])
def test_what_slack_does_not_show_is_said_once_and_not_tried_again(ana: Person, served: Served, error: str) -> None:
    first = ana.says("#mail-support", "hi, how are you?")
    served.switch(fail=[{"method": "conversations.replies", "error": error, "times": 1}])
    ana.says("#mail-support", "@Postmaster", thread=first)
    assert ana.waits_for_reply(first).text.startswith("Slack does not let me read what stands above")
