"""Whoever votes is asked once about it, where only they see it."""

from __future__ import annotations

from collections.abc import Mapping

from slack_bolt import Args
from slack_sdk import WebClient

from bot.listeners.reader import language_read
from bot.listeners.shown import Shown, shown_on
from bot.people import language_read_by
from bot.views.feedback.actions import Subject
from bot.views.feedback.questions import question_of_reason, question_of_worked
from bot.views.message import Message
from bot.views.teaching import teach_about
from knowledge.base import KnowledgeBase, Place
from knowledge.model import Language
from knowledge.votes import ANSWER, workaround_of

__all__ = ["ask", "ask_which", "question_about"]


def ask(args: Args, knowledge: KnowledgeBase, card: Place, voter: str) -> None:
    """Ask `voter` what their vote on `card` leaves open, unless they said it or were asked before."""
    shown = shown_on(knowledge, card)
    votes = knowledge.feedback.votes_on(card, voter)
    if shown is not None and _is_open(knowledge, card, voter, votes):
        language = language_read(args) or shown.conversation.language
        _ask_once(args.client, knowledge, shown, voter, language=language, worked=votes[ANSWER])


def ask_which(client: WebClient, knowledge: KnowledgeBase, card: Place, user: str) -> None:
    """Ask `user`, who said in the thread of `card` that it is solved, which workaround did it, unless they said so."""
    shown = shown_on(knowledge, card)
    if shown is not None and not _names_one(knowledge.feedback.votes_on(card, user)):
        language = language_read_by(client, knowledge, team=card.team, user=user) or shown.conversation.language
        _ask_once(client, knowledge, shown, user, language=language, worked=True)


def question_about(shown: Shown, card: Place, *, language: Language, worked: bool) -> Message:
    """What there is to ask about a vote on `card` that says whether its answer `worked`."""
    subject = Subject(card.ts, shown.entry.id)
    if not worked:
        return question_of_reason(subject, language, teach=teach_about(shown.conversation, language))
    return question_of_worked(shown.entry.workarounds, numbers=shown.numbers, subject=subject, language=language)


def _ask_once(  # noqa: PLR0913 - each is a part of the question
    client: WebClient, knowledge: KnowledgeBase, shown: Shown, user: str, *, language: Language, worked: bool
) -> None:
    card = shown.conversation.card
    if card is None or not knowledge.jobs.once(card.team, f"asked-{worked} {card.channel} {card.ts} {user}"):
        return
    question = question_about(shown, card, language=language, worked=worked)
    thread_ts = shown.conversation.thread_ts or None
    client.chat_postEphemeral(channel=card.channel, user=user, thread_ts=thread_ts, **question.as_json())


def _is_open(knowledge: KnowledgeBase, card: Place, voter: str, votes: Mapping[str, bool]) -> bool:
    """Whether `votes` leave open which workaround did it, or why none did."""
    if ANSWER not in votes:
        return False
    if votes[ANSWER]:
        return not _names_one(votes)
    return knowledge.feedback.reason_of(card, voter) is None


def _names_one(votes: Mapping[str, bool]) -> bool:
    """Whether `votes` say which workaround did it."""
    return any(worked for target, worked in votes.items() if workaround_of(target))
