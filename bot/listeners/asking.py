"""Before Slack gets its acknowledgement: what a message says is stored, so that its answer cannot get lost."""

from __future__ import annotations

from dataclasses import replace

from bot import metrics
from bot.listeners.incoming import Incoming, language_of
from knowledge.base import Answer, Conversation, KnowledgeBase, Place
from knowledge.conversation import EXCERPT_LIMIT

__all__ = ["ask", "ask_about_parent", "conversation_about", "has_error", "look_up", "overhear", "remember_if_unknown"]


def look_up(knowledge: KnowledgeBase, text: str, *, team: str, surface: str) -> Answer:
    """What the paste `text` may be about; it is counted as seen on `surface`."""
    metrics.PASTES.labels(surface=surface).inc()
    with metrics.LOOKUP_SECONDS.time():
        return knowledge.look_up(text, team=team)


def has_error(answer: Answer) -> bool:
    """Whether anything in the paste looks like an error, known or not."""
    return bool(answer.reading.diagnostics)


def ask(knowledge: KnowledgeBase, incoming: Incoming, *, surface: str) -> Place:
    """Keep a message that somebody wants an answer to; returns it as the paste to `deliver` an answer for."""
    if incoming.files:
        knowledge.receive(_unread(incoming, asked=True))
        return incoming.place
    answer = look_up(knowledge, incoming.text, team=incoming.place.team, surface=surface)
    conversation = conversation_about(incoming, answer, asked=True)
    remember_if_unknown(knowledge, conversation, answer, surface=surface)
    knowledge.receive(conversation)
    return incoming.place


def ask_about_parent(knowledge: KnowledgeBase, incoming: Incoming) -> Place:
    """Keep that the author of `incoming`, a reply, wants an answer to the message above; it is read later."""
    parent = knowledge.by_paste(incoming.parent) or replace(_unread(incoming, asked=True), paste=incoming.parent)
    knowledge.receive(replace(parent, asked=True, asker=incoming.author))
    return incoming.parent


def overhear(knowledge: KnowledgeBase, incoming: Incoming, *, surface: str) -> Place | None:
    """Keep a message that nobody asked about, if it shows a known error; None if there is nothing to say about it."""
    if incoming.files:
        knowledge.receive(_unread(incoming, asked=False))
        return incoming.place
    answer = look_up(knowledge, incoming.text, team=incoming.place.team, surface=surface)
    conversation = conversation_about(incoming, answer, asked=False)
    remember_if_unknown(knowledge, conversation, answer, surface=surface)
    if not answer.detected or _said_already(knowledge, incoming, conversation):
        return None
    knowledge.receive(conversation)
    return incoming.place


def conversation_about(incoming: Incoming, answer: Answer, *, asked: bool) -> Conversation:
    """The conversation that `incoming` begins, with what `answer` found in it."""
    return Conversation(
        paste=incoming.place,
        thread_ts=incoming.thread_ts,
        asker=incoming.author,
        asked=asked,
        language=language_of(incoming.text),
        excerpt=_excerpt(answer),
        candidates=tuple(candidate.rated.entry.id for candidate in answer.candidates) if answer.detected else (),
    )


def remember_if_unknown(knowledge: KnowledgeBase, conversation: Conversation, answer: Answer, *, surface: str) -> None:
    """Keep an error that no entry explains as a question without an answer."""
    if has_error(answer) and not answer.detected:
        metrics.UNKNOWN.labels(surface=surface).inc()
        knowledge.remember_question(conversation, answer)


def _unread(incoming: Incoming, *, asked: bool) -> Conversation:
    """The conversation about a message whose files, or whose parent, must first be fetched from Slack."""
    return Conversation(
        paste=incoming.place,
        thread_ts=incoming.thread_ts,
        asker=incoming.author,
        asked=asked,
        language=language_of(incoming.text),
        excerpt="",
        candidates=(),
    )


def _excerpt(answer: Answer) -> str:
    """The telling lines of a paste, the best explained one first; of a text without an error its beginning."""
    told = [candidate.diagnostic.text for candidate in answer.candidates[:1]]
    lines = [*told, *(diagnostic.text for diagnostic in answer.reading.diagnostics if diagnostic.text not in told)]
    return ("\n".join(lines) or answer.text)[:EXCERPT_LIMIT]


def _said_already(knowledge: KnowledgeBase, incoming: Incoming, conversation: Conversation) -> bool:
    """Whether people only quote, in the thread below a paste, the error that its card explains."""
    above = knowledge.by_paste(incoming.parent) if incoming.in_thread else None
    if above is None:
        return False
    return conversation.candidates[0] == (above.entry_id or next(iter(above.candidates), None))
