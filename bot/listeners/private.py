"""An answer for one person's eyes: nobody votes on it, and it can be shared."""

from __future__ import annotations

from bot import metrics
from bot.listeners.asking import conversation_about, look_up, near, remember_if_unknown, tells_of_error
from bot.listeners.incoming import Incoming
from bot.listeners.share import carried
from bot.listeners.talk import asks_for_help
from bot.people import known_language
from bot.views import actions
from bot.views.answer import private_answer
from bot.views.greetings import help_text
from bot.views.message import Message
from bot.views.teaching import Origin, origin_value, teach_button
from bot.views.unknown import nothing_found, unknown
from knowledge.base import Answer, KnowledgeBase
from knowledge.facts import why_this_answer

__all__ = ["private_message"]


def private_message(knowledge: KnowledgeBase, incoming: Incoming, *, surface: str) -> Message:
    """What there is to say about `incoming`, whose author asked on `surface`."""
    team, channel, _ = incoming.place
    language = known_language(knowledge, team=team, user=incoming.author, channel=channel, text=incoming.text)
    if asks_for_help(incoming.text):
        return help_text(language)
    answer = look_up(knowledge, incoming.text, team=team, surface=surface)
    if not tells_of_error(answer):
        return nothing_found(language)
    return _about_error(knowledge, incoming, answer, surface=surface)


def _about_error(knowledge: KnowledgeBase, incoming: Incoming, answer: Answer, *, surface: str) -> Message:
    conversation = conversation_about(knowledge, incoming, answer, asked=True)
    if not answer.detected:
        remember_if_unknown(knowledge, conversation, answer, surface=surface)
        language = conversation.language
        teach = teach_button(language, origin_value(Origin(conversation.excerpt)))
        return unknown(answer.reading, near(answer), language=language, action=actions.MORE, offers=[teach])
    metrics.ANSWERED.labels(surface=surface).inc()
    best = answer.candidates[0]
    return private_answer(
        best.rated,
        language=conversation.language,
        why=why_this_answer(best),
        share=carried(conversation),
        page=knowledge.site_of(best.rated.entry.id).entry_url(best.rated.entry.id, conversation.language),
        taught=knowledge.teaching.is_taught(conversation.paste.team, best.rated.entry.id),
    )
