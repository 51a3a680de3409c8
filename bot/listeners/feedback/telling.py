"""Somebody presses a button of a question about their vote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from slack_bolt import Args

from bot.listeners.afterwards import afterwards
from bot.listeners.press import press_of
from bot.listeners.reader import language_read, to_reader
from bot.listeners.shown import Shown, shown_on
from bot.listeners.voting import count
from bot.views.feedback import words
from bot.views.feedback.actions import Subject
from bot.views.message import Message, said
from knowledge.base import KnowledgeBase, Place, Signal
from knowledge.errors import InputError
from knowledge.model import Language
from knowledge.moment import microseconds

__all__ = ["Told", "replace_question", "tell_of", "telling"]


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told about a card that still shows what they were asked about."""

    card: Place
    by: str
    at: str
    """Slack's time of the press."""
    subject: Subject
    shown: Shown
    language: Language
    """That of whoever told, else that of the card."""


def telling(
    knowledge: KnowledgeBase, *, keep: Callable[[Told], None], show: Callable[[Args, Told], Message | None]
) -> Callable[[Args], None]:
    """A listener that lets `keep` store what was told, and then puts what `show` gives in the place of the question.

    If the card is gone or shows something else by now, nothing is stored, and that is said instead.
    """

    def receive(args: Args) -> None:
        told = _told_by(args, knowledge)
        if told is None:
            afterwards(args, lambda: replace_question(args, said(to_reader(args, words.CHANGED_SINCE))))
        else:
            keep(told)
            afterwards(args, lambda: replace_question(args, show(args, told)))
        args.ack()

    return receive


def replace_question(args: Args, message: Message | None) -> None:
    """Show `message` in place of the question whose button was pressed, or nothing any more."""
    if message is None:
        args.respond(delete_original=True)
    else:
        args.respond(replace_original=True, **message.as_json())


def tell_of(knowledge: KnowledgeBase, told: Told, name: str, target: str, *, worked: bool | None) -> None:
    """Count the vote on `target` that `told` makes through the carrier `name`."""
    count(knowledge, Signal(told.card, told.by, name, target, worked=worked, event_ts=told.at))


def _told_by(args: Args, knowledge: KnowledgeBase) -> Told | None:
    """What was told by the press; None if its card is gone or shows something else."""
    press = press_of(args)
    if press is None or not _is_moment(press.at):
        return None
    subject = Subject.of(press.value)
    card = press.card._replace(ts=subject.card_ts)
    shown = shown_on(knowledge, card, subject.entry_id)
    if shown is None:
        return None
    language = language_read(args) or shown.conversation.language
    return Told(card, press.by, press.at, subject, shown, language)


def _is_moment(timestamp: str) -> bool:
    try:
        microseconds(timestamp)
    except InputError:
        return False
    return True
