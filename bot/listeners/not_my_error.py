"""The button "Not my error": the match was wrong, and another entry may be the right one."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import known_card, rewrite, withdraw_reminder
from bot.listeners.cards import card_of
from bot.listeners.press import press_of, tell
from bot.listeners.voting import count
from bot.views import actions, words
from bot.views.unknown import candidates_offer
from knowledge import carriers
from knowledge.base import KnowledgeBase, Place, Signal
from knowledge.votes import MATCH

__all__ = ["offer_others", "register"]

_OFFERED = 4


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` offer something else in place of a wrong answer; `other_entry` takes the choice."""

    def reject(args: Args) -> None:
        press = press_of(args)
        if press is not None:
            count(knowledge, Signal(press.card, press.by, carriers.MATCH, MATCH, worked=False, event_ts=press.at))
            afterwards(args, lambda: offer_others(args, knowledge, press.card))
        args.ack()

    app.action(actions.NOT_MY_ERROR)(reject)


def offer_others(args: Args, knowledge: KnowledgeBase, card: Place) -> None:
    """Show below `card` what else the error may be."""
    conversation = known_card(knowledge, card)
    if conversation is None:
        tell(args, words.CARD_GONE)
        return
    shown = card_of(knowledge, conversation)
    others = [entry_id for entry_id in conversation.candidates if entry_id != shown.entry_id][:_OFFERED]
    entries = list(knowledge.entries_called(others, team=card.team).values())
    message = candidates_offer(shown.message, entries, language=conversation.language)
    rewrite(args.client, card, message)
    withdraw_reminder(args.client, knowledge, conversation)
