"""Somebody changes their mind about what they told, or has nothing more to tell."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.answering import refresh
from bot.listeners.feedback.asking import question_about
from bot.listeners.feedback.telling import Told, telling
from bot.views.feedback import actions, words
from bot.views.feedback.questions import noted
from bot.views.message import Message, said
from knowledge.base import KnowledgeBase
from knowledge.votes import ANSWER

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` ask again, withdraw what was told, and close questions."""

    def keep_nothing(told: Told) -> None:
        """The press itself says nothing about the answer."""

    def ask_again(_args: Args, told: Told) -> Message:
        votes = knowledge.feedback.votes_on(told.card, told.by)
        worked = votes.get(ANSWER, False)
        return question_about(told.shown, told.card, language=told.language, worked=worked)

    def take_back(told: Told) -> None:
        knowledge.feedback.take_back(told.card, told.by, event_ts=told.at)

    def show_taken_back(args: Args, told: Told) -> Message:
        refresh(args.client, knowledge, told.card)
        sentences = [words.TAKEN_BACK.in_(told.language)]
        if knowledge.feedback.votes_on(told.card, told.by):
            sentences.append(words.REACTION_STANDS.in_(told.language))
        return said("\n".join(sentences))

    def close(_args: Args, _told: Told) -> None:
        """Nothing is shown any more."""

    def thank(_args: Args, told: Told) -> Message:
        return noted(words.COUNTED_AS_TRIED, told.subject, told.language)

    app.action(actions.CHANGE)(telling(knowledge, keep=keep_nothing, show=ask_again))
    app.action(actions.TAKE_BACK)(telling(knowledge, keep=take_back, show=show_taken_back))
    app.action(actions.DISMISS)(telling(knowledge, keep=keep_nothing, show=close))
    app.action(actions.DONE)(telling(knowledge, keep=keep_nothing, show=thank))
