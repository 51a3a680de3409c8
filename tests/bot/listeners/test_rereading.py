"""What is read late is kept only while it is still what the paste says."""

from __future__ import annotations

import time
from dataclasses import replace

from slack_sdk import WebClient

from bot.listeners.incoming import Incoming
from bot.listeners.rereading import read_again
from knowledge.base import Conversation, KnowledgeBase, Place
from knowledge.model import Language

UNKNOWN = "554 5.7.1 Zorblax flange misaligned with the hyperdrive"
PASTE = Place("T1", "C1", "1700000100.000100")
UNREAD = Conversation(PASTE, PASTE.ts, "U1", asked=True, language=Language.EN, excerpt="", candidates=())
INCOMING = Incoming(PASTE, PASTE.ts, "U1", UNKNOWN, files=(), is_direct=False, mentions_bot=True)


def read(knowledge: KnowledgeBase) -> None:
    read_again(WebClient(), knowledge, UNREAD, INCOMING, deadline=time.monotonic())


def test_an_unknown_error_is_a_question(knowledge: KnowledgeBase) -> None:
    knowledge.receive(UNREAD)
    read(knowledge)
    assert [question.codes for question in knowledge.questions("T1")] == [("5.7.1", "554")]


def test_an_unknown_error_that_was_edited_away_while_it_was_read_is_no_question(knowledge: KnowledgeBase) -> None:
    knowledge.receive(UNREAD)
    knowledge.revise(replace(UNREAD, excerpt="421", edited_us=5))
    read(knowledge)
    assert knowledge.questions("T1") == []
