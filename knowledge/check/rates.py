"""Figures that docs/rates.md does not allow."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.model import Entry
from knowledge.rates import AMBIGUITY, CONFIDENCES, FAIL_RATES, REFERENCE, SUCCESS_RATES, Row, in_rule

__all__ = ["unruly_rates"]


def unruly_rates(entry: Entry) -> Iterator[str]:
    """The figures of `entry` that are outside the rule; the reference entry keeps those it was published with."""
    if entry.id == REFERENCE:
        return
    for fix in entry.workarounds:
        yield from _outside(f"workarounds.{fix.key}.success_rate", fix.success_rate, SUCCESS_RATES)
    for end in entry.dead_ends:
        yield from _outside(f"dead_ends.{end.key}.fail_rate", end.fail_rate, FAIL_RATES)
    yield from _outside("confidence", entry.confidence, CONFIDENCES)
    best = max(fix.success_rate for fix in entry.workarounds)
    if not in_rule(entry.fix_rate, (best, best - AMBIGUITY)):
        yield f"fix_rate: {entry.fix_rate} does not follow from the best workaround's {best}"
    if entry.evidence > 1:
        yield f"evidence: {entry.evidence}; before any vote it is 0 or 1"


def _outside(field: str, rate: float, rows: tuple[Row, ...]) -> Iterator[str]:
    if not in_rule(rate, [row.rate for row in rows]):
        yield f"{field}: {rate} is in no row of docs/rates.md"
