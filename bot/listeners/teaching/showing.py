"""Proposals as messages: posted where reviewers see them, and brought up to date with what became of them."""

from __future__ import annotations

from contextlib import suppress

from slack_bolt import Args
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.listeners.answering import rewrite
from bot.listeners.home.publishing import home_pressed, publish_home
from bot.listeners.membership import NOT_A_MEMBER
from bot.listeners.teaching.known import history_of
from bot.listeners.who import who
from bot.names import names_of
from bot.views.home.state import state_of
from bot.views.message import Message
from bot.views.teaching import words
from bot.views.teaching.proposal import Decision, people_in, proposal
from bot.views.teaching.state import FormState, state_in
from knowledge.base import KnowledgeBase, Place
from knowledge.model import Language
from knowledge.teaching.model import NOBODY, TaughtIn, Teaching
from knowledge.teaching.rules import TeachingRefusedError

__all__ = ["announce", "bring_up_to_date", "pressed_in", "show_as_it_is", "tell_elsewhere"]


def pressed_in(args: Args, decision: Decision) -> FormState:
    """Where the button that carries `decision` was pressed."""
    container, message = args.body.get("container") or {}, args.body.get("message") or {}
    within = state_in(args.body.get("view") or {})
    return FormState(
        language=decision.language,
        name=decision.name,
        number=decision.number,
        channel=str(container.get("channel_id") or ""),
        message_ts=str(container.get("message_ts") or ""),
        thread_ts=str(message.get("thread_ts") or ""),
        home=home_pressed(args) is not None,
        about=within.about if within else "",
    )


def announce(args: Args, knowledge: KnowledgeBase, teaching: Teaching, language: Language) -> None:
    """Post `teaching` where reviewers see it; where that is not the thread that it comes from, thank who wrote it."""
    message = _message(args.client, knowledge, teaching, language)
    taught_in = teaching.revision.body.taught_in
    channel = _channel_of_reviewers(knowledge, teaching.team)
    place = _post(args.client, teaching, TaughtIn(channel=channel), message) if channel else None
    in_thread = place is None and taught_in.thread_ts != ""
    if in_thread:
        place = _post(args.client, teaching, taught_in, message)
    if place is not None:
        knowledge.teaching.shown(teaching.id, place)
    if place is None or not in_thread:
        _thank(args.client, teaching, language)


def bring_up_to_date(args: Args, knowledge: KnowledgeBase, teaching: Teaching, seen: FormState) -> None:
    """Show `teaching` as it is now in its message, and where somebody `seen` pressed: the home, or a modal."""
    pressed = Place(teaching.team, seen.channel, seen.message_ts) if seen.message_ts else None
    for place in {pressed, knowledge.teaching.message(teaching.team, teaching.id)}:
        if place is not None:
            rewrite(args.client, place, _message(args.client, knowledge, teaching, seen.language))
    if seen.home:
        publish_home(args, knowledge, state_of(home_pressed(args) or {}))
    elif args.action and seen.about:
        view = history_of(args, knowledge, seen.about, seen.language)
        args.client.views_update(view_id=args.body["view"]["id"], view=view)


def show_as_it_is(args: Args, knowledge: KnowledgeBase, seen: FormState) -> None:
    """Bring the message that somebody pressed up to date, if it was one: it said what is not so any more."""
    with suppress(TeachingRefusedError):
        if seen.message_ts:
            bring_up_to_date(args, knowledge, knowledge.teaching.get(who(args).team, seen.name), seen)


def tell_elsewhere(args: Args, knowledge: KnowledgeBase, teaching: Teaching, seen: FormState) -> None:
    """Say what became of `teaching` in the thread that it comes from, unless it was `seen` and shown there.

    Where there is no thread that Postmaster can write in, whoever proposed it is told in a direct message.
    """
    taught_in = teaching.revision.body.taught_in
    if taught_in.thread_ts and (seen.channel, seen.thread_ts) == (taught_in.channel, taught_in.thread_ts):
        return
    message = _message(args.client, knowledge, teaching, seen.language)
    told = taught_in.thread_ts and _post(args.client, teaching, taught_in, message)
    if not told and teaching.proposed_by not in {NOBODY, args.context.user_id}:
        _post(args.client, teaching, TaughtIn(channel=teaching.proposed_by), message)


def _channel_of_reviewers(knowledge: KnowledgeBase, team: str) -> str | None:
    """The channel whose members review in `team`, if it is a channel's members who do."""
    reviewers = knowledge.preferences.workspace(team).reviewers
    return reviewers.id if reviewers is not None and reviewers.kind == "channel" else None


def _message(client: WebClient, knowledge: KnowledgeBase, teaching: Teaching, language: Language) -> Message:
    entry = knowledge.entries_called([teaching.entry_id], team=teaching.team).get(teaching.entry_id)
    names = names_of(client, teaching.team, people_in([teaching]))
    return proposal(teaching, entry, names=names, language=language)


def _post(client: WebClient, teaching: Teaching, where: TaughtIn, message: Message) -> Place | None:
    """Post `message` about `teaching`; where it stands, None where Postmaster is no member."""
    try:
        posted = client.chat_postMessage(
            channel=where.channel,
            thread_ts=where.thread_ts or None,
            unfurl_links=False,
            unfurl_media=False,
            **message.as_json(),
        )
    except SlackApiError as error:
        if error.response.get("error") not in NOT_A_MEMBER:
            raise
        return None
    return Place(teaching.team, str(posted["channel"]), str(posted["ts"]))


def _thank(client: WebClient, teaching: Teaching, language: Language) -> None:
    """Tell who wrote it where it waits: in the channel, or in a direct message if Postmaster is not there."""
    text, user = words.SENT.in_(language), teaching.revision.by
    channel = teaching.revision.body.taught_in.channel
    try:
        if channel:
            client.chat_postEphemeral(channel=channel, user=user, text=text)
            return
    except SlackApiError as error:
        if error.response.get("error") not in NOT_A_MEMBER:
            raise
    client.chat_postMessage(channel=user, text=text)
