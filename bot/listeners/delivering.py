"""A paste that is stored gets its answer, and an edited one the answer that it now calls for."""

from __future__ import annotations

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.listeners.above import Above, Read, read_what_is_asked
from bot.listeners.answering import Edit, post_card, refresh, revise_card
from bot.listeners.asking import Received, excerpt_of, remember_if_unknown
from bot.listeners.cards import Card, card_of, lock_of
from bot.listeners.files import deadline_from_now
from bot.listeners.following.again import answered_above, take_as_remark
from bot.listeners.incidents import say_if_incident
from bot.listeners.listening import may_answer
from bot.listeners.membership import NOT_A_MEMBER
from bot.listeners.reader import in_askers_language
from bot.listeners.repeats import repeat_of, show_if_asked
from bot.listeners.rereading import read_again
from bot.views import words
from knowledge.base import Answer, Conversation, KnowledgeBase, Place

__all__ = ["NotAMemberError", "deliver", "deliver_what_was_asked", "follow_edit"]


class NotAMemberError(Exception):
    """The bot may not write where the paste of `conversation` stands; that answer is not owed any more."""

    def __init__(self, conversation: Conversation, card: Card) -> None:
        """`card` is the answer that could not be posted."""
        super().__init__("the bot is no member of the channel")
        self.conversation = conversation
        self.card = card


def deliver(client: WebClient, knowledge: KnowledgeBase, received: Received) -> bool:
    """Answer what was `received`; False if somebody else does or did.

    Raises:
        NotAMemberError: the bot may not write there.
        SlackApiError: Slack refuses the answer for now; the conversation can be taken again at once.
    """
    try:
        with lock_of(received.paste):
            conversation = knowledge.take(received.paste)
            if conversation is None:
                return False
            conversation = in_askers_language(client, knowledge, conversation)
            read, again = Read(conversation), None
            if not conversation.excerpt:
                read = read_what_is_asked(client, knowledge, conversation, received.incoming)
                again = answered_above(knowledge, read.conversation)
            if read.above is None and again is None:
                _post(client, knowledge, read, received.answer)
    except Exception:
        knowledge.give_back(received.paste)
        raise
    if read.above is not None:
        _answer_above(client, knowledge, conversation, read.above)
    elif again is not None:
        take_as_remark(client, knowledge, again, read.conversation)
    else:
        say_if_incident(client, knowledge, read.conversation)
    return True


def _post(client: WebClient, knowledge: KnowledgeBase, read: Read, answer: Answer | None) -> None:
    """Post what was `read` its card, if it is to have one; `answer` is what looking it up gave, as far as known."""
    conversation = read.conversation
    if not ((conversation.asked or conversation.candidates) and may_answer(knowledge, conversation)):
        knowledge.give_back(conversation.paste)  # to who asked, or edited it, meanwhile
        return
    card = read.card or repeat_of(client, knowledge, conversation)
    if card is None:
        card = card_of(knowledge, conversation, found=answer if _is_about(conversation, answer) else None)
    try:
        post_card(client, knowledge, conversation, card)
    except SlackApiError as error:
        if error.response.get("error") not in NOT_A_MEMBER:
            raise
        knowledge.withdraw(conversation.paste)
        raise NotAMemberError(conversation, card) from error


def _answer_above(client: WebClient, knowledge: KnowledgeBase, mention: Conversation, above: Above) -> None:
    """Answer what `mention` asks about; where the answer stands already, only the asker is told."""
    asked, paste, asked_ts = above.conversation, above.conversation.paste, mention.paste.ts
    card = _card_about(knowledge, asked)
    if card is None:
        remember_if_unknown(knowledge, asked, above.answer, surface="mention")
        knowledge.receive(asked)
    knowledge.withdraw(mention.paste)
    if card is None:
        if deliver_what_was_asked(client, knowledge, Received(paste, answer=above.answer), asked_ts=asked_ts):
            return
        known = knowledge.by_paste(paste)
        card = known.card if known else None
    if card is None or card.ts > asked_ts:  # the mention got it, and is heard again
        return
    client.chat_postEphemeral(
        channel=paste.channel,
        user=mention.asker,
        thread_ts=mention.thread_ts,
        text=words.ANSWERED_ALREADY.in_(mention.language),
    )


def _card_about(knowledge: KnowledgeBase, asked: Conversation) -> Place | None:
    """The answer that is there: the message that is `asked` about itself, or one above it to the same error."""
    if knowledge.by_card(asked.paste) is not None:
        return asked.paste
    followed = answered_above(knowledge, asked)
    return followed.conversation.card if followed else None


def deliver_what_was_asked(client: WebClient, knowledge: KnowledgeBase, received: Received, *, asked_ts: str) -> bool:
    """Answer what somebody asked for at `asked_ts`; False if the answer stands already, or somebody else gives it.

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
                now, _ = read_again(client, knowledge, now, edit.incoming, deadline=deadline_from_now())
            revise_card(client, knowledge, edit, now)
            return
    deliver(client, knowledge, Received(paste, edit.incoming))


def _is_about(conversation: Conversation, answer: Answer | None) -> bool:
    """Whether `answer` is what looking up the stored excerpt would give: nobody edited the paste meanwhile."""
    return answer is not None and excerpt_of(answer) == conversation.excerpt
