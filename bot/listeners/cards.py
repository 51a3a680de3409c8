"""The card of a conversation: it follows from what is stored and from the votes that stand now, from nothing else."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from bot.listeners.asking import near, tells_of_error
from bot.listeners.talk import asks_for_help
from bot.views import actions
from bot.views.answer import SHOWN, answer
from bot.views.following.menu import human_button
from bot.views.greetings import help_text
from bot.views.message import Message
from bot.views.teaching import teach_about
from bot.views.unknown import nothing_found, unknown
from knowledge.answer import Answer
from knowledge.base import KnowledgeBase
from knowledge.conversation import Conversation, Place
from knowledge.errors import UnknownEntryError
from knowledge.facts import why_this_answer
from knowledge.rating import RatedEntry

__all__ = ["Card", "card_of", "first_workarounds", "lock_of"]

_LOCKS = tuple(threading.Lock() for _ in range(256))


@dataclass(frozen=True, slots=True)
class Card:
    """A message, and what it shows for people to vote on."""

    message: Message
    entry_id: str | None
    """None: there is nothing to vote on."""
    workarounds: tuple[str, ...] = ()
    """Keys of the workarounds that it numbers 1, 2, 3."""


def card_of(knowledge: KnowledgeBase, conversation: Conversation, *, found: Answer | None = None) -> Card:
    """What the card of `conversation` shows now. An entry that it showed before keeps its numbers.

    `found` is what looking its excerpt up gives, where that is known already.
    """
    looked_up = found or knowledge.look_up(conversation.excerpt, team=conversation.paste.team)
    rated = _entry_of(knowledge, conversation)
    if rated is None:
        return Card(_without_entry(conversation, looked_up), entry_id=None)
    same = rated.entry.id == conversation.entry_id and conversation.workarounds
    numbered = conversation.workarounds if same else first_workarounds(rated)
    candidate = next((one for one in looked_up.candidates if one.rated.entry.id == rated.entry.id), None)
    message = answer(
        rated,
        numbered=numbered,
        language=conversation.language,
        why=why_this_answer(candidate) if candidate else None,
        tell_apart=looked_up.tell_apart if candidate and candidate is looked_up.candidates[0] else None,
        page=knowledge.site_of(rated.entry.id).entry_url(rated.entry.id, conversation.language),
        taught=knowledge.teaching.is_taught(conversation.paste.team, rated.entry.id),
    )
    return Card(message, rated.entry.id, tuple(numbered))


def first_workarounds(rated: RatedEntry) -> tuple[str, ...]:
    """Keys of the workarounds that a new card of `rated` numbers 1, 2, 3."""
    return tuple(fix.fix.key for fix in rated.workarounds[:SHOWN])


def lock_of(place: Place) -> threading.Lock:
    """Held by whoever writes the card at `place`, or the answer to it, so that an older state never comes last."""
    return _LOCKS[hash(place) % len(_LOCKS)]


def _entry_of(knowledge: KnowledgeBase, conversation: Conversation) -> RatedEntry | None:
    """The entry that the card shows, or is to show; None if the error is unknown or the entry is gone."""
    entry_id = conversation.entry_id or next(iter(conversation.candidates), None)
    try:
        return knowledge.rated(entry_id, team=conversation.paste.team) if entry_id else None
    except UnknownEntryError:
        return None


def _without_entry(conversation: Conversation, looked_up: Answer) -> Message:
    if asks_for_help(conversation.excerpt):
        return help_text(conversation.language)
    if not tells_of_error(looked_up):
        return nothing_found(conversation.language)
    language = conversation.language
    return unknown(
        looked_up.reading,
        near(looked_up),
        language=language,
        action=actions.SHOW_ENTRY,
        offers=[teach_about(conversation, language), human_button(language)],
    )
