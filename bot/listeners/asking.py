"""Before Slack gets its acknowledgement: what a message says is stored, so that its answer cannot get lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot import metrics
from bot.listeners.files import is_readable
from bot.listeners.incoming import Incoming
from bot.listeners.talk import asks_for_help
from bot.people import known_language
from knowledge.base import Answer, Conversation, KnowledgeBase, Place
from knowledge.conversation import EXCERPT_LIMIT
from knowledge.facts import line_of_error
from knowledge.model import Entry, Language
from knowledge.questions import group_of
from knowledge.smtp.reading import ABOUT_MAIL, Diagnostic, Speaker, Surroundings
from knowledge.telling import tells_of_failure

__all__ = [
    "NO_ERROR",
    "Received",
    "ask",
    "ask_about_above",
    "conversation_about",
    "excerpt_of",
    "has_error",
    "is_about_above",
    "look_up",
    "near",
    "overhear",
    "remember_if_unknown",
    "tells_of_error",
    "with_findings",
]

NO_ERROR = "…"
"""Stands for a text without an error, and for files of which nobody asked and that could not be read."""


@dataclass(frozen=True, slots=True)
class Received:
    """A paste that is stored and waits for its card, with what is known of it so far to spare work."""

    paste: Place
    incoming: Incoming | None = None
    """The paste itself; None: it must be fetched from Slack if it is not read yet."""
    answer: Answer | None = None
    """What it is about; None: it must be looked up."""


def look_up(knowledge: KnowledgeBase, text: str, *, team: str, surface: str) -> Answer:
    """What the paste `text` may be about; it is counted as seen on `surface`."""
    metrics.PASTES.labels(surface=surface).inc()
    with metrics.LOOKUP_SECONDS.time():
        return knowledge.look_up(text, team=team)


def has_error(answer: Answer) -> bool:
    """Whether anything in the paste looks like an error, known or not: a code, or a failure in words about mail."""
    return answer.detected or any(_has_code(one) or _is_failure(one) for one in answer.reading.diagnostics)


def tells_of_error(answer: Answer) -> bool:
    """Whether somebody who asks means an error, be it one that only they would call so."""
    return has_error(answer) or any(map(tells_of_failure, answer.reading.diagnostics))


def is_about_above(knowledge: KnowledgeBase, incoming: Incoming) -> bool:
    """Whether a mention in a thread asks about what stands above: it brings no error of its own."""
    if not incoming.in_thread or incoming.files:
        return False
    return not tells_of_error(knowledge.look_up(incoming.text, team=incoming.place.team))


def near(answer: Answer) -> tuple[Entry, ...]:
    """The entries that are worth showing to somebody who looks for the right one, best first."""
    return tuple(candidate.rated.entry for candidate in answer.near)


def ask(knowledge: KnowledgeBase, incoming: Incoming, *, surface: str) -> Received:
    """Keep a message that somebody wants an answer to."""
    if incoming.files:
        knowledge.receive(_unread(knowledge, incoming, asked=True))
        return Received(incoming.place, incoming)
    answer = look_up(knowledge, incoming.text, team=incoming.place.team, surface=surface)
    conversation = conversation_about(knowledge, incoming, answer, asked=True)
    remember_if_unknown(knowledge, conversation, answer, surface=surface)
    knowledge.receive(conversation)
    return Received(incoming.place, incoming, answer)


def ask_about_above(knowledge: KnowledgeBase, incoming: Incoming, *, surface: str) -> Received:
    """Keep that the author of `incoming`, a reply, wants an answer to what stands above it; that is read later."""
    metrics.PASTES.labels(surface=surface).inc()
    knowledge.receive(_unread(knowledge, incoming, asked=True))
    return Received(incoming.place, incoming)


def overhear(knowledge: KnowledgeBase, incoming: Incoming, *, surface: str) -> Received | None:
    """Keep a message that nobody asked about, if it shows a known error; None if there is nothing to say about it.

    Files are read later if there is text in them, by what Slack says of them; a picture is not even looked at.
    """
    if any(map(is_readable, incoming.files)):
        knowledge.receive(_unread(knowledge, incoming, asked=False))
        return Received(incoming.place, incoming)
    answer = look_up(knowledge, incoming.text, team=incoming.place.team, surface=surface)
    if not (answer.detected or any(map(_has_code, answer.reading.diagnostics))):  # talk about mail, nobody's question
        return None
    conversation = conversation_about(knowledge, incoming, answer, asked=False)
    remember_if_unknown(knowledge, conversation, answer, surface=surface)
    if not answer.detected or _said_already(knowledge, incoming, conversation):
        return None
    knowledge.receive(conversation)
    return Received(incoming.place, incoming, answer)


def conversation_about(knowledge: KnowledgeBase, incoming: Incoming, answer: Answer, *, asked: bool) -> Conversation:
    """The conversation that `incoming` begins, with what `answer` found in it."""
    unread, excerpt = _unread(knowledge, incoming, asked=asked), excerpt_of(answer)
    return with_findings(replace(unread, excerpt=excerpt), answer)


def with_findings(conversation: Conversation, answer: Answer) -> Conversation:
    """`conversation` with what `answer` found in its excerpt."""
    candidates = tuple(entry.id for entry in near(answer)) if answer.detected else ()
    about = candidates[0] if candidates else _group(answer, conversation.excerpt)
    return replace(conversation, candidates=candidates, about=about)


def excerpt_of(answer: Answer) -> str:
    """What is kept of a paste: its telling lines, the best explained one first. Of other talk nothing is kept."""
    if not tells_of_error(answer):
        return answer.text if asks_for_help(answer.text) else NO_ERROR
    explained = [candidate.diagnostic for candidate in answer.candidates[:1]]
    errors = [*explained, *(one for one in answer.reading.diagnostics if one not in explained)]
    return "\n".join(map(line_of_error, errors))[:EXCERPT_LIMIT]


def remember_if_unknown(knowledge: KnowledgeBase, conversation: Conversation, answer: Answer, *, surface: str) -> None:
    """Keep an error that no entry explains as a question without an answer."""
    if tells_of_error(answer) and not answer.detected:
        metrics.UNKNOWN.labels(surface=surface).inc()
        knowledge.remember_question(conversation, answer)


def _unread(knowledge: KnowledgeBase, incoming: Incoming, *, asked: bool) -> Conversation:
    """The conversation about a message whose files, or what stands above it, must first be fetched from Slack."""
    return Conversation(
        paste=incoming.place,
        thread_ts=incoming.thread_ts,
        asker=incoming.author,
        asked=asked,
        language=_language(knowledge, incoming, text=incoming.text),
        excerpt="",
        candidates=(),
        edited_us=incoming.edited_us,
    )


def _language(knowledge: KnowledgeBase, incoming: Incoming, *, text: str) -> Language:
    """The language to answer the author of `incoming` in, as far as that is known; `deliver` finds out more."""
    team, channel, _ = incoming.place
    return known_language(knowledge, team=team, user=incoming.author, channel=channel, text=text)


def _group(answer: Answer, excerpt: str) -> str:
    """What two pastes of an unknown error have in common; nothing if there is no error."""
    return group_of(answer.reading, excerpt) if tells_of_error(answer) else ""


def _has_code(error: Diagnostic) -> bool:
    return bool(error.codes) and error.surroundings is not Surroundings.OTHER


def _is_failure(error: Diagnostic) -> bool:
    return error.speaker is not Speaker.ANYBODY and error.surroundings in ABOUT_MAIL


def _said_already(knowledge: KnowledgeBase, incoming: Incoming, conversation: Conversation) -> bool:
    """Whether people only quote, in the thread below a paste, the error that its card explains."""
    above = knowledge.by_paste(incoming.parent) if incoming.in_thread else None
    if above is None:
        return False
    return conversation.candidates[0] == (above.entry_id or next(iter(above.candidates), None))
