"""Somebody looks at what the team taught about an entry."""

from __future__ import annotations

from slack_bolt import App, Args
from slack_sdk.models.views import View

from bot.listeners.afterwards import afterwards
from bot.listeners.press import choice_of
from bot.listeners.teaching.speaking import may_not_review, show_modal
from bot.listeners.who import who
from bot.names import names_of
from bot.views.teaching import actions
from bot.views.teaching.known import history_modal, people_in_history
from knowledge.base import KnowledgeBase
from knowledge.model import Language

__all__ = ["history_of", "register"]

_SHOWN = 10
"""Teachings: the latest."""


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` show what was taught."""

    def show(args: Args) -> None:
        choice = choice_of(args)
        if choice is not None:
            afterwards(args, lambda: show_modal(args, history_of(args, knowledge, choice.entry_id, choice.language)))
        args.ack()

    app.action(actions.HISTORY)(show)


def history_of(args: Args, knowledge: KnowledgeBase, entry_id: str, language: Language) -> View:
    """The modal about `entry_id` for whoever is behind `args`; Slack is asked for names and rights."""
    team = who(args).team
    taught = knowledge.teaching.about(team, entry_id)[-_SHOWN:]
    history = {teaching: knowledge.teaching.history(team, teaching.id) for teaching in taught}
    names = names_of(args.client, team, people_in_history(history))
    reviews = may_not_review(args) is None
    return history_modal(entry_id, history, names=names, language=language, reviews=reviews)
