"""The form is opened, for something new or for a teaching that is to be edited."""

from __future__ import annotations

import re

from slack_bolt import Args

from bot.links import Links
from bot.listeners.afterwards import afterwards
from bot.listeners.asking import excerpt_of, has_error, near
from bot.listeners.teaching.speaking import may_not_teach, say, show_modal
from bot.listeners.who import who
from bot.people import language_for
from bot.views.teaching import Origin
from bot.views.teaching.modal import Form, form
from bot.views.teaching.state import FormState
from knowledge.base import KnowledgeBase, Place
from knowledge.conversation import EXCERPT_LIMIT
from knowledge.model import Entry
from knowledge.teaching.draft import Draft, clean
from knowledge.teaching.model import Teaching
from knowledge.teaching.rewriting import draft_of

__all__ = ["form_of", "open_edit", "open_teach"]

_TIMESTAMP = re.compile(r"\d+\.\d+")


def open_teach(args: Args, knowledge: KnowledgeBase, *, origin: Origin) -> None:
    """Open the form for whoever pressed, ran or used what `args` is about, once that is acknowledged.

    Whoever may not teach is told so.
    """
    afterwards(args, lambda: _open(args, knowledge, origin))


def open_edit(args: Args, knowledge: KnowledgeBase, teaching: Teaching, state: FormState) -> None:
    """Show the form with what `teaching` says now; `state` names it, its revision and where that was pressed."""
    draft = draft_of(teaching.knowledge, state.language)
    edited = state.model_copy(update={"about": draft.about})
    show_modal(args, form(form_of(knowledge, teaching.team, edited, draft)))


def form_of(knowledge: KnowledgeBase, team: str, state: FormState, draft: Draft) -> Form:
    """The form with `draft` in it, and what there is to know about its paste."""
    answer = knowledge.look_up(draft.paste, team=team)
    first = knowledge.entries_called([state.about or draft.about], team=team)
    nearest: dict[str, Entry] = first | {entry.id: entry for entry in near(answer)}
    own = knowledge.preferences.workspace(team).self_approval
    return Form(state, draft, answer.reading, list(nearest.values()), self_approval=own)


def _open(args: Args, knowledge: KnowledgeBase, origin: Origin) -> None:
    team, user = who(args)
    place = origin.place
    channel = place.channel if place else args.context.channel_id or ""
    refusal = may_not_teach(args, channel)
    if refusal is not None:
        say(args, knowledge, refusal)
        return
    thread_ts = _thread_of(knowledge, place) if place else ""
    state = FormState(
        language=language_for(args.client, knowledge, team=team, user=user, channel=channel, text=origin.paste),
        channel=channel,
        thread_ts=thread_ts,
        link=_link(args, Place(team, channel, thread_ts)),
        about=origin.entry_id or "",
    )
    known = knowledge.entries_called([state.about], team=team)
    draft = clean(Draft(paste=_telling(knowledge, team, origin.paste), about=next(iter(known), ""), fix=origin.fix))
    show_modal(args, form(form_of(knowledge, team, state, draft)))


def _telling(knowledge: KnowledgeBase, team: str, paste: str) -> str:
    """`paste`, or of a long log that would not fit the lines with the error."""
    if len(paste) <= EXCERPT_LIMIT:
        return paste
    answer = knowledge.look_up(paste, team=team)
    return excerpt_of(answer) if has_error(answer) else paste


def _thread_of(knowledge: KnowledgeBase, place: Place) -> str:
    """The head of the thread that `place` stands in, or begins; empty if it is no message."""
    conversation = knowledge.by_paste(place)
    card = conversation.card if conversation else None
    ts = place.ts if conversation is None else conversation.thread_ts or (card.ts if card else "")
    return ts if _TIMESTAMP.fullmatch(ts) else ""


def _link(args: Args, head: Place) -> str:
    """The web address of a thread, or of the channel if there is no thread."""
    authorized = args.context.authorize_result
    workspace = (authorized.url if authorized else None) or ""
    address = Links(workspace).to(head) if head.ts else None
    return address or f"https://app.slack.com/client/{head.team}/{head.channel}"
