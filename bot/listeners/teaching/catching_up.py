"""What was approved, retired or put back shows on the cards that stand: those about it, and those without an answer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.listeners.answering import Edit, refresh, revise_card, start_over
from bot.listeners.asking import remember_if_unknown, with_findings
from bot.listeners.cards import card_of, lock_of
from bot.schedule import JobHandler, do_now
from knowledge.base import Conversation, KnowledgeBase
from knowledge.jobs import Job
from knowledge.moment import timestamp
from knowledge.services.teaching import KNOWN
from knowledge.teaching.model import Teaching

__all__ = ["catch_up", "handlers"]

_SURFACE = "teaching"

_log = structlog.get_logger(__name__)


def handlers(client: WebClient, knowledge: KnowledgeBase) -> dict[str, JobHandler]:
    """What does the jobs of teachings, by kind."""
    return {KNOWN: partial(_bring_up_to_date, client, knowledge)}


def catch_up(client: WebClient, knowledge: KnowledgeBase, teaching: Teaching) -> None:
    """Bring cards up to date with the latest change of `teaching`, if that changed what lookups know."""
    do_now(knowledge, knowledge.teaching.catching_up(teaching), partial(_bring_up_to_date, client, knowledge))


def _bring_up_to_date(client: WebClient, knowledge: KnowledgeBase, job: Job) -> None:
    """Done twice it does no harm: what a card says follows from what is known."""
    knowledge.teaching.settle_questions(job.team)
    teaching = knowledge.teaching.get(job.team, job.about.split()[0])
    entry_id, since_ts = teaching.entry_id, timestamp(teaching.revision.at_us)
    is_known = bool(knowledge.entries_called([entry_id], team=job.team))
    for conversation in knowledge.teaching.told_of(job.team, entry_id):
        try:
            if conversation.card is not None and conversation.entry_id is not None and is_known:
                refresh(client, knowledge, conversation.card)
            else:
                _look_up_again(client, knowledge, conversation, since_ts=since_ts)
        except SlackApiError as error:  # an archived channel must not keep the answer from the others
            _log.warning("a card could not be brought up to date", exc_info=error)


def _look_up_again(client: WebClient, knowledge: KnowledgeBase, conversation: Conversation, *, since_ts: str) -> None:
    """Give `conversation` the answer that there is now: nobody knew it, or its entry is gone."""
    found = knowledge.look_up(conversation.excerpt, team=conversation.paste.team)
    if not found.detected and conversation.entry_id is None:
        return
    now = knowledge.revise(with_findings(conversation, found))
    if now is None:
        return
    remember_if_unknown(knowledge, now, found, surface=_SURFACE)
    if conversation.entry_id is None:
        start_over(client, knowledge, now, card_of(knowledge, now, found=found))
    else:
        with lock_of(now.paste):
            shown = replace(conversation, candidates=(conversation.entry_id,))
            revise_card(client, knowledge, Edit(shown, since_ts=since_ts), now)
