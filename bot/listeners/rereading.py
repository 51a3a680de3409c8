"""Reading a paste whose text no event carried: its files, or the message itself as Slack has it."""

from __future__ import annotations

from dataclasses import replace

from slack_sdk import WebClient

from bot.listeners.asking import NO_ERROR, conversation_about, has_error, look_up, remember_if_unknown
from bot.listeners.cards import Card
from bot.listeners.files import answers_in
from bot.listeners.incoming import Incoming, from_message
from bot.views import words
from bot.views.message import said
from knowledge.base import Answer, Conversation, KnowledgeBase
from knowledge.model import Language

__all__ = ["best_answer", "read_again"]

_SURFACE = "files"


def read_again(
    client: WebClient,
    knowledge: KnowledgeBase,
    conversation: Conversation,
    incoming: Incoming | None,
    *,
    deadline: float,
) -> tuple[Conversation, Card | None]:
    """`conversation` with what `incoming`, or else the message as Slack has it, says; a card if it cannot be read.

    What nobody asked about is looked at once, whether there is anything to read in it or not. An `incoming` that was
    edited since is passed over.

    Raises:
        SlackApiError: Slack does not hand out the message.
    """
    is_latest = incoming is not None and incoming.edited_us >= conversation.edited_us
    message = incoming if is_latest else _fetched(client, conversation)
    found, card = conversation, None
    if message is not None:
        found, card = _read(client, knowledge, conversation, message, deadline=deadline)
    if not (found.asked or found.excerpt):
        nothing = replace(found, excerpt=NO_ERROR)
        found = knowledge.revise(nothing) or nothing
    return found, card


def _read(
    client: WebClient, knowledge: KnowledgeBase, conversation: Conversation, message: Incoming, *, deadline: float
) -> tuple[Conversation, Card | None]:
    """The same for a `message` that is there; files of which nobody asked may hold nothing to read."""
    best, unread = best_answer(client, knowledge, message, deadline=deadline)
    if unread and not (best and has_error(best)):
        return conversation, Card(said(words.FILE_UNREADABLE.in_(conversation.language)), entry_id=None)
    if best is None:
        return conversation, None
    found = conversation_about(knowledge, message, best, asked=conversation.asked)
    language = Language.ZH if Language.ZH in {found.language, conversation.language} else found.language
    revised = replace(
        conversation, excerpt=found.excerpt, candidates=found.candidates, about=found.about, language=language
    )
    stored = knowledge.revise(revised)
    if stored is None:  # edited or deleted meanwhile
        return revised, None
    remember_if_unknown(knowledge, revised, best, surface=_SURFACE)
    return stored, None


def best_answer(
    client: WebClient, knowledge: KnowledgeBase, message: Incoming, *, deadline: float
) -> tuple[Answer | None, bool]:
    """What `message`, its text and its files, is most likely about; and whether it has files that cannot be read."""
    team = message.place.team
    of_files = list(answers_in(client, knowledge, message.files, team=team, deadline=deadline))
    of_text = [look_up(knowledge, message.text, team=team, surface=_SURFACE)] if message.text.strip() else []
    return max(of_text + of_files, key=_worth, default=None), len(of_files) < len(message.files)


def _fetched(client: WebClient, conversation: Conversation) -> Incoming | None:
    """The paste as Slack has it; None if it is gone."""
    paste = conversation.paste
    found = client.conversations_replies(
        channel=paste.channel,
        ts=conversation.thread_ts or paste.ts,
        oldest=paste.ts,
        latest=paste.ts,
        inclusive=True,
        limit=2,
    )
    messages = [message for message in found.get("messages") or [] if message.get("ts") == paste.ts]
    return from_message(messages[0], team=paste.team, channel=paste.channel) if messages else None


def _worth(answer: Answer) -> tuple[bool, float, bool]:
    score = answer.candidates[0].score if answer.candidates else 0.0
    return answer.detected, score, has_error(answer)
