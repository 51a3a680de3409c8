"""What the person behind a request may do. What Slack says of it is kept for all requests."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import App, Args, BoltContext

from bot.rights import ReviewersGoneError, Rights
from bot.views.words import REVIEWERS_GONE
from knowledge.base import KnowledgeBase
from knowledge.model import Text

__all__ = ["refusal", "register", "rights_of"]

_RIGHTS = "rights"
"""Names them in Bolt's context."""


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Let every listener of `app` ask who may do what."""
    rights = Rights(app.client, knowledge)

    def introduce(context: BoltContext, next_: Callable[[], None]) -> None:
        context[_RIGHTS] = rights
        next_()

    app.use(introduce)


def rights_of(args: Args) -> Rights:
    """Who may do what in the app that `args` came to; Slack may be asked for it."""
    rights: Rights = args.context[_RIGHTS]
    return rights


def refusal(may: Callable[[], bool], sentence: Text) -> Text | None:
    """Why somebody may not do something: `sentence`, or that nobody knows who reviews; None: they `may`."""
    try:
        return None if may() else sentence
    except ReviewersGoneError:
        return REVIEWERS_GONE
