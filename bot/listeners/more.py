"""Somebody wants to see the whole entry: "More", one of the nearest entries, or the other language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from slack_bolt import App, Args
from slack_sdk.models.views import View

from bot.listeners.afterwards import afterwards
from bot.listeners.allowed import rights_of
from bot.listeners.answering import known_card
from bot.listeners.modals import replace_view
from bot.listeners.press import choice_of, press_of
from bot.listeners.reader import language_read
from bot.listeners.shown import shown_on
from bot.listeners.who import who
from bot.rights import ReviewersGoneError
from bot.views import actions
from bot.views.choice import Choice
from bot.views.entry_modal import entry_modal
from bot.views.feedback.judging import Reader
from knowledge.base import KnowledgeBase, Place, UnknownEntryError
from knowledge.feedback import GivenReason
from knowledge.model import Text

__all__ = ["card_of_view", "register", "view_of"]

_REASONS = 5
"""Reasons that reviewers see, the latest."""


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` open the modal with an entry, and change its language."""

    def show(args: Args) -> None:
        choice, trigger = choice_of(args), args.body.get("trigger_id")
        if choice is not None and trigger is not None:
            afterwards(args, lambda: _open(args, knowledge, choice, trigger))
        args.ack()

    def change_language(args: Args) -> None:
        choice = choice_of(args)
        if choice is not None:
            afterwards(args, lambda: _turn(args, knowledge, choice))
        args.ack()

    app.action(actions.MORE)(show)
    app.action(actions.with_number(actions.MORE))(show)
    app.action(actions.LANGUAGE)(change_language)


def _open(args: Args, knowledge: KnowledgeBase, choice: Choice, trigger: str) -> None:
    """Open the modal with `choice` in the reader's language; from a card that everybody sees, they can vote in it."""
    press, container = press_of(args), args.body.get("container") or {}
    card = press.card if press and not container.get("is_ephemeral") and known_card(knowledge, press.card) else None
    own = replace(choice, language=language_read(args) or choice.language)
    view = view_of(args, knowledge, own, card)
    if view is not None:
        args.client.views_open(trigger_id=trigger, view=view)


def _turn(args: Args, knowledge: KnowledgeBase, choice: Choice) -> None:
    """Show `choice` in the modal, if there still is such an entry."""
    view = view_of(args, knowledge, choice, card_of_view(args))
    if view is not None:
        replace_view(args, view)


def view_of(
    args: Args, knowledge: KnowledgeBase, choice: Choice, card: Place | None, *, notice: Text | None = None
) -> View | None:
    """The modal that shows `choice`, below a `notice`; None if there is no such entry.

    If it is opened from the `card` that shows this entry, its reader can vote in it. Reviewers see why the entry did
    not help others; Slack may be asked for who they are.
    """
    team, user = who(args)
    try:
        rated = knowledge.rated(choice.entry_id, team=team)
    except UnknownEntryError:
        return None
    may_vote = card is not None and shown_on(knowledge, card, choice.entry_id) is not None
    return entry_modal(
        rated,
        language=choice.language,
        neighbours=knowledge.entries_called(rated.entry.neighbours, team=team),
        site=knowledge.site_of(choice.entry_id),
        reader=Reader(card.channel, card.ts, knowledge.feedback.votes_on(card, user)) if card and may_vote else None,
        notice=notice,
        taught=bool(knowledge.teaching.about(team, choice.entry_id)),
        reasons=_reasons(args, knowledge, choice.entry_id),
    )


def _reasons(args: Args, knowledge: KnowledgeBase, entry_id: str) -> Sequence[GivenReason]:
    """Why the entry did not help others here, if the person behind `args` is a reviewer."""
    team, user = who(args)
    given = knowledge.feedback.reasons_for(team, entry_id, limit=_REASONS)
    try:
        return given if given and rights_of(args).may_review(team, user) else ()
    except ReviewersGoneError:
        return ()


def card_of_view(args: Args) -> Place | None:
    """The card from which the modal was opened in which something was pressed; None if it was none."""
    channel, _, card_ts = str((args.body.get("view") or {}).get("private_metadata") or "").partition(" ")
    return Place(who(args).team, channel, card_ts) if channel and card_ts else None
