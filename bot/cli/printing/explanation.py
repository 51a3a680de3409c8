"""How a look-up came to its answer, in the terminal: what was read, the errors in it, how each candidate scored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from bot.cli.printing import words
from bot.cli.printing.layout import fitted, heading, item, one_line, paragraph, prose
from bot.cli.printing.terminal import print_lines, reading_width
from bot.views.rates import percent
from knowledge import vocabulary
from knowledge.explanation import Asked, Error, Explanation
from knowledge.facts import codes_of_error
from knowledge.match import Match
from knowledge.match.reasons import shared_codes
from knowledge.model import Language
from knowledge.providers import providers
from knowledge.smtp.lines import Line
from knowledge.smtp.reading import Diagnostic
from knowledge.smtp.standard import MEANINGS

__all__ = ["explanation_lines", "print_explanation"]

_INDENT = 5
"""Cells before an error and a candidate: its number and what keeps it apart."""
_SHORT = 12
"""Lines of a paste that are shown whole; of a longer one those with errors and their neighbours."""
_WORDS = 240
"""Characters of an error's words; what follows seldom tells more."""
_ERRORS = 8
"""Errors that are shown; a log has many, and the first tell most."""


def print_explanation(explained: Explanation, language: Language) -> None:
    """Print `explained`."""
    print_lines(explanation_lines(explained, language, reading_width()))


def explanation_lines(explained: Explanation, language: Language, width: int) -> list[Text]:
    """`explained` in lines of `width` cells, the steps in their order."""
    return [
        *_reading(explained, language, width),
        *_errors(explained, language, width),
        *_candidates(explained, language, width),
        *(_asked(explained.asked, explained, language, width) if explained.asked else []),
        *_listening(explained, language, width),
    ]


def _reading(explained: Explanation, language: Language, width: int) -> list[Text]:
    lines = heading(words.WHAT_WAS_READ.in_(language))[1:]
    taken = words.LISTED_WITH[language].join(f"{count} × {mark}" for mark, count in explained.taken_out.items())
    lines += paragraph(
        Text((words.TAKEN_OUT if taken else words.NOTHING_TAKEN_OUT).in_(language).format(taken=taken), "dim"), width
    )
    shown = _shown(explained)
    if len(shown) < explained.given:
        partly = words.READ_PARTLY.in_(language).format(shown=len(shown), given=explained.given)
        lines += paragraph(Text(partly, "dim"), width)
    begins = {error.diagnostic.line for error in explained.errors}
    for line in shown:
        label = Text(f"{line.number}", "bold yellow" if line.number in begins else "dim")
        text = Text(fitted(line.text, width - _INDENT).rstrip(), "" if line.number in begins else "dim")
        lines += item(label, text, width, indent=_INDENT)
    return lines


def _shown(explained: Explanation) -> list[Line]:
    if len(explained.lines) <= _SHORT:
        return list(explained.lines)
    near = {error.diagnostic.line + step for error in explained.errors[:_ERRORS] for step in (-1, 0, 1)}
    return [line for line in explained.lines if line.number in near] or list(explained.lines[:_SHORT])


def _errors(explained: Explanation, language: Language, width: int) -> list[Text]:
    lines = heading(words.ERRORS_IN_IT.in_(language))
    if not explained.errors:
        return lines + paragraph(Text(words.NO_ERRORS.in_(language)), width)
    for number, error in enumerate(explained.errors[:_ERRORS], start=1):
        lines += item(Text(f"{number}", "yellow"), Text(_quoted(error.diagnostic, language)), width, indent=_INDENT)
        lines += paragraph(Text(" · ".join(_circumstances(error, language)), "dim"), width, indent=_INDENT)
    more = len(explained.errors) - _ERRORS
    if more > 0:
        lines += paragraph(Text(words.MORE_ERRORS.in_(language).format(count=more), "dim"), width)
    if any(error.trust < 1 for error in explained.errors):
        lines += paragraph(Text(words.WHY_LESS_TRUST.in_(language), "dim"), width)
    return lines


def _quoted(error: Diagnostic, language: Language) -> str:
    """The words of `error`; what the standard says of its code if it has none."""
    if error.text:
        said = one_line(error.text)
        return said if len(said) <= _WORDS else f"{said[:_WORDS]}…"
    return words.NO_WORDS.in_(language).format(meaning=MEANINGS.get(error.reply_code or "", "–"))


def _circumstances(error: Error, language: Language) -> Iterator[str]:
    """What else was read of an error, one thing after the other."""
    one = error.diagnostic
    yield words.LINE.in_(language).format(number=one.line)
    yield " ".join(codes_of_error(one)) or vocabulary.NO_CODE.in_(language)
    yield words.SPEAKERS[one.speaker].in_(language)
    yield words.SURROUNDINGS[one.surroundings].in_(language)
    if one.command:
        yield words.ANSWERS.in_(language).format(command=one.command)
    for key in one.providers:
        yield words.NAMES.in_(language).format(provider=providers()[key].name)
    if error.trust < 1:
        yield words.COUNTS.in_(language).format(trust=percent(error.trust))


def _candidates(explained: Explanation, language: Language, width: int) -> list[Text]:
    lines = heading(words.CANDIDATES.in_(language))
    if not explained.matches:
        return lines + paragraph(Text(words.NO_CANDIDATES.in_(language)), width)
    for place, match in enumerate(explained.matches, start=1):
        lines += _candidate(place, match, explained, language, width)
    return lines + paragraph(Text(words.WHAT_SCORES_MEAN.in_(language), "dim"), width)


def _candidate(place: int, match: Match, explained: Explanation, language: Language, width: int) -> list[Text]:
    """An entry with the points that make its score, a row each."""
    name = Text().append(match.entry.slug, "bold cyan").append(f"  {percent(match.score)}", "bold")
    rows = list(_points(match, explained, language))
    label_width = max(cell_len(label) for label, _, _ in rows)
    indent = _INDENT + label_width + 9
    lines = item(Text(f"{place}", "yellow"), name, width, indent=_INDENT)
    for label, points, said in rows:
        lines += item(Text(f"{fitted(label, label_width)}  {points:>5}"), prose(said, "dim"), width, indent=indent)
    return lines


def _points(match: Match, explained: Explanation, language: Language) -> Iterator[tuple[str, str, str]]:
    """What each part added or took away, and why."""
    fit = match.fit
    if fit.signature is None:
        yield words.WORDING.in_(language), f"{fit.wording:.2f}", words.BY_CODE_ALONE.in_(language)
    else:
        like = words.MOST_LIKE.in_(language).format(signature=fit.signature)
        yield words.WORDING.in_(language), f"{fit.wording:.2f}", like
    yield words.CODES.in_(language), f"{fit.code:+.2f}", _codes(match, language)
    yield words.PROVIDER.in_(language), f"{fit.named:+.2f}", _naming(match, explained.providers, language)
    yield words.TOPIC.in_(language), f"{fit.topic:+.2f}", _topic(match, language)
    number = next(
        (place for place, error in enumerate(explained.errors, start=1) if error.diagnostic == match.diagnostic), 0
    )
    yield words.TRUST.in_(language), f"×{fit.factor:.2f}", words.OF_ERROR.in_(language).format(number=number)
    score = words.TOTAL_MEANS.in_(language).format(score=percent(match.score))
    yield words.TOTAL.in_(language), f"{fit.total:.2f}", score


def _codes(match: Match, language: Language) -> str:
    """Which codes of the error the entry has, and which it does not."""
    error = codes_of_error(match.diagnostic)
    shared = set(shared_codes(match.entry, match.fit, match.diagnostic))
    both = " ".join(code for code in error if code in shared)
    foreign = " ".join(code for code in error if code not in shared)
    parts = [words.SAME_CODES.in_(language).format(codes=both)] if both else []
    if foreign:
        parts.append(words.OTHER_CODES.in_(language).format(codes=foreign))
    return "; ".join(parts) if parts else words.NO_CODES.in_(language)


def _naming(match: Match, named: Sequence[str], language: Language) -> str:
    key = match.entry.provider
    if key is None:
        return words.ANYBODYS.in_(language)
    if key in match.diagnostic.providers:
        said = words.NAMED_IN_ERROR
    else:
        said = words.NAMED_ELSEWHERE if key in named else words.NOT_NAMED
    return said.in_(language).format(provider=providers()[key].name)


def _topic(match: Match, language: Language) -> str:
    said = words.OTHER_TOPIC if match.fit.topic < 0 else words.ITS_TOPIC
    return said.in_(language).format(category=vocabulary.CATEGORIES[match.entry.category].in_(language))


def _asked(asked: Asked, explained: Explanation, language: Language, width: int) -> list[Text]:
    slug = asked.entry_id.rpartition("/")[2]
    lines = heading(words.ASKED.in_(language).format(slug=slug))
    if asked.match is None or asked.place is None:
        return lines + paragraph(Text(words.ASKED_SHARES_NOTHING.in_(language)), width)
    if asked.match in explained.matches:
        return lines + paragraph(Text(words.ASKED_ABOVE.in_(language).format(place=asked.place)), width)
    return lines + _candidate(asked.place, asked.match, explained, language, width)


def _listening(explained: Explanation, language: Language, width: int) -> list[Text]:
    lines = heading(words.LISTENING.in_(language))
    best = explained.surest
    if best is None:
        return lines + paragraph(Text(words.SILENT_WITHOUT.in_(language)), width)
    said = words.SPEAKS_UP if explained.detected else words.STAYS_SILENT
    text = said.in_(language).format(
        heard=percent(best.heard),
        threshold=percent(explained.threshold),
        score=percent(best.score),
        speaker=words.SPEAKERS[best.diagnostic.speaker].in_(language),
        surroundings=words.SURROUNDINGS[best.diagnostic.surroundings].in_(language),
    )
    return lines + paragraph(Text(text, "green" if explained.detected else "yellow"), width)
