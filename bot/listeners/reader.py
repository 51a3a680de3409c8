"""The language of whoever does something in Slack: for what they alone see, and for the answer to what they asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from slack_bolt import App, Args, BoltContext
from slack_sdk import WebClient

from bot.people import language_read_by
from bot.views.message import spoken
from knowledge.base import Conversation, KnowledgeBase
from knowledge.model import Language, Text

__all__ = ["in_askers_language", "language_read", "register", "to_reader"]

_LANGUAGE = "language_read"
"""Names in Bolt's context what finds the language out: only who says something needs to ask Slack."""


def register(app: App, knowledge: KnowledgeBase) -> None:
    """Let every listener of `app` know the language of whom it serves."""

    def introduce(context: BoltContext, client: WebClient, next_: Callable[[], None]) -> None:
        team, user = context.team_id, context.user_id
        if team and user:
            context[_LANGUAGE] = lambda: language_read_by(client, knowledge, team=team, user=user)
        next_()

    app.use(introduce)


def language_read(args: Args) -> Language | None:
    """The language that the person behind `args` has set Slack to; None if that is not known. Slack may be asked."""
    find: Callable[[], Language | None] | None = args.context.get(_LANGUAGE)
    return find() if find else None


def to_reader(args: Args, sentence: Text) -> str:
    """`sentence` in the language of the person behind `args`, or in every language if that is not known."""
    return spoken(sentence, language_read(args))


def in_askers_language(client: WebClient, knowledge: KnowledgeBase, conversation: Conversation) -> Conversation:
    """`conversation` in the language of its asker's Slack, if neither that nor the channel's was known before."""
    paste, asker = conversation.paste, conversation.asker
    if knowledge.preferences.channel(paste.team, paste.channel).language is not None:
        return conversation
    language = language_read_by(client, knowledge, team=paste.team, user=asker)
    if language is None or language is conversation.language:
        return conversation
    knowledge.answer_in(paste, language)
    return replace(conversation, language=language)
