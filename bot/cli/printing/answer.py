"""An answer in the terminal: the first entry on one screen, its dead ends with it, the others as a line each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from bot.cli.printing import words
from bot.cli.printing.facts import facts, titled
from bot.cli.printing.layout import LABEL_WIDTH, heading, item, one_line, paragraph, prose
from bot.cli.printing.terminal import print_lines, reading_width
from bot.views import words as said
from bot.views.rates import percent, votes
from knowledge import vocabulary
from knowledge.answer import Answer, Candidate
from knowledge.facts import codes_of_error, why_this_answer
from knowledge.model import Language
from knowledge.pages.site import Site
from knowledge.rating import RatedDeadEnd, RatedWorkaround
from knowledge.smtp.reading import Diagnostic, Speaker

__all__ = ["answer_lines", "print_answer"]

_SHOWN = 3
"""Workarounds, dead ends and entries of an answer."""


def print_answer(answer: Answer, language: Language, *, site: Site) -> None:
    """Print `answer`, with where its entry is on `site`, if that is known."""
    print_lines(answer_lines(answer, language, reading_width(), site=site))


def answer_lines(answer: Answer, language: Language, width: int, *, site: Site) -> list[Text]:
    """`answer` in lines of `width` cells; of an unknown error what was read from it."""
    near = answer.near[:_SHOWN]
    lines = [] if answer.detected else _doubt(answer, language, width)
    if not near:
        return lines
    if lines:
        lines += [Text(vocabulary.CLOSEST.in_(language), style="yellow"), Text()]
    return [*lines, *_first(near[0], language, width, site), *_others(answer, near[1:], language, width)]


def _doubt(answer: Answer, language: Language, width: int) -> list[Text]:
    """That the error is not known, what was read, and what to do."""
    errors = [one for one in answer.reading.diagnostics if one.codes or one.speaker is not Speaker.ANYBODY]
    if not errors:
        return paragraph(Text(vocabulary.NOTHING_FOUND.in_(language), style="yellow"), width)
    read = list(dict.fromkeys(_read(error, language) for error in errors))[:_SHOWN]
    what = vocabulary.WHAT_I_READ.in_(language).format(codes=", ".join(read))
    return [
        Text(vocabulary.UNKNOWN.in_(language), style="bold yellow"),
        *paragraph(Text(one_line(what)), width),
        *paragraph(prose(words.TEACH.in_(language), "dim"), width),
    ]


def _read(diagnostic: Diagnostic, language: Language) -> str:
    return " ".join(codes_of_error(diagnostic)) or vocabulary.NO_CODE.in_(language)


def _first(candidate: Candidate, language: Language, width: int, site: Site) -> list[Text]:
    rated = candidate.rated
    entry = rated.entry
    lines = paragraph(prose(entry.title.in_(language), "bold"), width)
    lines += paragraph(Text(facts(rated, language), style="dim"), width)
    lines += paragraph(prose(entry.root_cause.in_(language)), width)
    lines += heading(said.WHAT_WORKS.in_(language), "bold green")
    for fix in rated.workarounds[:_SHOWN]:
        lines += _workaround(fix, language, width)
    if rated.dead_ends:
        lines += heading(said.WHAT_DOES_NOT.in_(language), "bold red")
    for dead_end in rated.dead_ends[:_SHOWN]:
        lines += _dead_end(dead_end, language, width)
    why = why_this_answer(candidate).in_(language)
    whole = words.SHOW_WHOLE.in_(language).format(slug=entry.slug)
    lines += [Text(), *_small_print(why, width), *_small_print(whole, width)]
    url = site.entry_url(entry.id, language)
    if url:  # on one line, however long, so that a terminal can open it
        lines.append(Text(words.PAGE.in_(language).format(url=url), style="dim"))
    return lines


def _small_print(text: str, width: int) -> list[Text]:
    return paragraph(Text(one_line(text), style="dim"), width)


def _workaround(rated: RatedWorkaround, language: Language, width: int) -> list[Text]:
    text = prose(rated.fix.title.in_(language), "bold")
    if rated.votes:
        text.append(f" ({votes(rated.worked, rated.votes, language)})")
    text.append(words.COLON[language]).append_text(prose(rated.fix.how.in_(language)))
    return item(Text(percent(rated.rate), style="green"), text, width)


def _dead_end(rated: RatedDeadEnd, language: Language, width: int) -> list[Text]:
    text = prose(rated.dead_end.action.in_(language), "bold").append(words.COLON[language])
    return item(
        Text(percent(rated.rate), style="red"), text.append_text(prose(rated.dead_end.why.in_(language))), width
    )


def _others(answer: Answer, others: Sequence[Candidate], language: Language, width: int) -> list[Text]:
    if not others:
        return []
    lines = heading(vocabulary.COULD_ALSO_BE.in_(language))
    for other in others:
        entry = other.rated.entry
        label = Text(percent(other.score), style="dim")
        lines += item(label, titled(entry, language, width - LABEL_WIDTH), width)
    if answer.tell_apart is not None:
        label = Text().append(words.TELL_APART.in_(language) + words.COLON[language], "dim")
        lines += paragraph(label.append_text(prose(answer.tell_apart.in_(language))), width)
    return lines
