"""Somebody judges an answer with its buttons, or says in its menu which workaround worked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import refresh
from bot.listeners.feedback.asking import ask
from bot.listeners.press import Press, press_of, tell
from bot.listeners.shown import is_retired
from bot.listeners.voting import count
from bot.views import actions, words
from bot.views.feedback.words import CHANGED_SINCE, REACTION_STANDS
from knowledge import carriers
from knowledge.base import KnowledgeBase, Place, Signal
from knowledge.errors import InputError
from knowledge.votes import ANSWER, of_workaround

__all__ = ["register", "show"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` count what people press on its cards."""

    def keeping(keep: Callable[[Press], None]) -> Callable[[Args], None]:
        def receive(args: Args) -> None:
            press = press_of(args)
            if press is not None and is_retired(knowledge, press.card):
                afterwards(args, lambda: _tell_retired(args, knowledge, press.card))
            elif press is not None:
                keep(press)
                afterwards(args, lambda: _follow(args, knowledge, press))
            args.ack()

        return receive

    def judge(press: Press, *, worked: bool) -> None:
        _vote(knowledge, press, carriers.ANSWER, ANSWER, worked=worked)

    def choose(press: Press) -> None:
        if press.value == actions.TAKE_BACK:
            with suppress(InputError):  # a time that is none of Slack's
                knowledge.feedback.take_back(press.card, press.by, event_ts=press.at)
        else:
            _vote(knowledge, press, carriers.WORKAROUND, of_workaround(press.value), worked=True)

    app.action(actions.WORKED)(keeping(partial(judge, worked=True)))
    app.action(actions.FAILED)(keeping(partial(judge, worked=False)))
    app.action(actions.WHICH_WORKED)(keeping(choose))


def show(args: Args, knowledge: KnowledgeBase, card: Place) -> bool:
    """Show on `card` what stands now; False if nobody knows the card any more, which whoever pressed is told."""
    known = refresh(args.client, knowledge, card)
    if not known:
        tell(args, words.CARD_GONE)
    return known


def _tell_retired(args: Args, knowledge: KnowledgeBase, card: Place) -> None:
    refresh(args.client, knowledge, card)
    tell(args, CHANGED_SINCE)


def _follow(args: Args, knowledge: KnowledgeBase, press: Press) -> None:
    """Show what the press changed; ask about what it leaves open, or say what taking back left standing."""
    if not show(args, knowledge, press.card):
        return
    if press.value != actions.TAKE_BACK:
        ask(args, knowledge, press.card, press.by)
    elif knowledge.feedback.votes_on(press.card, press.by):
        tell(args, REACTION_STANDS)


def _vote(knowledge: KnowledgeBase, press: Press, name: str, target: str, *, worked: bool) -> None:
    count(knowledge, Signal(press.card, press.by, name, target, worked=worked, event_ts=press.at))
