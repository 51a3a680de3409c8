"""Faults that an entry's model cannot see: what docs/writing-entries.md and docs/rates.md ask for, as rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from knowledge.check.dates import dates
from knowledge.check.guide import DEAD_ENDS_LIMIT, TITLE_LIMIT, TITLE_WORDS, unlike_the_guide
from knowledge.check.languages import is_chinese, untranslated
from knowledge.check.rates import unruly_rates
from knowledge.check.references import broken_references
from knowledge.check.repetition import repeated
from knowledge.check.signatures import misleading_signatures
from knowledge.check.sources import unsourced
from knowledge.model import Entry

__all__ = [
    "DEAD_ENDS_LIMIT",
    "TITLE_LIMIT",
    "TITLE_WORDS",
    "faults",
    "is_chinese",
    "misleading_signatures",
]


def faults(entries: Sequence[Entry], *, known: Sequence[Entry], today: date) -> list[str]:
    """What is wrong with `entries` beside all `known` ones, as lines `id: field: what`; empty if nothing is."""
    ids = {entry.id for entry in known}
    rules: tuple[Callable[[Entry], Iterable[str]], ...] = (
        lambda entry: broken_references(entry, ids),
        untranslated,
        unlike_the_guide,
        unruly_rates,
        unsourced,
        lambda entry: dates(entry, today),
    )
    own = [f"{entry.id}: {fault}" for entry in entries for rule in rules for fault in rule(entry)]
    return own + list(repeated(entries, known))
