"""An error that was answered in its channel a while ago gets a link to that answer, which can be shown again."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.listeners.cards import Card, first_workarounds
from bot.listeners.permalink import permalink
from bot.listeners.threads import name_or_somebody
from bot.views.quiet import Earlier, repeat
from knowledge.base import Conversation, KnowledgeBase, Place, UnknownEntryError
from knowledge.model import Entry
from knowledge.moment import microseconds
from knowledge.recurrence import Verdicts
from knowledge.threads import Outcome, place_of

__all__ = ["repeat_of", "show_here", "show_if_asked"]

_SAID_NOTHING = Verdicts(0, 0, None)


def repeat_of(client: WebClient, knowledge: KnowledgeBase, conversation: Conversation) -> Card | None:
    """The card that only points to the earlier answer; None if there is none, or if somebody asked for the whole."""
    if conversation.asked:
        return None
    before = knowledge.recurrence.earlier(conversation)
    earlier = _earlier(client, knowledge, before, conversation) if before else None
    return Card(repeat(earlier, conversation.language), entry_id=None) if earlier else None


def show_here(knowledge: KnowledgeBase, card: Place, entry_id: str, *, at: str) -> bool:
    """Let `card`, which points elsewhere, show `entry_id` itself from the time `at` on; False if that is gone."""
    try:
        rated = knowledge.rated(entry_id, team=card.team)
    except UnknownEntryError:
        return False
    knowledge.show(card, entry_id=entry_id, workarounds=first_workarounds(rated), since_ts=at)
    knowledge.threads.remind_later(card, hours=knowledge.preferences.workspace(card.team).reminder_hours)
    return True


def show_if_asked(knowledge: KnowledgeBase, paste: Place, *, at: str) -> Place | None:
    """The card of `paste` if it only pointed elsewhere: somebody asked at the time `at`, so now it shows the answer."""
    conversation = knowledge.by_paste(paste)
    if conversation is None or conversation.card is None or not conversation.points_elsewhere:
        return None
    before = knowledge.recurrence.earlier(conversation)
    entry_id = (before.entry_id if before else None) or conversation.candidates[0]
    return conversation.card if show_here(knowledge, conversation.card, entry_id, at=at) else None


def _earlier(
    client: WebClient, knowledge: KnowledgeBase, before: Conversation, conversation: Conversation
) -> Earlier | None:
    """The answer of `before` as `conversation` needs it; None if Slack has it no more."""
    language, card = conversation.language, before.card
    entry = _entry(knowledge, before)
    url = permalink(client, card or before.paste)
    if entry is None or url is None:
        return None
    if card is None:
        return Earlier(entry, url, given_us=None, verdicts=_SAID_NOTHING)
    thread = knowledge.threads.of(place_of(before))
    outcome = thread.outcome if thread and thread.card == card else Outcome.OPEN
    resolved = thread.outcome_by if thread and outcome is Outcome.RESOLVED else None
    return Earlier(
        entry,
        url,
        given_us=microseconds(card.ts),
        verdicts=knowledge.recurrence.verdicts(card),
        resolved_by=name_or_somebody(client, card, resolved, language) if resolved else None,
        handed_over=outcome is Outcome.HANDED,
    )


def _entry(knowledge: KnowledgeBase, before: Conversation) -> Entry | None:
    """What the earlier answer shows, or is about to."""
    wanted = before.entry_id or before.about
    return knowledge.entries_called([wanted], team=before.paste.team).get(wanted)
