"""Somebody judges an answer with its buttons, or says in its menu which workaround worked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from slack_bolt import App, Args

from bot import metrics
from bot.listeners.afterwards import afterwards
from bot.listeners.answering import refresh
from bot.listeners.press import Press, press_of, tell
from bot.views import actions, words
from knowledge.base import KnowledgeBase, Place, Signal
from knowledge.errors import InputError
from knowledge.votes import ANSWER

__all__ = ["register", "show"]

_ANSWER = "button:answer"
_WORKAROUND = "button:workaround"


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` count what people press on its cards."""

    def counting(signals: Callable[[Press], Iterator[Signal]]) -> Callable[[Args], None]:
        def count(args: Args) -> None:
            press = press_of(args)
            if press is not None:
                for signal in signals(press):
                    _count(knowledge, signal)
                afterwards(args, lambda: show(args, knowledge, press.card))
            args.ack()

        return count

    def chosen(press: Press) -> Iterator[Signal]:
        if press.value != actions.TAKE_BACK:
            yield _signal(press, _WORKAROUND, f"workaround:{press.value}", worked=True)
            return
        yield _signal(press, _ANSWER, ANSWER, worked=None)
        conversation = knowledge.by_card(press.card)
        for key in conversation.workarounds if conversation else ():
            yield _signal(press, _WORKAROUND, f"workaround:{key}", worked=None)

    app.action(actions.WORKED)(counting(_worked))
    app.action(actions.FAILED)(counting(_failed))
    app.action(actions.WHICH_WORKED)(counting(chosen))


def show(args: Args, knowledge: KnowledgeBase, card: Place) -> None:
    """Show on `card` what stands now, or tell who pressed that nobody knows the card any more."""
    if not refresh(args.client, knowledge, card):
        tell(args, words.CARD_GONE)


def _count(knowledge: KnowledgeBase, signal: Signal) -> None:
    with suppress(InputError):  # a value that no card ever had
        knowledge.vote(signal)
        metrics.VOTES.labels(target=signal.target.partition(":")[0]).inc()


def _worked(press: Press) -> Iterator[Signal]:
    yield _signal(press, _ANSWER, ANSWER, worked=True)


def _failed(press: Press) -> Iterator[Signal]:
    yield _signal(press, _ANSWER, ANSWER, worked=False)


def _signal(press: Press, name: str, target: str, *, worked: bool | None) -> Signal:
    return Signal(card=press.card, voter=press.by, name=name, target=target, worked=worked, event_ts=press.at)
