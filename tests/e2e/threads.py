"""What tests of threads have in common: a paste and its answer, and what Postmaster says below it."""

from __future__ import annotations

from bot.listeners.answering import known_card
from bot.playground.testing import Person, Seen, SeenMessage
from knowledge.base import KnowledgeBase
from knowledge.conversation import Place

PASTE = "535 5.7.8 Authentication credentials invalid"
OTHER = "554 5.7.1 <a@example.com>: Relay access denied"
UNKNOWN = "554 5.7.1 Zorblax flange misaligned with the hyperdrive"
ENTRY = "communication/smtp-535-authentication-credentials-invalid"
TEAM = "T04NORTHWND"
ON_CALL = "S04ONCALL7X"
STEP = "Next: "


def paste(
    person: Person, knowledge: KnowledgeBase, text: str = PASTE, *, channel: str = "#mail-support"
) -> tuple[SeenMessage, SeenMessage]:
    """A paste of `person`, and its answer once it is noted that it stands there: nobody reads faster than that."""
    message = person.says(channel, text)
    return message, noted(knowledge, person.waits_for_reply(message))


def noted(knowledge: KnowledgeBase, card: SeenMessage) -> SeenMessage:
    """`card`, once it is noted that it stands there."""
    assert known_card(knowledge, Place(TEAM, card.channel, card.ts))
    return card


def replies(person: Person, message: SeenMessage, words: str) -> list[SeenMessage]:
    """What Postmaster said with `words` in the thread of `message`."""
    return [
        one for one in person.sees().replies(message) if one.from_bot and not one.is_ephemeral and words in one.words
    ]


def waits_for_words(person: Person, message: SeenMessage, words: str, *, count: int = 1) -> SeenMessage:
    """The reply number `count` of Postmaster's in the thread of `message` with `words`."""

    def there(_seen: Seen) -> SeenMessage | None:
        found = replies(person, message, words)
        return found[count - 1] if len(found) >= count else None

    return person.waits_for(there)


def waits_for_line(person: Person, card: SeenMessage, words: str, *, there: bool = True) -> SeenMessage:
    """`card` once it says `words`, or once it doesn't any more."""

    def says_so(seen: Seen) -> SeenMessage | None:
        now = seen.message(card.channel, card.ts)
        return now if now is not None and (words in now.words) is there else None

    return person.waits_for(says_so)
