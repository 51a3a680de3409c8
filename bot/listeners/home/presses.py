"""What people do in their home."""

from __future__ import annotations

from contextlib import suppress

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import refresh
from bot.listeners.home.publishing import home_pressed, publish_home, refresh_home
from bot.listeners.who import who
from bot.views.actions import with_number
from bot.views.feedback.words import REACTION_STANDS
from bot.views.home import actions
from bot.views.home.own import voted_card
from bot.views.home.state import HomeState, Part, state_of
from knowledge.base import KnowledgeBase, Place
from knowledge.errors import InputError
from knowledge.model import Text

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` show homes, and do what people want in them."""

    def open_(args: Args) -> None:
        event = args.event or {}
        if event.get("tab") == "home":
            state = state_of(event.get("view") or {}).anew()
            afterwards(args, lambda: publish_home(args, knowledge, state))

    def search(args: Args) -> None:
        _show(args, knowledge, _state(args).searched(_value(args)))

    def clear(args: Args) -> None:
        _show(args, knowledge, _state(args).with_field(""))

    def turn(args: Args) -> None:
        part, _, page = _value(args).partition(" ")
        known = part in set(Part) and page.isdecimal()
        _show(args, knowledge, _state(args).turned(Part(part), int(page)) if known else _state(args))

    def take_back(args: Args) -> None:
        card = voted_card(_value(args), who(args).team)
        if card is not None:
            voter = who(args).user
            with suppress(InputError):  # a time that is none of Slack's
                knowledge.feedback.take_back(card, voter, event_ts=str((args.action or {}).get("action_ts")))
            afterwards(args, lambda: _show_taken_back(args, knowledge, card, voter))
        args.ack()

    app.event("app_home_opened")(open_)
    app.action(actions.SEARCH)(search)
    app.action(actions.CLEAR)(clear)
    app.action(with_number(actions.TURN))(turn)
    app.action(actions.TAKE_BACK)(take_back)


def _value(args: Args) -> str:
    return str((args.action or {}).get("value") or "")


def _state(args: Args) -> HomeState:
    return state_of(home_pressed(args) or {})


def _show(args: Args, knowledge: KnowledgeBase, state: HomeState) -> None:
    afterwards(args, lambda: publish_home(args, knowledge, state))
    args.ack()


def _show_taken_back(args: Args, knowledge: KnowledgeBase, card: Place, voter: str) -> None:
    """The card, if it still stands, and the home without the vote; it says so if a reaction keeps the vote."""
    refresh(args.client, knowledge, card)
    notice: Text | None = REACTION_STANDS if knowledge.feedback.votes_on(card, voter) else None
    refresh_home(args, knowledge, notice=notice)
