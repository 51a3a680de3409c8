"""How it ended: a line on the card, thanks, and the call for a human."""

from __future__ import annotations

from collections.abc import Sequence

from bot import slack_text
from bot.views.entry_parts import fitting_section
from bot.views.following import words
from bot.views.message import Message, context, section, short_title
from knowledge.model import Entry, Language, Workaround

__all__ = ["call_for_human", "handed_line", "reminder", "resolved_line", "thanks", "with_line"]

_EXCERPT_LIMIT = 600
_NAME_LIMIT = 80


def resolved_line(name: str, *, number: int | None, language: Language) -> str:
    """Who resolved it, with which workaround of the card if that is known."""
    if number is None:
        return words.RESOLVED_BY.in_(language).format(name=_name(name))
    return words.RESOLVED_WITH.in_(language).format(name=_name(name), number=number)


def handed_line(name: str, language: Language) -> str:
    """Who asked for a human."""
    return words.HANDED.in_(language).format(name=_name(name))


def with_line(card: Message, line: str) -> Message:
    """`card` with `line` above all that it says."""
    return Message(text=f"{line}\n{card.text}", blocks=(context([line]), *card.blocks))


def thanks(name: str, language: Language) -> Message:
    """A word for whoever told that it is resolved."""
    sentence = words.THANKS.in_(language).format(name=_name(name))
    return Message(text=sentence, blocks=(section(sentence),))


def reminder(language: Language) -> Message:
    """One friendly line in a thread that got an answer and no word since."""
    sentence = words.REMINDER.in_(language)
    return Message(text=sentence, blocks=(context([sentence]),))


def call_for_human(  # noqa: PLR0913 - each is a part of the summary
    group_id: str,
    *,
    name: str,
    asker: str,
    entry: Entry | None,
    excerpt: str,
    failed: Sequence[Workaround],
    suggested: Sequence[Workaround],
    paste_url: str | None,
    language: Language,
) -> Message:
    """What the user group `group_id` has to know, in one message that pings it: the error, what was tried, who asks."""
    call = f"{slack_text.group(group_id)} {words.HUMAN_NEEDED.in_(language).format(name=_name(name))}"
    title = [f"*{short_title(entry.title, language)}*"] if entry else []
    error = f"```{slack_text.mrkdwn(excerpt.replace('```', ''), limit=_EXCERPT_LIMIT)}```"
    told = [
        *(words.DID_NOT_HELP.in_(language).format(title=short_title(fix.title, language)) for fix in failed),
        *(words.MAY_HELP.in_(language).format(title=short_title(fix.title, language)) for fix in suggested),
    ]
    tried = [f"*{words.TRIED.in_(language)}*", *(told or [words.NOTHING_TRIED.in_(language)])]
    by = words.PASTED_BY.in_(language).format(name=asker)
    source = [context([slack_text.link(paste_url, by)])] if paste_url else []
    return Message(text=call, blocks=(section("\n".join([call, *title, error])), fitting_section(tried), *source))


def _name(name: str) -> str:
    return slack_text.mrkdwn(name, limit=_NAME_LIMIT)
