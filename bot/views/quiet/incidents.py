"""Many people have the same error at once: said in one message, which calls nobody."""

from __future__ import annotations

from collections.abc import Sequence

from bot import slack_text
from bot.views.message import Message, context, section, short_title
from bot.views.quiet import words
from knowledge import vocabulary
from knowledge.model import Entry, Language
from knowledge.providers import providers
from knowledge.recurrence import WINDOW_US, Incident

__all__ = ["incident_message"]

_MINUTE_US = 60 * 1_000_000


def incident_message(incident: Incident, entry: Entry, urls: Sequence[str], language: Language) -> Message:
    """What is likely going on, with the links `urls` to pastes, the oldest first."""
    sentence = words.INCIDENT.in_(language).format(
        count=len(incident.sightings),
        error=_error(incident, entry, language),
        minutes=WINDOW_US // _MINUTE_US,
        usual=_usual(incident.usual_per_day, language),
    )
    links = " · ".join(slack_text.link(url, str(number)) for number, url in enumerate(urls, start=1))
    lines = [short_title(entry.title, language), _advice(entry, language)]
    if links:
        lines.append(words.PASTES.in_(language).format(links=links))
    return Message(text=sentence, blocks=(section(f"*{sentence}*"), context(lines)))


def _advice(entry: Entry, language: Language) -> str:
    """Who has to act, and whether waiting helps."""
    who = vocabulary.FIXED_BY.in_(language).format(who=vocabulary.FIXERS[entry.who_fixes].in_(language))
    return f"{who} · {(vocabulary.RETRYING_FAILS if entry.permanent else vocabulary.RETRYING_HELPS).in_(language)}"


def _error(incident: Incident, entry: Entry, language: Language) -> str:
    """Its code, or else its title, and who says it."""
    title = short_title(entry.title, language)
    error = f"`{slack_text.mrkdwn(incident.code)}`" if incident.code else title
    known = providers().get(incident.provider or "")
    if known is None:
        return error
    return words.FROM.in_(language).format(error=error, provider=slack_text.mrkdwn(known.name))


def _usual(per_day: float | None, language: Language) -> str:
    if per_day is None:
        return ""
    if per_day < 1:
        return words.SELDOM.in_(language)
    return words.USUALLY.in_(language).format(count=round(per_day))
