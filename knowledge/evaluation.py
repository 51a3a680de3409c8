"""How well errors are recognised: labelled cases in, shares of right answers out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from knowledge.answer import Answer
from knowledge.errors import InputError
from knowledge.model import Category

__all__ = ["Case", "Confusion", "Report", "Share", "Verdict", "evaluate", "read_case", "report"]


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled paste; `expected` holds every category that is a right answer, none if it is no SMTP error."""

    id: str
    text: str
    expected: frozenset[Category]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a case."""

    case: Case
    categories: tuple[Category, ...]
    """Of the answers, best first."""
    entry_id: str | None
    """Of the first answer."""
    score: float
    """Of the first answer, 0 to 1."""
    detected: bool
    """Whether a passive listener would speak up."""

    @property
    def right(self) -> bool:
        """Whether the first answer has a right category."""
        return not self.case.expected.isdisjoint(self.categories[:1])

    @property
    def right_among_three(self) -> bool:
        """Whether one of the first three answers has a right category."""
        return not self.case.expected.isdisjoint(self.categories[:3])


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """0 to 1; None where there is nothing to share."""
        return self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often one category was answered where another was right."""

    expected: Category
    answered: Category | None
    """None: there was no answer."""
    times: int
    example: str
    """Id of the first such case."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the verdicts add up to. A positive is a case that is an SMTP error, a negative one that is none.

    The listener's threshold plays no part in top-1 and top-3: a person who asks sees an answer that is unsure too.
    """

    top1: Share
    """Of the positives, those whose first answer has a right category."""
    top3: Share
    """Of the positives, those that have a right category among their first three answers."""
    detection: Share
    """Of the positives, those at which a passive listener speaks up, whatever it says."""
    false_alarms: Share
    """Of the negatives, those at which a passive listener speaks up."""
    confusions: tuple[Confusion, ...] = ()
    """Most frequent first."""


class _Line(BaseModel):
    """A line of a file of cases; what else it holds is not looked at."""

    model_config = ConfigDict(extra="ignore")

    text: str
    id: str | int | None = None
    is_smtp_error: bool | None = None
    category: Category | None = None
    also: tuple[Category, ...] | None = None
    categories: tuple[Category, ...] | None = None


def read_case(line: str, *, number: int) -> Case:
    """The case in one line of JSON: `text` and `category` with `also`, or `categories`, or `"is_smtp_error": false`.

    Raises:
        InputError: the line is not such an object; the text names the line, the field and what is wrong.
    """
    try:
        data = _Line.model_validate_json(line.encode("utf-8", "replace"))
    except ValidationError as error:
        raise InputError(f"line {number}: {_fault(error.errors()[0])}") from None
    expected: frozenset[Category] = frozenset()
    if data.is_smtp_error is not False:
        expected = frozenset(
            [*(data.categories or ()), *(data.also or ()), *([data.category] if data.category else [])]
        )
        if not expected:
            raise InputError(f'line {number}: needs "category", "categories" or "is_smtp_error": false')
    return Case(id=str(number if data.id is None else data.id), text=data.text, expected=expected)


def _fault(fault: ErrorDetails) -> str:
    if fault["type"] == "enum":
        return f"{fault['loc'][0]}: there is no category {fault['input']!r:.60}"
    field = ".".join(map(str, fault["loc"][:1]))
    return f"{field}: {fault['msg']}" if field else fault["msg"]


def evaluate(cases: Iterable[Case], look_up: Callable[[str], Answer]) -> Iterator[Verdict]:
    """A verdict for each of `cases`, in their order."""
    for case in cases:
        answer = look_up(case.text)
        first = answer.candidates[0] if answer.candidates else None
        yield Verdict(
            case=case,
            categories=tuple(candidate.rated.entry.category for candidate in answer.candidates),
            entry_id=first.rated.entry.id if first else None,
            score=first.score if first else 0.0,
            detected=answer.detected,
        )


def report(verdicts: Sequence[Verdict]) -> Report:
    """The shares over all `verdicts`, and what was confused most often."""
    positives = [verdict for verdict in verdicts if verdict.case.expected]
    negatives = [verdict for verdict in verdicts if not verdict.case.expected]
    return Report(
        top1=_share(verdict.right for verdict in positives),
        top3=_share(verdict.right_among_three for verdict in positives),
        detection=_share(verdict.detected for verdict in positives),
        false_alarms=_share(verdict.detected for verdict in negatives),
        confusions=_confusions(positives),
    )


def _share(flags: Iterable[bool]) -> Share:
    all_flags = list(flags)
    return Share(sum(all_flags), len(all_flags))


def _confusions(positives: Iterable[Verdict]) -> tuple[Confusion, ...]:
    """Each pair of a right category (the first by name where several are) and the one that was answered."""
    counts: Counter[tuple[Category, Category | None]] = Counter()
    examples: dict[tuple[Category, Category | None], str] = {}
    for verdict in positives:
        if not verdict.right:
            pair = (min(verdict.case.expected), verdict.categories[0] if verdict.categories else None)
            counts[pair] += 1
            examples.setdefault(pair, verdict.case.id)
    return tuple(Confusion(*pair, times=times, example=examples[pair]) for pair, times in counts.most_common())
