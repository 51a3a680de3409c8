"""The workarounds and dead ends of an entry in its modal, with buttons for whoever can vote there."""

from __future__ import annotations

from collections.abc import Iterable

from slack_sdk.models.blocks import Block, SectionBlock

from bot import slack_text
from bot.views import words
from bot.views.feedback.judging import Judged, Reader, dead_end_buttons, workaround_buttons
from bot.views.message import section
from bot.views.rates import likely, overturned, percent, votes
from knowledge import vocabulary
from knowledge.model import Language, Workaround
from knowledge.rating import RatedDeadEnd, RatedEntry, RatedWorkaround
from knowledge.votes import of_dead_end, of_workaround

__all__ = ["dead_ends", "fitting_section", "how_beyond_title", "instructions", "prose", "shown", "workarounds"]

_LINE_LIMIT = 1_200  # characters of one field of an entry


def workarounds(rated: RatedEntry, reader: Reader | None, language: Language) -> list[Block]:
    """A section for each workaround, with buttons for a `reader`."""
    blocks: list[Block] = [section(f"*{words.WHAT_WORKS.in_(language)}*")]
    for number, fix in enumerate(rated.workarounds):
        blocks.append(fitting_section(_workaround(fix, language)))
        if reader:
            about = Judged(language, rated.entry.id, of_workaround(fix.fix.key))
            blocks.append(workaround_buttons(reader, about, number=number))
    return blocks


def dead_ends(rated: RatedEntry, reader: Reader | None, language: Language) -> list[Block]:
    """The same for each dead end."""
    blocks: list[Block] = [section(f"*{words.WHAT_DOES_NOT.in_(language)}*")] if rated.dead_ends else []
    for number, one in enumerate(rated.dead_ends, start=len(rated.workarounds)):
        blocks.append(fitting_section(_dead_end(one, language)))
        if reader:
            about = Judged(language, rated.entry.id, of_dead_end(one.dead_end.key))
            blocks.append(dead_end_buttons(reader, about, number=number))
    return blocks


def _workaround(rated: RatedWorkaround, language: Language) -> list[str]:
    standing = [
        vocabulary.SUCCEEDS.in_(language).format(rate=percent(rated.rate)),
        likely(rated.rate).in_(language),
        votes(rated.worked, rated.votes, language),
    ]
    return [f"*{shown(rated.fix.title.in_(language))}* _({', '.join(standing)})_", *instructions(rated.fix, language)]


def instructions(fix: Workaround, language: Language) -> list[str]:
    """When it applies, what to do, step by step, and what that risks: a line each."""
    lines = []
    if fix.condition:
        lines.append(f"_{vocabulary.CONDITION.in_(language).format(condition=shown(fix.condition.in_(language)))}_")
    lines += [prose(how) for how in [how_beyond_title(fix, language)] if how]
    lines += [f"{number}. {prose(step.in_(language))}" for number, step in enumerate(fix.steps, start=1)]
    lines += [f"```{shown(command.replace('```', ''))}```" for command in fix.commands]
    if fix.risk:
        lines.append(f"⚠️ {vocabulary.RISK.in_(language).format(risk=prose(fix.risk.in_(language)))}")
    return lines


def how_beyond_title(fix: Workaround, language: Language) -> str:
    """What to do, as far as the title does not say it all: whoever teaches in one line has no more to say."""
    how = fix.how.in_(language)
    return "" if how.rstrip(".。") == fix.title.in_(language) else how


def _dead_end(rated: RatedDeadEnd, language: Language) -> list[str]:
    standing = [
        vocabulary.FAILS.in_(language).format(rate=percent(rated.rate)),
        likely(rated.rate).in_(language),
        *filter(None, [overturned(rated.worked, rated.votes, language)]),
    ]
    action = prose(rated.dead_end.action.in_(language))
    return [f"✗ {action} _({', '.join(standing)})_", prose(rated.dead_end.why.in_(language))]


def shown(text: str) -> str:
    """As much of a field of an entry as there is room for."""
    return slack_text.mrkdwn(text, limit=_LINE_LIMIT)


def prose(text: str) -> str:
    """The same of one with code and links in it."""
    return slack_text.prose(text, limit=_LINE_LIMIT)


def fitting_section(lines: Iterable[str]) -> SectionBlock:
    """As many whole `lines`, from the first on, as fit into one section; an ellipsis says that there were more."""
    text = ""
    for line in lines:
        if len(text) + len(line) > slack_text.SECTION_LIMIT - len("\n\n…"):
            return section(f"{text}\n…".strip())
        text = f"{text}\n{line}".strip()
    return section(text)
