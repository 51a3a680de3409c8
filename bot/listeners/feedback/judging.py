"""Somebody says in the modal of an entry what worked for them, or takes it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.answering import refresh
from bot.listeners.modals import replace_view
from bot.listeners.more import card_of_view, view_of
from bot.listeners.reader import to_reader
from bot.listeners.shown import shown_on
from bot.listeners.voting import count
from bot.listeners.who import who
from bot.views.actions import with_number
from bot.views.choice import Choice
from bot.views.feedback import actions, words
from bot.views.feedback.judging import Judged
from knowledge import carriers
from knowledge.base import KnowledgeBase, Place, Signal
from knowledge.model import Text
from knowledge.votes import workaround_of

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` count what is pressed in the modals that were opened from its cards."""

    def judging(*, worked: bool | None) -> Callable[[Args], None]:
        def receive(args: Args) -> None:
            about, card = Judged.of(str((args.action or {}).get("value"))), card_of_view(args)
            if card is not None:
                notice = _count(args, knowledge, card, about, worked=worked)
                afterwards(args, lambda: _show(args, knowledge, card, about, notice))
            args.ack()

        return receive

    app.action(with_number(actions.JUDGE_WORKED))(judging(worked=True))
    app.action(with_number(actions.JUDGE_FAILED))(judging(worked=False))
    app.action(with_number(actions.JUDGE_BACK))(judging(worked=None))


def _count(args: Args, knowledge: KnowledgeBase, card: Place, about: Judged, *, worked: bool | None) -> Text | None:
    """Count the vote; taking it back takes it from every button on which it was cast. What has to be said about it."""
    if shown_on(knowledge, card, about.entry_id) is None:
        return words.CHANGED_SINCE
    voter = who(args).user
    names = carriers.OF_WORKAROUNDS if workaround_of(about.target) else (carriers.DEAD_END,)
    signal = partial(Signal, card, voter, target=about.target, worked=worked)
    for name in names if worked is None else names[:1]:
        count(knowledge, signal(name=name, event_ts=str((args.action or {}).get("action_ts"))))
    stands = worked is None and about.target in knowledge.feedback.votes_on(card, voter)
    return words.REACTION_STANDS if stands else None


def _show(args: Args, knowledge: KnowledgeBase, card: Place, about: Judged, notice: Text | None) -> None:
    """Show the new rates on the card and, below a `notice`, in the modal; of an entry that is gone, that it is."""
    view = view_of(args, knowledge, Choice(about.entry_id, about.language), card, notice=notice)
    if view is None:
        text = to_reader(args, words.CHANGED_SINCE)
        args.client.chat_postEphemeral(channel=card.channel, user=who(args).user, text=text)
        return
    replace_view(args, view)
    refresh(args.client, knowledge, card)
