"""Somebody chooses another entry for a card, or says that none of those offered is right."""

from __future__ import annotations

from dataclasses import replace

from slack_bolt import App, Args
from slack_sdk.models.blocks import ButtonElement

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import start_over
from bot.listeners.buttons import show
from bot.listeners.cards import Card, first_workarounds
from bot.listeners.press import choice_of, press_of, tell
from bot.views import actions, words
from bot.views.following.menu import human_button
from bot.views.teaching import teach_about
from bot.views.unknown import unknown
from knowledge.base import Conversation, KnowledgeBase, Place, UnknownEntryError
from knowledge.questions import group_of

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` turn a card to the chosen entry, or to an honest "I don't know this one"."""

    def choose(args: Args) -> None:
        press, choice = press_of(args), choice_of(args)
        if press is not None and choice is not None and _turn(knowledge, press.card, choice.entry_id, at=press.at):
            afterwards(args, lambda: show(args, knowledge, press.card))
        args.ack()

    def give_up(args: Args) -> None:
        press = press_of(args)
        conversation = knowledge.by_card(press.card) if press else None
        if conversation is None:
            afterwards(args, lambda: tell(args, words.CARD_GONE))
        else:
            found = knowledge.look_up(conversation.excerpt, team=conversation.paste.team)
            group = group_of(found.reading, conversation.excerpt)
            unknown_now = replace(conversation, candidates=(), about=group)
            knowledge.remember_question(unknown_now, found)
            knowledge.revise(unknown_now)
            language, offers = conversation.language, _offers(unknown_now)
            message = unknown(found.reading, (), language=language, action=actions.SHOW_ENTRY, offers=offers)
            card = Card(message, entry_id=None)
            afterwards(args, lambda: start_over(args.client, knowledge, unknown_now, card))
        args.ack()

    app.action(actions.with_number(actions.SHOW_ENTRY))(choose)
    app.action(actions.NONE_OF_THESE)(give_up)


def _offers(unknown_now: Conversation) -> list[ButtonElement]:
    """To teach what was not known, for the entry that was shown is not it; and to ask for a human."""
    language = unknown_now.language
    return [teach_about(replace(unknown_now, entry_id=None), language), human_button(language)]


def _turn(knowledge: KnowledgeBase, card: Place, entry_id: str, *, at: str) -> bool:
    """Let `card` show `entry_id` from the press at the time `at` on; False if there is no such entry."""
    try:
        rated = knowledge.rated(entry_id, team=card.team)
    except UnknownEntryError:
        return False
    knowledge.show(card, entry_id=entry_id, workarounds=first_workarounds(rated), since_ts=at)
    return True
