"""A reviewer decides on what somebody teaches: approve, edit, reject, retire, undo."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.teaching.catching_up import catch_up
from bot.listeners.teaching.opening import open_edit
from bot.listeners.teaching.showing import bring_up_to_date, pressed_in, show_as_it_is, tell_elsewhere
from bot.listeners.teaching.speaking import may_not_edit, may_not_review, say, sentence_of, show_modal
from bot.listeners.who import who
from bot.views.teaching import actions
from bot.views.teaching.proposal import decision_of
from bot.views.teaching.reason import reason_form
from bot.views.teaching.state import FormState
from knowledge.base import KnowledgeBase
from knowledge.model import Text
from knowledge.teaching.model import Teaching
from knowledge.teaching.rules import TeachingRefusedError, check_number, check_waits

__all__ = ["register"]

Step = Callable[[Args, Teaching, FormState], Teaching | None]
"""What to do with a teaching for whoever pressed its button there; None if that only opened a modal.

Raises `TeachingRefusedError`.
"""
MayNot = Callable[[Args, Teaching], Text | None]
"""Why the person behind a press may not do what it says; None: they may."""


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` do what the buttons of teachings say."""
    taught = knowledge.teaching

    def approve(args: Args, teaching: Teaching, seen: FormState) -> Teaching:
        return taught.approve(teaching.team, teaching.id, by=who(args).user, number=seen.number)

    def retire(args: Args, teaching: Teaching, seen: FormState) -> Teaching:
        return taught.retire(teaching.team, teaching.id, by=who(args).user, number=seen.number)

    def undo(args: Args, teaching: Teaching, seen: FormState) -> Teaching:
        return taught.undo(teaching.team, teaching.id, by=who(args).user, number=seen.number)

    def edit(args: Args, teaching: Teaching, seen: FormState) -> None:
        check_number(teaching, seen.number)
        open_edit(args, knowledge, teaching, seen)

    app.action(actions.EDIT)(_doing(knowledge, edit, may_not_edit))
    steps: dict[str, Step] = {
        actions.APPROVE: approve,
        actions.REJECT: _ask_why,
        actions.RETIRE: retire,
        actions.UNDO: undo,
    }
    for action, step in steps.items():
        app.action(action)(_doing(knowledge, step, _may_not_decide))


def _doing(knowledge: KnowledgeBase, step: Step, may_not: MayNot) -> Callable[[Args], None]:
    def receive(args: Args) -> None:
        decision = decision_of(str((args.action or {}).get("value") or ""))
        if decision is not None:
            afterwards(args, lambda: _do(args, knowledge, step, may_not, pressed_in(args, decision)))
        args.ack()

    return receive


def _do(args: Args, knowledge: KnowledgeBase, step: Step, may_not: MayNot, seen: FormState) -> None:
    """Do `step` for whoever may; show what became of it, or say why not."""
    team = who(args).team
    try:
        teaching = knowledge.teaching.get(team, seen.name)
        refusal = may_not(args, teaching)
        if refusal is not None:
            say(args, knowledge, refusal)
            return
        after = step(args, teaching, seen)
    except TeachingRefusedError as refused:
        say(args, knowledge, sentence_of(refused, args.client, team))
        show_as_it_is(args, knowledge, seen)
        return
    if after is not None:
        afterwards(args, lambda: catch_up(args.client, knowledge, after))
        bring_up_to_date(args, knowledge, after, seen)
        tell_elsewhere(args, knowledge, after, seen)


def _ask_why(args: Args, teaching: Teaching, seen: FormState) -> None:
    check_waits(teaching)
    check_number(teaching, seen.number)
    show_modal(args, reason_form(seen))


def _may_not_decide(args: Args, _teaching: Teaching) -> Text | None:
    return may_not_review(args)
