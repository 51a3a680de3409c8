"""Somebody says in their own words why an answer did not help."""

from __future__ import annotations

from typing import Any

from slack_bolt import App, Args
from slack_bolt.context.respond import Respond

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import refresh
from bot.listeners.press import press_of
from bot.listeners.reader import language_read
from bot.listeners.shown import shown_on
from bot.listeners.who import who
from bot.views.feedback import words
from bot.views.feedback.actions import IN_WORDS, OWN_WORDS, Subject
from bot.views.feedback.own_words import Asked, fault_of, own_words_modal
from bot.views.feedback.questions import noted
from bot.views.message import Message, said
from knowledge.base import KnowledgeBase, Place
from knowledge.feedback import Reason
from knowledge.model import Language

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` open the modal for own words, and keep what is written there."""

    def open_modal(args: Args) -> None:
        afterwards(args, lambda: _open(args))
        args.ack()

    def submit(args: Args) -> None:
        asked, written = Asked.of(args.payload["private_metadata"]), _written(args.payload)
        fault = fault_of(written, asked.language)
        if fault is not None:
            args.ack(response_action="errors", errors={OWN_WORDS: fault})
            return
        card = Place(who(args).team, asked.channel, asked.card_ts)
        message = _kept(knowledge, card, who(args).user, asked, written)
        afterwards(args, lambda: _show(args, knowledge, card, asked, message))
        args.ack()

    app.action(IN_WORDS)(open_modal)
    app.view(OWN_WORDS)(submit)


def _open(args: Args) -> None:
    press = press_of(args)
    if press is None:
        return
    subject = Subject.of(press.value)
    asked = Asked(
        channel=press.card.channel,
        card_ts=subject.card_ts,
        entry_id=subject.entry_id,
        language=language_read(args) or Language.EN,
        response_url=args.context.response_url or "",
    )
    args.client.views_open(trigger_id=args.body["trigger_id"], view=own_words_modal(asked))


def _written(view: dict[str, Any]) -> str:
    """What the modal's field holds."""
    value = view["state"]["values"].get(OWN_WORDS, {}).get(OWN_WORDS, {}).get("value")
    return (value or "").strip()


def _kept(knowledge: KnowledgeBase, card: Place, voter: str, asked: Asked, written: str) -> Message:
    """Keep what was `written` if the card still shows what it is about; what is to be said of that."""
    if shown_on(knowledge, card, asked.entry_id) is None:
        return said(words.CHANGED_SINCE.in_(asked.language))
    knowledge.feedback.give_reason(card, voter, Reason.OTHER, words=written)  # Slack does not say when it was sent
    return noted(words.COUNTED_WORDS, Subject(asked.card_ts, asked.entry_id), asked.language)


def _show(args: Args, knowledge: KnowledgeBase, card: Place, asked: Asked, message: Message) -> None:
    """Put `message` in the place of the question that led to the modal."""
    client = args.client
    respond = Respond(response_url=asked.response_url, proxy=client.proxy, ssl=client.ssl)
    respond(replace_original=True, **message.as_json())
    refresh(client, knowledge, card)
