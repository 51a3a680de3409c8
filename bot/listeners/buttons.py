"""Somebody judges an answer with its buttons, or says in its menu which workaround worked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from slack_bolt import App, Args

from bot import metrics
from bot.listeners.answering import refresh
from bot.listeners.failure import guarded
from bot.listeners.press import Press, press_of, tell
from bot.views import actions, words
from knowledge.base import Conversation, KnowledgeBase, Signal
from knowledge.votes import ANSWER

__all__ = ["register"]

_ANSWER_CARRIER = "button:answer"
_WORKAROUND_CARRIER = "button:workaround"


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` count what people press on its cards."""

    def counting(signals: Callable[[Press, Conversation], Iterator[Signal]]) -> Callable[[Args], None]:
        def count(args: Args) -> None:
            press = press_of(args)
            conversation = knowledge.by_card(press.card) if press else None
            if press is not None and conversation is not None:
                for signal in signals(press, conversation):
                    knowledge.vote(signal)
                    metrics.VOTES.labels(target=signal.target.partition(":")[0]).inc()
                args.context["card"] = press.card
            args.ack()

        return count

    def show(args: Args) -> None:
        card = args.context.get("card")
        if card is None:
            tell(args, words.CARD_GONE)
        else:
            refresh(args.client, knowledge, card)

    app.action(actions.WORKED)(ack=counting(_worked), lazy=[guarded(show)])
    app.action(actions.FAILED)(ack=counting(_failed), lazy=[guarded(show)])
    app.action(actions.WHICH_WORKED)(ack=counting(_chosen), lazy=[guarded(show)])


def _worked(press: Press, _conversation: Conversation) -> Iterator[Signal]:
    yield _signal(press, _ANSWER_CARRIER, ANSWER, worked=True)


def _failed(press: Press, _conversation: Conversation) -> Iterator[Signal]:
    yield _signal(press, _ANSWER_CARRIER, ANSWER, worked=False)


def _chosen(press: Press, conversation: Conversation) -> Iterator[Signal]:
    """The workaround that worked; or all that this person ever pressed on the card, taken back."""
    if press.value in conversation.workarounds:
        yield _signal(press, _WORKAROUND_CARRIER, f"workaround:{press.value}", worked=True)
    elif press.value == actions.TAKE_BACK:
        yield _signal(press, _ANSWER_CARRIER, ANSWER, worked=None)
        for key in conversation.workarounds:
            yield _signal(press, _WORKAROUND_CARRIER, f"workaround:{key}", worked=None)


def _signal(press: Press, name: str, target: str, *, worked: bool | None) -> Signal:
    return Signal(card=press.card, voter=press.by, name=name, target=target, worked=worked, event_ts=press.at)
