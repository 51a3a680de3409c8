"""Who asks gets the answer, however late its card is noted."""

from __future__ import annotations

from typing import Any

from slack_sdk import WebClient

from bot.listeners.asking import Received
from bot.listeners.delivering import deliver_what_was_asked
from knowledge.base import Conversation, KnowledgeBase, Place
from knowledge.model import Language

ENTRY = "communication/smtp-535-authentication-credentials-invalid"
EXCERPT = "535 5.7.8 Authentication credentials invalid"
PASTE = Place("T1", "C1", "1700000100.000100")
LINK_TS, ASKED_TS = "1700000101.000100", "1700000102.000100"


class Updates(WebClient):
    """Slack, as far as messages are changed there."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        """What each message was changed into, by its time."""

    def chat_update(self, *, ts: str, text: str, **_: Any) -> Any:  # type: ignore[override]
        self.said[ts] = text


def test_a_link_that_was_noted_while_somebody_asked_below_it_shows_the_answer(knowledge: KnowledgeBase) -> None:
    pasted = Conversation(
        PASTE, PASTE.ts, "U1", asked=False, language=Language.EN, excerpt=EXCERPT, candidates=(ENTRY,), about=ENTRY
    )
    knowledge.receive(pasted)
    knowledge.posted(PASTE, card_ts=LINK_TS, entry_id=None, workarounds=())
    slack = Updates()
    assert deliver_what_was_asked(slack, knowledge, Received(PASTE), asked_ts=ASKED_TS)
    assert "535" in slack.said[LINK_TS]
    shown = knowledge.by_paste(PASTE)
    assert shown is not None
    assert shown.entry_id == ENTRY
    assert not deliver_what_was_asked(slack, knowledge, Received(PASTE), asked_ts=ASKED_TS)
