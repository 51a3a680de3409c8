"""Somebody says which workaround did it, or which ones they tried."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.answering import refresh
from bot.listeners.feedback.telling import Told, tell_of, telling
from bot.views.actions import with_number
from bot.views.feedback import actions, words
from bot.views.feedback.questions import noted, question_of_tried
from bot.views.message import Message
from knowledge import carriers
from knowledge.base import KnowledgeBase
from knowledge.model import Workaround
from knowledge.votes import of_workaround

__all__ = ["register", "tried_question"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` count what people say about single workarounds."""

    def keep_which(told: Told) -> None:
        """One did it: the choice replaces an earlier one."""
        for fix in told.shown.entry.workarounds:
            chosen = fix.key == told.subject.key
            tell_of(knowledge, told, carriers.WHICH, of_workaround(fix.key), worked=True if chosen else None)

    def show_which(args: Args, told: Told) -> Message | None:
        refresh(args.client, knowledge, told.card)
        fix = _chosen(told)
        return noted(words.COUNTED, told.subject, told.language, title=fix.title) if fix else None

    def keep_tried(told: Told) -> None:
        if _chosen(told):
            tell_of(knowledge, told, carriers.TRIED, of_workaround(told.subject.key), worked=False)

    def show_tried(args: Args, told: Told) -> Message:
        refresh(args.client, knowledge, told.card)
        return tried_question(knowledge, told)

    app.action(with_number(actions.WHICH))(telling(knowledge, keep=keep_which, show=show_which))
    app.action(with_number(actions.TRIED))(telling(knowledge, keep=keep_tried, show=show_tried))


def tried_question(knowledge: KnowledgeBase, told: Told) -> Message:
    """Which workarounds were tried, as long as there are more; then thanks."""
    votes = knowledge.feedback.votes_on(told.card, told.by)
    fixes = told.shown.entry.workarounds
    tried = [fix for fix in fixes if votes.get(of_workaround(fix.key)) is False]
    left = [fix for fix in fixes if fix not in tried]
    if not left:
        return noted(words.COUNTED_AS_TRIED, told.subject, told.language)
    return question_of_tried(
        left, tried=tried, numbers=told.shown.numbers, subject=told.subject, language=told.language
    )


def _chosen(told: Told) -> Workaround | None:
    return next((fix for fix in told.shown.entry.workarounds if fix.key == told.subject.key), None)
