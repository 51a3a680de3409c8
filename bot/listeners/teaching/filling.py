"""The form is filled in: it changes with what it is about, and what was written is kept as a proposal."""

from __future__ import annotations

from typing import Any

from slack_bolt import App, Args

from bot.listeners.afterwards import afterwards
from bot.listeners.modals import replace_view
from bot.listeners.teaching.opening import form_of
from bot.listeners.teaching.showing import announce, bring_up_to_date
from bot.listeners.teaching.speaking import sentence_of
from bot.listeners.who import who
from bot.views.teaching import actions, words
from bot.views.teaching.modal import form
from bot.views.teaching.state import FormState, draft_in, state_in
from knowledge.base import KnowledgeBase, UnknownEntryError
from knowledge.model import Text
from knowledge.teaching.draft import DraftError
from knowledge.teaching.model import State, TaughtIn, Teaching
from knowledge.teaching.rules import TeachingRefusedError

__all__ = ["register"]


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Make `app` take what people write in the form."""

    def choose(args: Args) -> None:
        afterwards(args, lambda: _turn(args, knowledge))
        args.ack()

    def submit(args: Args) -> None:
        view = args.body["view"]
        state = state_in(view) or FormState()
        try:
            teaching = _kept(args, knowledge, view, state)
        except DraftError as error:
            _refuse(args, state, error.faults)
        except UnknownEntryError:
            _refuse(args, state, {"about": words.ENTRY_GONE_NOW})
        except TeachingRefusedError as error:
            _refuse(args, state, {"fix": sentence_of(error, args.client, who(args).team)})
        else:
            afterwards(args, lambda: _follow(args, knowledge, teaching, state))
            args.ack()

    app.action(actions.ABOUT)(choose)
    app.view(actions.FORM)(submit)


def _turn(args: Args, knowledge: KnowledgeBase) -> None:
    """Show the fields that what was just chosen needs; what stands in the others stays."""
    view = args.body["view"]
    state = state_in(view) or FormState()
    draft = draft_in(view, state.about)
    replace_view(args, form(form_of(knowledge, who(args).team, state, draft)))


def _kept(args: Args, knowledge: KnowledgeBase, view: dict[str, Any], state: FormState) -> Teaching:
    team, user = who(args)
    draft = draft_in(view, state.about)
    if state.name:
        return knowledge.teaching.edit(team, state.name, draft, by=user, number=state.number, language=state.language)
    return knowledge.teaching.propose(
        team,
        draft,
        by=user,
        name=str(view["id"]),
        link=state.link,
        taught_in=TaughtIn(channel=state.channel, thread_ts=state.thread_ts),
    )


def _refuse(args: Args, state: FormState, faults: dict[str, Text]) -> None:
    """Say under the fields what is wrong; what was written stays."""
    errors = {field: fault.in_(state.language) for field, fault in faults.items()}
    args.ack(response_action="errors", errors=errors)


def _follow(args: Args, knowledge: KnowledgeBase, teaching: Teaching, state: FormState) -> None:
    """Show the proposal where it stands already, or where reviewers see it: once, however often it was submitted."""
    bring_up_to_date(args, knowledge, teaching, state)
    if state.message_ts or _is_shown(knowledge, teaching):
        return
    if knowledge.jobs.once(teaching.team, f"announced {teaching.id} {teaching.revision.number}"):
        announce(args, knowledge, teaching, state.language)


def _is_shown(knowledge: KnowledgeBase, teaching: Teaching) -> bool:
    """Whether reviewers have it before them; a change to what was approved long ago they have not."""
    return teaching.state is State.PROPOSED and knowledge.teaching.message(teaching.team, teaching.id) is not None
