"""What a card shows now, for whoever says something about it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.base import Conversation, KnowledgeBase, Place, UnknownEntryError
from knowledge.model import Entry

__all__ = ["Shown", "is_retired", "shown_on"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A card, and the entry on it."""

    conversation: Conversation
    entry: Entry

    @property
    def numbers(self) -> tuple[str, ...]:
        """The keys of the workarounds that the card numbers 1, 2, 3."""
        return self.conversation.workarounds


def is_retired(knowledge: KnowledgeBase, card: Place) -> bool:
    """Whether `card` shows an entry that there is no more: the team that taught it thought better of it."""
    conversation = knowledge.by_card(card)
    return bool(conversation and conversation.entry_id) and shown_on(knowledge, card) is None


def shown_on(knowledge: KnowledgeBase, card: Place, entry_id: str | None = None) -> Shown | None:
    """What `card` shows; None if it is gone, shows no entry that there still is, or another one than `entry_id`."""
    conversation = knowledge.by_card(card)
    if conversation is None or conversation.entry_id is None or entry_id not in {None, conversation.entry_id}:
        return None
    try:
        return Shown(conversation, knowledge.rated(conversation.entry_id, team=card.team).entry)
    except UnknownEntryError:
        return None
