"""The digest as a message: what was asked most, what worked, what stopped working, what nobody could answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from slack_sdk.models.blocks import Block, HeaderBlock, ImageBlock, PlainTextObject
from slack_sdk.models.blocks.basic_components import SlackFile

from bot import slack_text
from bot.links import Links
from bot.views.digest import words
from bot.views.digest.chart import Bar
from bot.views.message import Message, context, section
from bot.views.teaching import Origin, origin_value, teach_button
from bot.views.words import WORKED_FOR
from knowledge.digest import Digest, Unanswered
from knowledge.facts import codes, percent
from knowledge.model import Language, Text
from knowledge.pages.site import Site

__all__ = ["bars", "digest_message", "picture_text"]

_TITLE_LIMIT = 90
_EXCERPT_LIMIT = 120
_CODES = 2
_LABEL_LIMIT = 20
_TEACHABLE = 3
"""Questions that stand each in a section of its own, with a button to teach the answer."""


def digest_message(
    digest: Digest, language: Language, *, site: Site, links: Links, picture: str | None = None
) -> Message:
    """The digest; `picture` is the id of the uploaded chart, if there is one."""
    from_, to = (_day(day, language) for day in (digest.week.days[0], digest.week.days[-1]))
    title = words.TITLE.in_(language).format(from_=from_, to=to)
    summary = _summary(digest, language)
    blocks: list[Block] = [HeaderBlock(text=PlainTextObject(text=title)), section(summary)]
    if picture:
        text = picture_text(digest, language)
        blocks.append(ImageBlock(alt_text=text, slack_file=SlackFile(id=picture)))
    blocks += [
        *_list(words.ASKED, _asked(digest, language, site), language),
        *_list(words.WORKED, _worked(digest, language, site), language),
        *_list(words.FALLEN, _fallen(digest, language, site), language),
        *_unanswered(digest, language, links),
        context([words.ABOUT.in_(language)]),
    ]
    return Message(text=f"{title}: {summary}", blocks=tuple(blocks))


def bars(digest: Digest) -> list[Bar]:
    """The bars of the most frequent errors, each with the rank that the message gives it and its codes."""
    return [
        Bar(slack_text.shortened(" ".join((f"{rank}.", *_codes(digest, one.entry_id))), _LABEL_LIMIT), one.pastes)
        for rank, one in enumerate(digest.asked, start=1)
    ]


def picture_text(digest: Digest, language: Language) -> str:
    """What the picture shows, for who cannot see it."""
    counted = zip(digest.week.days, digest.pastes, strict=True)
    days = ", ".join(f"{_day(day, language)}: {count}" for day, count in counted)
    errors = ", ".join(f"{bar.label}: {bar.count}" for bar in bars(digest))
    sentence = words.PICTURE if errors else words.PICTURE_OF_DAYS
    return sentence.in_(language).format(days=days, errors=errors)


def _summary(digest: Digest, language: Language) -> str:
    count = sum(digest.pastes)
    if not count:
        return f"{words.NO_PASTES.in_(language)}."
    pasted = words.ONE_PASTE if count == 1 else words.PASTES
    known = words.UNKNOWN if digest.unknown else words.ALL_KNOWN
    sentences = (pasted.in_(language).format(count=count), known.in_(language).format(count=digest.unknown))
    return "，".join(sentences) + "。" if language is Language.ZH else "; ".join(sentences) + "."


def _list(heading: Text, lines: Iterable[str], language: Language) -> Iterator[Block]:
    shown = list(lines)
    if shown:
        yield section("\n".join([f"*{heading.in_(language)}*", *shown]))


def _asked(digest: Digest, language: Language, site: Site) -> Iterator[str]:
    for rank, one in enumerate(digest.asked, start=1):
        yield f"{rank}. *{_times(one.pastes, language)}* {_title(digest, one.entry_id, language, site)}"


def _worked(digest: Digest, language: Language, site: Site) -> Iterator[str]:
    for one in digest.worked:
        said = WORKED_FOR.in_(language).format(worked=one.worked, votes=one.votes)
        yield f"• {said}: {_title(digest, one.entry_id, language, site)}"


def _fallen(digest: Digest, language: Language, site: Site) -> Iterator[str]:
    for one in digest.fallen:
        fell = words.FELL.in_(language).format(before=percent(one.before), now=percent(one.now))
        yield f"• {fell}: {_title(digest, one.entry_id, language, site)}"


def _unanswered(digest: Digest, language: Language, links: Links) -> Iterator[Block]:
    for number, one in enumerate(digest.unanswered[:_TEACHABLE]):
        heading = f"*{words.UNANSWERED.in_(language)}*\n" if number == 0 else ""
        shown = section(heading + _question(one, language, links))
        shown.accessory = teach_button(language, origin_value(Origin(paste=one.excerpt, place=one.last_place)))
        yield shown


def _question(question: Unanswered, language: Language, links: Links) -> str:
    line = slack_text.shortened(question.excerpt.replace("`", "'"), _EXCERPT_LIMIT)
    facts = [f"`{slack_text.mrkdwn(line, limit=2 * _EXCERPT_LIMIT)}`", _times(question.pastes, language)]
    address = links.to(question.last_place)
    if address:
        facts.append(slack_text.link(address, words.LAST_SEEN.in_(language)))
    return " · ".join(facts)


def _times(count: int, language: Language) -> str:
    return words.TIMES.in_(language).format(count=count)


def _title(digest: Digest, entry_id: str, language: Language, site: Site) -> str:
    """The title of an entry, linked to its page if there is one."""
    entry = digest.entries.get(entry_id)
    title = slack_text.shortened(entry.title.in_(language) if entry else entry_id, _TITLE_LIMIT)
    address = site.entry_url(entry_id, language)
    return slack_text.link(address, title) if address else slack_text.mrkdwn(title)


def _codes(digest: Digest, entry_id: str) -> tuple[str, ...]:
    entry = digest.entries.get(entry_id)
    return codes(entry)[:_CODES] if entry else ()


def _day(day: date, language: Language) -> str:
    if language is Language.ZH:
        return f"{day.month}月{day.day}日"
    return f"{day.day} {words.MONTHS[day.month - 1]}"
