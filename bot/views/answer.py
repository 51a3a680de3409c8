"""The answer card: short enough for a busy channel, the first workaround readable without a click."""

from __future__ import annotations

from collections.abc import Sequence

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    Option,
    OverflowMenuElement,
    PlainTextObject,
    SectionBlock,
    StaticSelectElement,
)

from bot import slack_text
from bot.views import actions, words
from bot.views.choice import Choice
from bot.views.entry_parts import how_beyond_title
from bot.views.following.menu import thread_menu
from bot.views.message import Message, button, context, section, short_title
from bot.views.rates import overturned, percent, votes
from knowledge import vocabulary
from knowledge.model import Entry, Language, Text
from knowledge.rating import RatedDeadEnd, RatedEntry, RatedWorkaround

__all__ = ["SHOWN", "answer", "headline", "private_answer"]

SHOWN = 3
"""Workarounds and dead ends on a card; the rest is behind "More"."""
_HEADING, _JUDGING = "heading", "judging"
"""Name the menu and the row of buttons on every state of a card, so that a press on an older state still counts."""
_HOW_LIMIT = 500  # characters; with three titles it fits into one section of 3,000
_WHY_LIMIT = 300
_OPTION_LIMIT = 75  # Slack's limit for a line of a menu


def answer(  # noqa: PLR0913 - each is a part of the card
    rated: RatedEntry,
    *,
    numbered: Sequence[str],
    language: Language,
    why: Text | None = None,
    tell_apart: Text | None = None,
    page: str | None = None,
    taught: bool = False,
) -> Message:
    """The card of `rated` whose workarounds with the keys `numbered` are 1, 2, 3; `page` is the entry's address.

    `taught`: whether some of it is the team's own.
    """
    fixes = [fix for key in numbered for fix in rated.workarounds if fix.fix.key == key][:SHOWN]
    small_print = _small_print(rated, language=language, why=why, tell_apart=tell_apart, page=page, taught=taught)
    head, body = _header(rated, language, menu=thread_menu(language)), _body(rated, fixes, small_print, language)
    judging = _judging(rated.entry, fixes, language)
    return Message(text=headline(rated.entry, fixes, language), blocks=(head, *body, judging))


def private_answer(  # noqa: PLR0913 - as above
    rated: RatedEntry,
    *,
    language: Language,
    why: Text | None,
    share: str,
    page: str | None = None,
    taught: bool = False,
) -> Message:
    """The card of `rated` for one person's eyes: instead of votes it offers to share it, with `share` as the value."""
    fixes = rated.workarounds[:SHOWN]
    offers = ActionsBlock(
        elements=[
            button(words.SHARE.in_(language), action=actions.SHARE, value=share, style="primary"),
            button(words.MORE.in_(language), action=actions.MORE, value=Choice(rated.entry.id, language).value),
        ]
    )
    small_print = _small_print(rated, language=language, why=why, tell_apart=None, page=page, taught=taught)
    head, body = _header(rated, language), _body(rated, fixes, small_print, language)
    return Message(text=headline(rated.entry, fixes, language), blocks=(head, *body, offers))


def headline(entry: Entry, fixes: Sequence[RatedWorkaround], language: Language) -> str:
    """What a notification says: the error and its first workaround."""
    title = short_title(entry.title, language)
    if not fixes:
        return title
    fix = fixes[0].fix
    lines = filter(None, [f"1. {fix.title.in_(language)}", how_beyond_title(fix, language)])
    return "\n".join([title, *(slack_text.mrkdwn(line, limit=_HOW_LIMIT) for line in lines)])


def _body(
    rated: RatedEntry, fixes: Sequence[RatedWorkaround], small_print: Sequence[str], language: Language
) -> list[Block]:
    blocks: list[Block] = [_cause(rated.entry, language), _workarounds(fixes, language)]
    if rated.dead_ends:
        blocks.append(_dead_ends(rated.dead_ends[:SHOWN], language))
    blocks.append(context(small_print))
    return blocks


def _header(rated: RatedEntry, language: Language, *, menu: OverflowMenuElement | None = None) -> SectionBlock:
    title = short_title(rated.entry.title, language)
    facts = [
        words.FIX_RATE.in_(language).format(rate=percent(rated.rate)),
        words.CONFIDENCE.in_(language).format(rate=percent(rated.entry.confidence)),
        words.EVIDENCE.in_(language).format(count=rated.entry.evidence),
    ]
    if rated.votes or not any(fix.votes for fix in rated.workarounds):  # else they stand beside the workarounds
        facts.append(votes(rated.worked, rated.votes, language))
    return section(f"*{title}*\n{' · '.join(facts)}", accessory=menu, block_id=_HEADING)


def _cause(entry: Entry, language: Language) -> SectionBlock:
    return section(slack_text.prose(entry.root_cause.in_(language), limit=_HOW_LIMIT))


def _workarounds(fixes: Sequence[RatedWorkaround], language: Language) -> SectionBlock:
    """The best one with how it is done; of the others the names: the thread says how when it comes to them."""
    lines = [_workaround(rank, fix, language) for rank, fix in enumerate(fixes, start=1)]
    how = [slack_text.prose(how_beyond_title(fix.fix, language), limit=_HOW_LIMIT) for fix in fixes[:1]]
    shown = filter(None, [f"*{words.WHAT_WORKS.in_(language)}*", *lines[:1], *how, *lines[1:]])
    return section("\n".join(shown))


def _workaround(rank: int, rated: RatedWorkaround, language: Language) -> str:
    """Line `rank` (from 1) of a card: what to do, how often it works, and what people here say."""
    title = short_title(rated.fix.title, language)
    figures = [percent(rated.rate)]
    if rated.votes:  # that nobody voted yet stands in the heading
        figures.append(votes(rated.worked, rated.votes, language))
    return f"*{rank}. {title}* _({', '.join(figures)})_"


def _dead_ends(dead_ends: Sequence[RatedDeadEnd], language: Language) -> SectionBlock:
    return section(
        "\n".join([f"*{words.WHAT_DOES_NOT.in_(language)}*", *(_dead_end(one, language) for one in dead_ends)])
    )


def _dead_end(rated: RatedDeadEnd, language: Language) -> str:
    action = slack_text.prose(rated.dead_end.action.in_(language), limit=_WHY_LIMIT)
    why = slack_text.prose(rated.dead_end.why.in_(language), limit=_WHY_LIMIT)
    fails = vocabulary.FAILS.in_(language).format(rate=percent(rated.rate))
    standing = ", ".join(filter(None, [fails, overturned(rated.worked, rated.votes, language)]))
    return f"✗ {action} _({standing})_: {why}"


def _small_print(  # noqa: PLR0913 - as above
    rated: RatedEntry, *, language: Language, why: Text | None, tell_apart: Text | None, page: str | None, taught: bool
) -> list[str]:
    """Who has to act, whether waiting helps, whose and where it is, why it was chosen, and what else it may be."""
    entry = rated.entry
    who = vocabulary.FIXED_BY.in_(language).format(who=vocabulary.FIXERS[entry.who_fixes].in_(language))
    facts = [who, (vocabulary.RETRYING_FAILS if entry.permanent else vocabulary.RETRYING_HELPS).in_(language)]
    if entry.ai_generated and not rated.votes:
        facts.append(words.ESTIMATE.in_(language))
    if taught:
        facts.append(words.TAUGHT_HERE.in_(language))
    if page:
        facts.append(slack_text.link(page, words.AS_PAGE.in_(language)))
    lines = [" · ".join(facts)]
    if why:
        lines.append(slack_text.mrkdwn(why.in_(language), limit=_WHY_LIMIT))
    if tell_apart:
        difference = slack_text.prose(tell_apart.in_(language), limit=_WHY_LIMIT)
        lines.append(words.OTHERWISE.in_(language).format(tell_apart=difference))
    return lines


def _judging(entry: Entry, fixes: Sequence[RatedWorkaround], language: Language) -> ActionsBlock:
    return ActionsBlock(
        block_id=_JUDGING,
        elements=[
            button(words.WORKED.in_(language), action=actions.WORKED, value=entry.id),
            button(words.FAILED.in_(language), action=actions.FAILED, value=entry.id),
            _which_worked(fixes, language),
            button(words.MORE.in_(language), action=actions.MORE, value=Choice(entry.id, language).value),
            button(vocabulary.NOT_MY_ERROR.in_(language), action=actions.NOT_MY_ERROR, value=entry.id),
        ],
    )


def _which_worked(fixes: Sequence[RatedWorkaround], language: Language) -> StaticSelectElement:
    choices = [(fix.fix.key, f"{rank}. {fix.fix.title.in_(language)}") for rank, fix in enumerate(fixes, start=1)]
    return StaticSelectElement(
        placeholder=PlainTextObject(text=words.WHICH_WORKED.in_(language)),
        action_id=actions.WHICH_WORKED,
        options=[_option(key, label) for key, label in [*choices, (actions.TAKE_BACK, words.TAKE_BACK.in_(language))]],
    )


def _option(value: str, label: str) -> Option:
    return Option(value=value, text=PlainTextObject(text=slack_text.shortened(label, _OPTION_LIMIT)))
