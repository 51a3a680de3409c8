"""Somebody mentions Postmaster: with an error, below somebody's paste, or to see what it can do; thanks are taken."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import refresh
from bot.listeners.asking import ask, ask_about_parent, has_error, look_up
from bot.listeners.delivering import deliver, deliver_what_was_asked
from bot.listeners.following import follow
from bot.listeners.incoming import Incoming, from_event
from bot.listeners.listening import is_off, say_that_it_is_off
from bot.listeners.reader import to_reader
from bot.listeners.repeats import show_if_asked
from bot.listeners.talk import is_small_talk
from bot.views import words
from knowledge.base import KnowledgeBase

__all__ = ["register"]

_SURFACE = "mention"


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` answer mentions in channels; in a direct message every message is answered anyway."""

    def receive(args: Args) -> None:
        incoming = from_event(args.event or {}, args.context)
        if incoming is None or incoming.is_direct or is_small_talk(incoming.text):
            return
        if is_off(knowledge, incoming.place):
            afterwards(args, lambda: say_that_it_is_off(args, incoming))
        elif follow(args, knowledge, incoming):
            return
        elif not _is_about_parent(knowledge, incoming):
            received = ask(knowledge, incoming, surface=_SURFACE)
            afterwards(args, lambda: deliver(args.client, knowledge, received))
        elif (card := show_if_asked(knowledge, incoming.parent, at=incoming.place.ts)) is not None:
            afterwards(args, lambda: refresh(args.client, knowledge, card))
        elif _is_answered(knowledge, incoming):
            afterwards(args, lambda: _point_to_card(args, incoming))
        else:
            above = ask_about_parent(knowledge, incoming)
            asked_ts = incoming.place.ts
            afterwards(args, lambda: deliver_what_was_asked(args.client, knowledge, above, asked_ts=asked_ts))

    app.event("app_mention")(receive)


def _is_about_parent(knowledge: KnowledgeBase, incoming: Incoming) -> bool:
    """Whether a mention in a thread asks about the message above: it brings no error of its own."""
    if not incoming.in_thread or incoming.files:
        return False
    return not has_error(look_up(knowledge, incoming.text, team=incoming.place.team, surface=_SURFACE))


def _is_answered(knowledge: KnowledgeBase, incoming: Incoming) -> bool:
    """Whether the message above was answered before `incoming` asked about it, or is an answer itself."""
    conversation = knowledge.by_paste(incoming.parent)
    card = conversation.card if conversation else None
    return (card is not None and card.ts < incoming.place.ts) or knowledge.by_card(incoming.parent) is not None


def _point_to_card(args: Args, incoming: Incoming) -> None:
    """Tell who asks, and nobody else, that the answer is there."""
    args.client.chat_postEphemeral(
        channel=incoming.place.channel,
        user=incoming.author,
        thread_ts=incoming.thread_ts,
        text=to_reader(args, words.ANSWERED_ALREADY),
    )
