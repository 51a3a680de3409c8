"""Somebody mentions Postmaster: with an error, below somebody's paste, or to see what it can do."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.answering import deliver
from bot.listeners.asking import ask, ask_about_parent, has_error, look_up
from bot.listeners.failure import guarded
from bot.listeners.incoming import Incoming, from_event
from bot.views import words
from knowledge.base import KnowledgeBase

__all__ = ["register"]

_SURFACE = "mention"


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` answer mentions in channels; in a direct message every message is answered anyway."""

    def receive(args: Args) -> None:
        incoming = from_event(args.event or {}, args.context)
        if incoming is None or incoming.is_direct:
            return
        above = incoming.in_thread and not incoming.files and not _names_an_error(knowledge, incoming)
        args.context["paste"] = (
            ask_about_parent(knowledge, incoming) if above else ask(knowledge, incoming, surface=_SURFACE)
        )
        args.context["incoming"] = incoming

    def answer(args: Args) -> None:
        paste, incoming = args.context.get("paste"), args.context.get("incoming")
        if paste is None or incoming is None:
            return
        if paste == incoming.place:
            deliver(args.client, knowledge, paste, incoming=incoming)
        else:
            _answer_about_parent(args, incoming)

    def _answer_about_parent(args: Args, incoming: Incoming) -> None:
        known = knowledge.by_paste(incoming.parent)
        if known is not None and known.card is not None and known.card.ts < incoming.place.ts:
            args.client.chat_postEphemeral(
                channel=incoming.place.channel,
                user=incoming.author,
                thread_ts=incoming.thread_ts,
                text=words.ANSWERED_ALREADY.in_(known.language),
            )
        deliver(args.client, knowledge, incoming.parent)

    app.event("app_mention")(ack=receive, lazy=[guarded(answer)])


def _names_an_error(knowledge: KnowledgeBase, incoming: Incoming) -> bool:
    return has_error(look_up(knowledge, incoming.text, team=incoming.place.team, surface=_SURFACE))
