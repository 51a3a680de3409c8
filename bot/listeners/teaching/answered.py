"""What was approved answers what nobody could answer: the thread that it comes from, and questions that were noted."""

from __future__ import annotations

from dataclasses import replace

from slack_sdk import WebClient

from bot.listeners.answering import start_over
from bot.listeners.asking import near
from bot.listeners.cards import card_of
from knowledge.base import KnowledgeBase, Place
from knowledge.teaching.model import Teaching

__all__ = ["answer_what_waited"]


def answer_what_waited(client: WebClient, knowledge: KnowledgeBase, teaching: Teaching) -> None:
    """Put an answer in the place of "I don't know this one" where `teaching` comes from, if there is one now."""
    knowledge.teaching.settle_questions(teaching.team)
    taught_in = teaching.revision.body.taught_in
    waiting = knowledge.by_paste(Place(teaching.team, taught_in.channel, taught_in.thread_ts))
    if waiting is None or waiting.card is None or waiting.entry_id is not None:
        return
    found = knowledge.look_up(waiting.excerpt, team=teaching.team)
    if not found.detected:
        return
    candidates = tuple(entry.id for entry in near(found))
    known = knowledge.revise(replace(waiting, candidates=candidates, about=candidates[0]))
    if known is not None:
        start_over(client, knowledge, known, card_of(knowledge, known, found=found))
