"""Somebody chooses another entry for a card, or says that none of those offered is right."""

from __future__ import annotations

from dataclasses import replace

from slack_bolt import App, Args

from bot.listeners.answering import refresh, start_over
from bot.listeners.cards import Card, first_workarounds
from bot.listeners.failure import guarded
from bot.listeners.press import choice_of, press_of, tell
from bot.views import actions, words
from bot.views.unknown import unknown
from knowledge.base import KnowledgeBase, Place, UnknownEntryError

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` turn a card to the chosen entry, or to an honest "I don't know this one"."""

    def choose(args: Args) -> None:
        press, choice = press_of(args), choice_of(args)
        if press is not None and choice is not None and _turn(knowledge, press.card, choice.entry_id, at=press.at):
            args.context["card"] = press.card
        args.ack()

    def show(args: Args) -> None:
        card = args.context.get("card")
        if card is None or not refresh(args.client, knowledge, card):
            tell(args, words.CARD_GONE)

    def give_up(args: Args) -> None:
        press = press_of(args)
        conversation = knowledge.by_card(press.card) if press else None
        if conversation is not None:
            unknown_now = replace(conversation, candidates=())
            looked_up = knowledge.look_up(conversation.excerpt, team=conversation.paste.team)
            knowledge.remember_question(unknown_now, looked_up)
            args.context["conversation"] = knowledge.revise(unknown_now)
        args.ack()

    def say_so(args: Args) -> None:
        conversation = args.context.get("conversation")
        if conversation is None:
            tell(args, words.CARD_GONE)
            return
        looked_up = knowledge.look_up(conversation.excerpt, team=conversation.paste.team)
        message = unknown(looked_up.reading, (), language=conversation.language, action=actions.SHOW_ENTRY)
        start_over(args.client, knowledge, conversation, Card(message, entry_id=None))

    app.action(actions.with_number(actions.SHOW_ENTRY))(ack=choose, lazy=[guarded(show)])
    app.action(actions.NONE_OF_THESE)(ack=give_up, lazy=[guarded(say_so)])


def _turn(knowledge: KnowledgeBase, card: Place, entry_id: str, *, at: str) -> bool:
    """Let `card` show `entry_id` from the press at the time `at` on; False if there is no such entry."""
    try:
        rated = knowledge.rated(entry_id, team=card.team)
    except UnknownEntryError:
        return False
    knowledge.show(card, entry_id=entry_id, workarounds=first_workarounds(rated), since_ts=at)
    return True
