"""How well errors are recognised: labelled cases in, shares of right answers out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.errors import InputError

if TYPE_CHECKING:
    from knowledge.answer import Answer

__all__ = ["Case", "Confusion", "Report", "Verdict", "evaluate", "read_case", "report"]


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled paste; `expected` holds every category that is a right answer, none if it is no SMTP error."""

    id: str
    text: str
    expected: frozenset[str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a case."""

    case: Case
    categories: tuple[str, ...]
    """Of the answers, best first."""
    entry_id: str | None
    score: float
    """Of the first answer, 0 to 1."""
    detected: bool

    @property
    def right(self) -> bool:
        """Whether the first answer has a right category."""
        return bool(self.categories) and self.categories[0] in self.case.expected


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often one category was answered where another was right."""

    expected: str
    answered: str
    times: int
    example: str
    """Id of a case."""


@dataclass(frozen=True, slots=True)
class Report:
    """Shares are 0 to 1 and None where there is nothing to share."""

    positives: int
    negatives: int
    top1: float | None
    """Of the positives, those whose first answer has a right category."""
    top3: float | None
    detection: float | None
    """Of the positives, those at which a passive listener speaks up."""
    false_alarms: float | None
    """Of the negatives, those at which a passive listener speaks up."""
    confusions: tuple[Confusion, ...] = ()
    alarms: tuple[Verdict, ...] = field(default=(), repr=False)


def read_case(line: str, *, number: int) -> Case:
    """The case in one line of JSON: `text` and `category` with `also`, or `categories`, or `"is_smtp_error": false`.

    Raises:
        InputError: the line is not such an object; the text names the line and what is missing.
    """
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"line {number}: not JSON ({error.msg}, column {error.colno})") from None
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise InputError(f'line {number}: needs an object with "text"')
    labels = data.get("categories") or [data.get("category"), *(data.get("also") or [])]
    expected = frozenset(label for label in labels if isinstance(label, str))
    if data.get("is_smtp_error") is False:
        expected = frozenset()
    elif not expected:
        raise InputError(f'line {number}: needs "category", "categories" or "is_smtp_error": false')
    return Case(id=str(data.get("id", number)), text=data["text"], expected=expected)


def evaluate(cases: Iterable[Case], look_up: Callable[[str], Answer]) -> Iterator[Verdict]:
    """A verdict for each of `cases`, in their order."""
    for case in cases:
        answer = look_up(case.text)
        first = answer.candidates[0] if answer.candidates else None
        yield Verdict(
            case=case,
            categories=tuple(candidate.rated.entry.category.value for candidate in answer.candidates),
            entry_id=first.rated.entry.id if first else None,
            score=first.score if first else 0.0,
            detected=answer.detected,
        )


def report(verdicts: Iterable[Verdict]) -> Report:
    """The shares over all `verdicts`, and what was confused most often."""
    verdicts = list(verdicts)
    positives = [verdict for verdict in verdicts if verdict.case.expected]
    negatives = [verdict for verdict in verdicts if not verdict.case.expected]
    alarms = tuple(verdict for verdict in negatives if verdict.detected)
    return Report(
        positives=len(positives),
        negatives=len(negatives),
        top1=_share(verdict.right for verdict in positives),
        top3=_share(bool(verdict.case.expected & set(verdict.categories[:3])) for verdict in positives),
        detection=_share(verdict.detected for verdict in positives),
        false_alarms=_share(verdict.detected for verdict in negatives),
        confusions=_confusions(positives),
        alarms=alarms,
    )


def _share(flags: Iterable[bool]) -> float | None:
    flags = list(flags)
    return sum(flags) / len(flags) if flags else None


def _confusions(positives: Iterable[Verdict]) -> tuple[Confusion, ...]:
    counts: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    for verdict in positives:
        if not verdict.right:
            pair = (min(verdict.case.expected), verdict.categories[0] if verdict.categories else "nothing")
            counts[pair] += 1
            examples.setdefault(pair, verdict.case.id)
    return tuple(Confusion(*pair, times=times, example=examples[pair]) for pair, times in counts.most_common())
