"""Slack's JSON about a pressed button or a chosen option -> `Press`."""

from __future__ import annotations

from dataclasses import dataclass

from slack_bolt import Args

from bot.listeners.reader import to_reader
from bot.views.choice import Choice, choice_in
from knowledge.base import Place
from knowledge.model import Text

__all__ = ["Press", "choice_of", "press_of", "tell"]


@dataclass(frozen=True, slots=True)
class Press:
    """Somebody pressed a button of a message, or chose from its menu."""

    card: Place
    """The message that it belongs to."""
    by: str
    value: str
    """What the button or the option carries."""
    at: str
    """Slack's time of the press."""


def press_of(args: Args) -> Press | None:
    """What was pressed in which message; None if Slack does not say."""
    action, container = args.action or {}, args.body.get("container") or {}
    option = action.get("selected_option") or {}
    value, at, ts = action.get("value") or option.get("value"), action.get("action_ts"), container.get("message_ts")
    team, channel, user = args.context.team_id, args.context.channel_id, args.context.user_id
    if not (team and channel and user and isinstance(value, str) and isinstance(at, str) and isinstance(ts, str)):
        return None
    return Press(card=Place(team, channel, ts), by=user, value=value, at=at)


def choice_of(args: Args) -> Choice | None:
    """The entry that was chosen with a button; None if it was another button."""
    return choice_in(str((args.action or {}).get("value") or ""))


def tell(args: Args, sentence: Text) -> None:
    """Say `sentence` to whoever pressed, in their language and to nobody else; Slack may be asked for it."""
    args.respond(text=to_reader(args, sentence), response_type="ephemeral", replace_original=False)
