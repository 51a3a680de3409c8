"""Rows of conversations: each paste once, whoever hears of it how often."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from knowledge.conversation import Conversation, Place
from knowledge.model import Language
from knowledge.store.protocol import Session, Value

__all__ = [
    "add",
    "ask",
    "by_card",
    "by_paste",
    "drop",
    "forget",
    "give_back",
    "lease",
    "put_card",
    "put_language",
    "revise",
    "told_of",
    "waiting",
]

_SELECT = """
    SELECT c.team, c.channel, c.ts, c.thread_ts, c.asker, c.asked, c.language, c.excerpt, c.candidates, c.about,
           c.edited_us, c.card_ts, f.entry_id, f.workarounds
    FROM conversations c
    LEFT JOIN faces f ON f.team = c.team AND f.channel = c.channel AND f.card_ts = c.card_ts AND f.since_us = (
        SELECT MAX(g.since_us) FROM faces g WHERE g.team = c.team AND g.channel = c.channel AND g.card_ts = c.card_ts)
    WHERE c.forgotten = 0"""


def add(session: Session, conversation: Conversation, now_us: int) -> bool:
    """Keep `conversation` as one that waits for an answer; False if its paste was known already."""
    added = session.change(
        """INSERT INTO conversations (team, channel, ts, thread_ts, asker, asked, language, excerpt, candidates,
               about, edited_us, received_us, leased_until_us, forgotten)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0) ON CONFLICT (team, channel, ts) DO NOTHING""",
        *conversation.paste,
        conversation.thread_ts,
        conversation.asker,
        int(conversation.asked),
        conversation.language.value,
        conversation.excerpt,
        json.dumps(conversation.candidates),
        conversation.about,
        conversation.edited_us,
        now_us,
    )
    return added == 1


def ask(session: Session, conversation: Conversation, now_us: int) -> bool:
    """Turn a paste that was only overheard and got no answer into one that was asked about; False if it is none.

    What was read in it is that of `conversation`, unless its author edited it after that. Somebody may be answering it
    at this moment, unless it was read and there was nothing to answer: then it can be taken at once.
    """
    turned = session.change(
        """UPDATE conversations
           SET asked = 1, asker = ?, thread_ts = ?, language = ?, received_us = ?,
               leased_until_us = CASE WHEN candidates = '[]' AND excerpt <> '' THEN 0 ELSE leased_until_us END
           WHERE team = ? AND channel = ? AND ts = ? AND forgotten = 0 AND asked = 0 AND card_ts IS NULL""",
        conversation.asker,
        conversation.thread_ts,
        conversation.language.value,
        now_us,
        *conversation.paste,
    )
    if turned:
        revise(session, conversation)
    return turned == 1


def revise(session: Session, conversation: Conversation) -> bool:
    """Replace what was read in a known paste; False if it is not known, or was edited after `conversation` was."""
    revised = session.change(
        """UPDATE conversations SET excerpt = ?, candidates = ?, about = ?, language = ?, edited_us = ?
           WHERE team = ? AND channel = ? AND ts = ? AND forgotten = 0 AND edited_us <= ?""",
        conversation.excerpt,
        json.dumps(conversation.candidates),
        conversation.about,
        conversation.language.value,
        conversation.edited_us,
        *conversation.paste,
        conversation.edited_us,
    )
    return revised == 1


def put_language(session: Session, paste: Place, language: Language) -> None:
    """Remember that `paste` is answered in `language`."""
    session.change(
        "UPDATE conversations SET language = ? WHERE team = ? AND channel = ? AND ts = ? AND forgotten = 0",
        language.value,
        *paste,
    )


def lease(session: Session, paste: Place, *, now_us: int, until_us: int) -> bool:
    """Reserve the answering of `paste` until `until_us`; False if it is answered, reserved or not known."""
    leased = session.change(
        """UPDATE conversations SET leased_until_us = ?
           WHERE team = ? AND channel = ? AND ts = ? AND forgotten = 0 AND card_ts IS NULL AND leased_until_us <= ?""",
        until_us,
        *paste,
        now_us,
    )
    return leased == 1


def give_back(session: Session, paste: Place) -> None:
    """End the reservation of `paste` if it got no answer."""
    session.change(
        """UPDATE conversations SET leased_until_us = 0
           WHERE team = ? AND channel = ? AND ts = ? AND forgotten = 0 AND card_ts IS NULL""",
        *paste,
    )


def drop(session: Session, paste: Place) -> None:
    """Remove `paste`, if it got no answer, as if it had never been received."""
    session.change(
        """DELETE FROM conversations
           WHERE team = ? AND channel = ? AND ts = ? AND forgotten = 0 AND card_ts IS NULL""",
        *paste,
    )


def put_card(session: Session, paste: Place, card_ts: str) -> None:
    """Remember that the message `card_ts` in its channel answers `paste`."""
    session.change(
        "UPDATE conversations SET card_ts = ? WHERE team = ? AND channel = ? AND ts = ? AND forgotten = 0",
        card_ts,
        *paste,
    )


def forget(session: Session, paste: Place) -> None:
    """Drop what `paste` said. That there was such a paste stays known: its event may come again."""
    session.change(
        """UPDATE conversations
           SET forgotten = 1, excerpt = '', candidates = '[]', about = '', asker = '', card_ts = NULL
           WHERE team = ? AND channel = ? AND ts = ? AND forgotten = 0""",
        *paste,
    )


def by_paste(session: Session, paste: Place) -> Conversation | None:
    """The conversation about the message `paste`."""
    return _first(session, "c.team = ? AND c.channel = ? AND c.ts = ?", *paste)


def by_card(session: Session, card: Place) -> Conversation | None:
    """The conversation that the bot's message `card` answers."""
    return _first(session, "c.team = ? AND c.channel = ? AND c.card_ts = ?", *card)


def waiting(session: Session, *, now_us: int, since_us: int) -> Iterator[Conversation]:
    """Those received after `since_us` that should have a card, have none, and that nobody is answering.

    One that was only overheard should have a card if it has candidates, and may if it was not read yet.
    """
    rows = session.rows(
        f"""{_SELECT} AND c.card_ts IS NULL AND c.received_us > ? AND c.leased_until_us <= ?
            AND (c.asked = 1 OR c.candidates <> '[]' OR c.excerpt = '') ORDER BY c.received_us""",
        since_us,
        now_us,
    )
    return map(_conversation, rows)


def told_of(session: Session, team: str, entry_id: str, *, since_us: int, limit: int) -> Iterator[Conversation]:
    """The latest `limit` with a card, received after `since_us`, that show `entry_id` or say that nobody knows."""
    rows = session.rows(
        f"""{_SELECT} AND c.team = ? AND c.card_ts IS NOT NULL AND c.received_us > ?
            AND (f.entry_id = ? OR (f.entry_id IS NULL AND c.asked = 1 AND c.about <> ''))
            ORDER BY c.received_us DESC LIMIT ?""",
        team,
        since_us,
        entry_id,
        limit,
    )
    return map(_conversation, rows)


def _first(session: Session, condition: str, *values: Value) -> Conversation | None:
    return next(map(_conversation, session.rows(f"{_SELECT} AND {condition}", *values)), None)


def _conversation(row: tuple[Any, ...]) -> Conversation:
    team, channel, ts, thread_ts, asker, asked, language, excerpt, candidates, about, *rest = row
    edited_us, card_ts, entry_id, workarounds = rest
    return Conversation(
        paste=Place(team, channel, ts),
        thread_ts=thread_ts,
        asker=asker,
        asked=bool(asked),
        language=Language(language),
        excerpt=excerpt,
        candidates=tuple(json.loads(candidates)),
        about=about,
        card=Place(team, channel, card_ts) if card_ts else None,
        entry_id=entry_id,
        workarounds=tuple(json.loads(workarounds or "[]")),
        edited_us=edited_us,
    )
