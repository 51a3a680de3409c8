"""A person's home is made anew: whenever they open it, and after everything that they do in it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

import structlog
from slack_bolt import Args
from slack_sdk.errors import SlackApiError

from bot.links import Links
from bot.listeners.allowed import rights_of
from bot.listeners.home.gathering import Visitor, gather
from bot.listeners.who import who
from bot.people import language_for
from bot.rights import ReviewersGoneError
from bot.views.home.page import home
from bot.views.home.state import HomeState, state_of
from knowledge.base import KnowledgeBase
from knowledge.model import Text

__all__ = ["home_pressed", "publish_home", "refresh_home"]

_LOCKS = tuple(threading.Lock() for _ in range(64))

_log = structlog.get_logger(__name__)


def publish_home(args: Args, knowledge: KnowledgeBase, state: HomeState, *, notice: Text | None = None) -> None:
    """Show the person behind `args` their home as `state` says, with `notice` on top.

    Whoever publishes a person's home holds its lock, so that an older state never comes last.
    """
    team, user = who(args)
    language = language_for(args.client, knowledge, team=team, user=user)
    visitor = _visitor(args, team, user)
    authorized = args.context.authorize_result
    links = Links((authorized.url if authorized else None) or "")
    with _LOCKS[hash((team, user)) % len(_LOCKS)]:
        contents = gather(args.client, knowledge, state, visitor, links)
        args.client.views_publish(user_id=user, view=home(contents, state, language, notice=notice))


def refresh_home(args: Args, knowledge: KnowledgeBase, *, notice: Text | None = None) -> None:
    """The same for a home in which something was pressed, which keeps what it shows; for any other place nothing."""
    view = home_pressed(args)
    if view is not None:
        publish_home(args, knowledge, state_of(view), notice=notice)


def home_pressed(args: Args) -> Mapping[str, Any] | None:
    """The home in which something was pressed; None if it was pressed elsewhere."""
    view = args.body.get("view")
    return view if isinstance(view, dict) and view.get("type") == "home" else None


def _visitor(args: Args, team: str, user: str) -> Visitor:
    """What `user` may do; nothing but look while Slack does not say who reviews."""
    rights = rights_of(args)
    return Visitor(
        team,
        user,
        reviews=_may(lambda: rights.may_review(team, user)),
        may_set=_may(lambda: rights.may_set(team, user)),
    )


def _may(ask: Callable[[], bool]) -> bool:
    try:
        return ask()
    except (ReviewersGoneError, SlackApiError) as error:
        _log.warning("nobody knows who reviews", reason=str(error))
        return False
