"""Somebody uses the menu of an answer, or the buttons below a workaround that was tried."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.following.acting import Told, ask_for_human, move_on, resolve
from bot.listeners.following.followed import Followed, followed_by_card
from bot.listeners.listening import is_off
from bot.listeners.press import Press, press_of, tell
from bot.listeners.teaching import open_teach
from bot.listeners.voting import count
from bot.views import words
from bot.views.feedback.words import CHANGED_SINCE
from bot.views.following import actions
from bot.views.teaching import origin_in
from knowledge import carriers
from knowledge.base import KnowledgeBase, Place, Signal
from knowledge.votes import of_workaround

__all__ = ["register"]

_Pressed = Callable[[Args, Press, Followed, str], None]
"""What is done about a press; the text is the key of the workaround that it is about, or empty."""


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` take what people press in threads."""

    def choose(args: Args, press: Press, followed: Followed, _key: str) -> None:
        choices = {actions.STILL_BROKEN: move_on, actions.HUMAN: ask_for_human, actions.RESOLVED: resolve}
        if press.value in choices:
            choices[press.value](args, knowledge, followed, Told(press.by, press.at))
        elif press.value == actions.TEACH:
            open_teach(args, knowledge, origin=origin_in(followed.conversation))

    def worked(args: Args, press: Press, followed: Followed, key: str) -> None:
        if key not in followed.advice.keys:
            afterwards(args, lambda: tell(args, CHANGED_SINCE))
            return
        _vote(knowledge, press, followed, key, worked=True)
        resolve(args, knowledge, followed, Told(press.by, press.at))

    def failed(args: Args, press: Press, followed: Followed, key: str) -> None:
        _vote(knowledge, press, followed, key, worked=False)
        move_on(args, knowledge, followed, Told(press.by, press.at, of=key))

    def call(args: Args, press: Press, followed: Followed, _key: str) -> None:
        ask_for_human(args, knowledge, followed, Told(press.by, press.at))

    app.action(actions.MENU)(_receiving(knowledge, choose, about=_card))
    for action, do in {actions.WORKED: worked, actions.STILL_BROKEN: failed, actions.HUMAN: call}.items():
        app.action(action)(_receiving(knowledge, do, about=_step))


def _receiving(
    knowledge: KnowledgeBase, do: _Pressed, *, about: Callable[[Press], tuple[Place, str]]
) -> Callable[[Args], None]:
    """A listener that does `do` about a press, or tells why it cannot: nobody knows the answer, Postmaster is off."""

    def receive(args: Args) -> None:
        press = press_of(args)
        if press is not None:
            card, key = about(press)
            followed = followed_by_card(knowledge, card)
            if followed is None:
                afterwards(args, lambda: tell(args, words.CARD_GONE))
            elif is_off(knowledge, card):
                afterwards(args, lambda: tell(args, words.OFF_HERE))
            else:
                do(args, press, followed, key)
        args.ack()

    return receive


def _card(press: Press) -> tuple[Place, str]:
    """The answer whose own menu was used."""
    return press.card, ""


def _step(press: Press) -> tuple[Place, str]:
    """The answer that the pressed message goes on from, or is, and the workaround that it shows."""
    if press.value == actions.HERE:
        return press.card, ""
    card_ts, key = actions.step_of(press.value)
    return press.card._replace(ts=card_ts), key


def _vote(knowledge: KnowledgeBase, press: Press, followed: Followed, key: str, *, worked: bool) -> None:
    """Count that the workaround `key` helped whoever pressed, or didn't: said right below it, that is evidence."""
    card, target = followed.advice.card, of_workaround(key)
    count(knowledge, Signal(card, press.by, carriers.WORKAROUND, target, worked=worked, event_ts=press.at))
