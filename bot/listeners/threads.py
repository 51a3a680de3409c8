"""What the answer in a thread has to offer, and the line on it that says how the thread ended."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.names import name_of
from bot.views.following import words
from bot.views.following.outcomes import handed_line, resolved_line, with_line
from bot.views.message import Message
from knowledge.base import Conversation, KnowledgeBase, Place, UnknownEntryError
from knowledge.model import Language
from knowledge.rating import RatedEntry
from knowledge.threads import Advice, Outcome, Thread, place_of
from knowledge.votes import workaround_of

__all__ = ["advice_of", "marked", "name_or_somebody", "withdraw"]


def advice_of(knowledge: KnowledgeBase, conversation: Conversation) -> tuple[RatedEntry | None, Advice]:
    """What the card of `conversation` is about, and the order in which its workarounds are to be tried.

    First those that the card numbers 1, 2, 3, then the others, the best first. A card that points to an earlier answer
    is about what that shows.
    """
    card = conversation.card or conversation.paste
    entry_id = conversation.candidates[0] if conversation.points_elsewhere else conversation.entry_id
    try:
        rated = knowledge.rated(entry_id, team=card.team) if entry_id else None
    except UnknownEntryError:
        rated = None
    if rated is None:
        return None, Advice(card, None, ())
    known = [fix.fix.key for fix in rated.workarounds]
    numbered = [key for key in conversation.workarounds if key in known]
    return rated, Advice(card, rated.entry.id, tuple(dict.fromkeys([*numbered, *known])))


def marked(client: WebClient, knowledge: KnowledgeBase, conversation: Conversation, card: Message) -> Message:
    """`card`, the one of `conversation`, with a line that says how its thread ended, if it did."""
    thread = knowledge.threads.of(place_of(conversation))
    if thread is None or thread.card != conversation.card or thread.outcome is Outcome.OPEN:
        return card
    language = conversation.language
    name = name_or_somebody(client, thread.place, thread.outcome_by, language)
    if thread.outcome is Outcome.HANDED:
        return with_line(card, handed_line(name, language))
    return with_line(card, resolved_line(name, number=_number(knowledge, conversation, thread), language=language))


def withdraw(knowledge: KnowledgeBase, conversation: Conversation) -> list[Place]:
    """The card of `conversation` and what was said about it, for the caller to delete: its paste is none any more.

    The thread goes on from the answer to the message that began it, if that is another one.
    """
    if conversation.card is None:
        return []
    place = place_of(conversation)
    first = knowledge.by_paste(place)
    before = first.card if first and first.card != conversation.card else None
    return [conversation.card, *knowledge.threads.forget(place, conversation.card, before=before)]


def name_or_somebody(client: WebClient, place: Place, user: str, language: Language) -> str:
    """What `user` is called, as far as Slack tells."""
    return name_of(client, team=place.team, user=user) or words.SOMEBODY.in_(language)


def _number(knowledge: KnowledgeBase, conversation: Conversation, thread: Thread) -> int | None:
    """The number of the workaround that, by their vote, helped whoever said that it is resolved."""
    _, advice = advice_of(knowledge, conversation)
    said = knowledge.feedback.votes_on(thread.card, thread.outcome_by)
    worked = [workaround_of(target) for target, worked in said.items() if worked]
    return next((advice.keys.index(key) + 1 for key in worked if key in advice.keys), None)
