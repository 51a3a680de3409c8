"""A paste that is stored gets its answer, and an edited one the answer that it now calls for."""

from __future__ import annotations

from slack_sdk import WebClient

from bot.listeners.answering import Edit, post_card, refresh, revise_card
from bot.listeners.asking import Received, excerpt_of
from bot.listeners.cards import card_of, lock_of
from bot.listeners.following.again import answered_above, take_as_remark
from bot.listeners.incidents import say_if_incident
from bot.listeners.listening import may_answer
from bot.listeners.reader import in_askers_language
from bot.listeners.repeats import repeat_of, show_if_asked
from bot.listeners.rereading import read_again
from knowledge.base import Answer, Conversation, KnowledgeBase

__all__ = ["deliver", "deliver_what_was_asked", "follow_edit"]


def deliver(client: WebClient, knowledge: KnowledgeBase, received: Received) -> bool:
    """Answer what was `received`; False if somebody else does or did.

    Raises:
        SlackApiError: Slack refuses the answer; the conversation stays to be taken again.
    """
    with lock_of(received.paste):
        conversation = knowledge.take(received.paste)
        if conversation is None:
            return False
        conversation = in_askers_language(client, knowledge, conversation)
        card = above = None
        if not conversation.excerpt:
            conversation, card = read_again(client, knowledge, conversation, received.incoming)
            above = answered_above(knowledge, conversation)
        if above is None and (conversation.asked or conversation.candidates) and may_answer(knowledge, conversation):
            found = received.answer if _is_about(conversation, received.answer) else None
            card = card or repeat_of(client, knowledge, conversation)
            post_card(client, knowledge, conversation, card or card_of(knowledge, conversation, found=found))
    if above is not None:
        take_as_remark(client, knowledge, above, conversation)
    else:
        say_if_incident(client, knowledge, conversation)
    return True


def deliver_what_was_asked(client: WebClient, knowledge: KnowledgeBase, received: Received, *, asked_ts: str) -> bool:
    """Answer what somebody asked for at `asked_ts`; False if the answer stands already.

    A card that was on its way while they asked may only point elsewhere: then it shows the answer now.
    """
    if deliver(client, knowledge, received):
        return True
    card = show_if_asked(knowledge, received.paste, at=asked_ts)
    return card is not None and refresh(client, knowledge, card)


def follow_edit(client: WebClient, knowledge: KnowledgeBase, edit: Edit) -> None:
    """Make the card say what the edited paste now calls for; a paste without a card may get one."""
    paste = edit.before.paste
    with lock_of(paste):
        now = knowledge.by_paste(paste)
        if now is not None and now.card is not None:
            if not now.excerpt:
                now, _ = read_again(client, knowledge, now, edit.incoming)
            revise_card(client, knowledge, edit, now)
            return
    deliver(client, knowledge, Received(paste, edit.incoming))


def _is_about(conversation: Conversation, answer: Answer | None) -> bool:
    """Whether `answer` is what looking up the stored excerpt would give: nobody edited the paste meanwhile."""
    return answer is not None and excerpt_of(answer) == conversation.excerpt
