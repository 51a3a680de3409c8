"""Whoever votes is asked once about it, where only they see it."""

from __future__ import annotations

from collections.abc import Mapping

from slack_bolt import Args

from bot.listeners.feedback.telling import Shown, shown_on
from bot.listeners.reader import language_read
from bot.views.feedback.actions import Subject
from bot.views.feedback.questions import question_of_reason, question_of_worked
from bot.views.message import Message
from knowledge.base import KnowledgeBase, Place
from knowledge.model import Language
from knowledge.votes import ANSWER

__all__ = ["ask", "question_about"]


def ask(args: Args, knowledge: KnowledgeBase, card: Place, voter: str) -> None:
    """Ask `voter` what their vote on `card` leaves open, unless they said it or were asked before."""
    shown = shown_on(knowledge, card)
    votes = knowledge.feedback.votes_on(card, voter)
    if shown is None or not _is_open(knowledge, card, voter, votes):
        return
    if not knowledge.jobs.once(card.team, f"asked-{votes[ANSWER]} {card.channel} {card.ts} {voter}"):
        return
    language = language_read(args) or shown.conversation.language
    question = question_about(shown, card, language=language, worked=votes[ANSWER])
    args.client.chat_postEphemeral(
        channel=card.channel, user=voter, thread_ts=shown.conversation.thread_ts or None, **question.as_json()
    )


def question_about(shown: Shown, card: Place, *, language: Language, worked: bool) -> Message:
    """What there is to ask about a vote on `card` that says whether its answer `worked`."""
    subject = Subject(card.ts, shown.entry.id)
    if not worked:
        return question_of_reason(subject, language)
    return question_of_worked(shown.entry.workarounds, numbers=shown.numbers, subject=subject, language=language)


def _is_open(knowledge: KnowledgeBase, card: Place, voter: str, votes: Mapping[str, bool]) -> bool:
    """Whether `votes` leave open which workaround did it, or why none did."""
    if ANSWER not in votes:
        return False
    if votes[ANSWER]:
        return not any(worked for target, worked in votes.items() if target.startswith("workaround:"))
    return knowledge.feedback.reason_of(card, voter) is None
