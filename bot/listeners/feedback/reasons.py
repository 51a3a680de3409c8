"""Somebody says why an answer did not help."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import App, Args

from bot.listeners.answering import refresh
from bot.listeners.feedback.telling import Told, telling
from bot.listeners.feedback.workarounds import tried_question
from bot.listeners.not_my_error import offer_others
from bot.views.feedback import actions, words
from bot.views.feedback.questions import noted
from bot.views.message import Message
from knowledge.base import KnowledgeBase
from knowledge.feedback import Reason

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` keep the reasons that are a button each."""

    def keeping(reason: Reason) -> Callable[[Told], None]:
        def keep(told: Told) -> None:
            knowledge.feedback.give_reason(told.card, told.by, reason, event_ts=told.at)

        return keep

    def show_wrong(args: Args, told: Told) -> Message:
        offer_others(args, knowledge, told.card)
        return noted(words.COUNTED_AS_WRONG, told.subject, told.language)

    def show_known(args: Args, told: Told) -> Message:
        refresh(args.client, knowledge, told.card)
        return noted(words.COUNTED_AS_KNOWN, told.subject, told.language)

    def show_tried(args: Args, told: Told) -> Message:
        refresh(args.client, knowledge, told.card)
        return tried_question(knowledge, told)

    for action, reason, show in (
        (actions.WRONG_ERROR, Reason.WRONG_ERROR, show_wrong),
        (actions.ALREADY_KNEW, Reason.ALREADY_KNEW, show_known),
        (actions.DID_NOT_HELP, Reason.DID_NOT_HELP, show_tried),
    ):
        app.action(action)(telling(knowledge, keep=keeping(reason), show=show))
