"""A reviewer says why a proposal is rejected."""

from __future__ import annotations

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.teaching.showing import bring_up_to_date, show_as_it_is, tell_elsewhere
from bot.listeners.teaching.speaking import sentence_of
from bot.listeners.who import who
from bot.views.teaching import actions, words
from bot.views.teaching.state import FormState, state_in
from knowledge.base import KnowledgeBase
from knowledge.model import Text
from knowledge.services.teaching import NOTE_LIMIT
from knowledge.teaching.model import Teaching
from knowledge.teaching.rules import TeachingRefusedError

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` reject what is rejected with a reason."""

    def submit(args: Args) -> None:
        seen, team = state_in(args.body["view"]) or FormState(), who(args).team
        note = _reason(args)
        fault = _fault(note)
        if fault is not None:
            _refuse(args, fault, seen)
            return
        try:
            teaching = knowledge.teaching.reject(team, seen.name, by=who(args).user, number=seen.number, note=note)
        except TeachingRefusedError as refused:
            _refuse(args, sentence_of(refused, args.client, team), seen)
            afterwards(args, lambda: show_as_it_is(args, knowledge, seen))
        else:
            afterwards(args, lambda: _show(args, knowledge, teaching, seen))
            args.ack()

    app.view(actions.REASON_FORM)(submit)


def _reason(args: Args) -> str:
    held = args.body["view"]["state"]["values"].get("reason", {}).get(actions.REASON, {})
    return str(held.get("value") or "").strip()


def _fault(note: str) -> Text | None:
    if not note:
        return words.REASON_NEEDED
    if len(note) > NOTE_LIMIT:
        return words.REASON_TOO_LONG.filled(limit=NOTE_LIMIT)
    return None


def _refuse(args: Args, fault: Text, seen: FormState) -> None:
    args.ack(response_action="errors", errors={"reason": fault.in_(seen.language)})


def _show(args: Args, knowledge: KnowledgeBase, teaching: Teaching, seen: FormState) -> None:
    bring_up_to_date(args, knowledge, teaching, seen)
    tell_elsewhere(args, knowledge, teaching, seen)
