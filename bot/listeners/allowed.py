"""What the person behind a request may do. What Slack says of it is kept for all requests."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import App, Args, BoltContext

from bot.rights import Rights
from knowledge.base import KnowledgeBase

__all__ = ["register", "rights_of"]

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
