"""What was asked, what helped and what nobody could answer, in the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.text import Text

from bot.cli.printing import words
from bot.cli.printing.facts import titled
from bot.cli.printing.layout import fitted, heading, item
from bot.cli.printing.terminal import print_lines, reading_width
from knowledge import model, vocabulary
from knowledge.evidence import Tally
from knowledge.model import Category, Entry, Language
from knowledge.questions import Question
from knowledge.statistics import EntryTally, Statistics

__all__ = ["print_statistics", "statistics_lines"]

_LABEL_WIDTH = 9
"""Cells of a count of votes and what keeps it apart from its text."""


def print_statistics(statistics: Statistics, language: Language, entries: Mapping[str, Entry], *, team: str) -> None:
    """Print `statistics` of `team`, or of all teams if it is empty; `entries` by id give votes a title."""
    print_lines(statistics_lines(statistics, language, entries, reading_width(), team=team))


def statistics_lines(
    statistics: Statistics, language: Language, entries: Mapping[str, Entry], width: int, *, team: str
) -> list[Text]:
    """`statistics` in lines of `width` cells."""
    lines = _known(statistics.entries, language, width)
    whose = words.TEAM.in_(language).format(team=team) if team else words.EVERY_TEAM.in_(language)
    lines += heading(whose)
    if not (statistics.conversations or statistics.questions or statistics.answer_votes.votes):
        return [*lines, Text(words.NOBODY_ASKED.in_(language))]
    lines += _counts(statistics, language)
    lines += _judged(words.MOST_HELPFUL, statistics.most_helpful, language, entries, width)
    lines += _judged(words.LEAST_HELPFUL, statistics.least_helpful, language, entries, width)
    return lines + _questions(statistics.questions, language, width)


def _known(categories: Sequence[tuple[Category, int]], language: Language, width: int) -> list[Text]:
    """How many entries each category has, in columns."""
    total = words.KNOWN.in_(language).format(entries=sum(count for _, count in categories), categories=len(categories))
    cells = [f"{count:>5}  {category.value}" for category, count in categories]
    column = max(map(len, cells), default=1) + 2
    columns = max(1, width // column)
    rows = -(-len(cells) // columns)
    table = ["".join(cell.ljust(column) for cell in cells[row::rows]).rstrip() for row in range(rows)]
    return [Text(total, style="bold"), *map(Text, table)]


def _counts(statistics: Statistics, language: Language) -> list[Text]:
    pastes = words.PASTES_SPLIT.in_(language).format(
        asked=statistics.asked,
        overheard=statistics.conversations - statistics.asked,
        answered=statistics.answered,
    )
    rows = [
        (words.PASTES, statistics.conversations, pastes),
        (words.ANSWER_VOTES, statistics.answer_votes.votes, _split(statistics.answer_votes, language)),
        (words.WORKAROUND_VOTES, statistics.workaround_votes.votes, _split(statistics.workaround_votes, language)),
        (vocabulary.NOT_MY_ERROR, statistics.match_votes.failed, ""),
    ]
    label_width = max(cell_len(label.in_(language)) for label, _, _ in rows)
    return [_row(label.in_(language), label_width, count, text) for label, count, text in rows]


def _row(label: str, label_width: int, count: int, text: str) -> Text:
    row = Text(f"  {fitted(label, label_width)}  {count:>5}")
    return row.append(f"  {text}", "dim") if text else row


def _split(tally: Tally, language: Language) -> str:
    return words.VOTES_SPLIT.in_(language).format(worked=tally.worked, failed=tally.failed)


def _judged(
    title: model.Text,
    judged: Sequence[EntryTally],
    language: Language,
    entries: Mapping[str, Entry],
    width: int,
) -> list[Text]:
    lines = []
    for one in judged:
        label = Text().append(f"+{one.answer.worked}", "green").append(f" -{one.answer.failed}", "red")
        entry = entries.get(one.entry_id)
        named = titled(entry, language, width - _LABEL_WIDTH) if entry else Text(one.entry_id)
        lines += item(label, named, width, indent=_LABEL_WIDTH)
    return [*heading(title.in_(language)), *lines] if lines else []


def _questions(questions: Sequence[Question], language: Language, width: int) -> list[Text]:
    lines = []
    for question in questions:
        count = Text(f"{question.asked + question.overheard}", "yellow")
        said = words.QUESTION.in_(language).format(
            asked=question.asked, overheard=question.overheard, last=question.last_seen.date().isoformat()
        )
        excerpt = Text(fitted(question.excerpt, width - _LABEL_WIDTH).rstrip())
        lines += item(count, excerpt, width, indent=_LABEL_WIDTH)
        lines.append(Text(" " * _LABEL_WIDTH).append(" · ".join(filter(None, [" ".join(question.codes), said])), "dim"))
    return [*heading(words.QUESTIONS.in_(language), "bold yellow"), *lines] if lines else []
