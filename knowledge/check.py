"""Faults that an entry's model cannot see: broken references, unknown providers, languages mixed up, stale facts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from pydantic import BaseModel
from rapidfuzz import fuzz

from knowledge.match import Matcher
from knowledge.model import Entry, Language, Text
from knowledge.providers import providers
from knowledge.rates import (
    AMBIGUITY,
    CONFIDENCES,
    DOCUMENTED_FIX,
    FAIL_RATES,
    LEEWAY,
    REFERENCE,
    REPORTED_DEAD_END,
    SUCCESS_RATES,
)
from knowledge.smtp import read

__all__ = ["faults", "is_chinese", "misleading_signatures"]

_STALE = timedelta(days=2 * 365)
"""Age at which somebody should verify an entry again."""
_TITLE_LIMIT = 100
"""Characters that fit on a card's first line."""
_DEAD_ENDS_LIMIT = 3
_ALIKE = 80
"""Likeness, 0 to 100, from which two workarounds of an entry are one."""
_CHINESE = re.compile(r"[\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]")
"""Han characters and full-width punctuation."""


def faults(entries: Sequence[Entry], *, known: Sequence[Entry], today: date) -> list[str]:
    """What is wrong with `entries` beside all `known` ones, as lines `id: field: what`; empty if nothing is."""
    ids = {entry.id for entry in known}
    rules: tuple[Callable[[Entry], Iterable[str]], ...] = (
        _unknown_provider,
        lambda entry: _broken_references(entry, ids),
        _untranslated,
        _unlike_the_guide,
        _unruly_rates,
        _unsourced,
        _alike_workarounds,
        lambda entry: _dates(entry, today),
    )
    own = [f"{entry.id}: {fault}" for entry in entries for rule in rules for fault in rule(entry)]
    return own + list(_repeated_signatures(entries, known))


def misleading_signatures(entries: Iterable[Entry], *, known: Sequence[Entry]) -> Iterator[str]:
    """The signatures of `entries` that find another of the `known` ones first, as lines `id: signatures: …`."""
    matcher = Matcher.of(known)
    for entry in entries:
        for signature in entry.signatures:
            matches = matcher.rank(read(signature), limit=1).matches
            found = matches[0].entry.id if matches else "nothing"
            if found != entry.id:
                yield f"{entry.id}: signatures: {signature!r} finds {found} first"


def is_chinese(text: str) -> bool:
    """Whether `text` is written in Chinese: by its characters, or by its punctuation around quoted settings."""
    return _CHINESE.search(text) is not None


def _unknown_provider(entry: Entry) -> Iterator[str]:
    if entry.provider is not None and entry.provider not in providers():
        yield f"provider: {entry.provider!r} is not in knowledge/providers.yaml"


def _broken_references(entry: Entry, ids: set[str]) -> Iterator[str]:
    references = [("see_also", other) for other in entry.see_also]
    references += [("confused_with", confusion.id) for confusion in entry.confused_with]
    for field, other in references:
        if other not in ids:
            yield f"{field}: there is no entry {other}"


def _untranslated(entry: Entry) -> Iterator[str]:
    for field, text in _texts(entry):
        if field == "title":
            continue  # it may be nothing but the reply
        if not is_chinese(text.zh):
            yield f"{field}.zh: no Chinese in {text.zh!r}"
        if text.en == text.zh:
            yield f"{field}: the same in both languages"


def _texts(part: BaseModel, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every text in `part`, with the field that holds it."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for index, item in enumerate(value if isinstance(value, tuple) else (value,)):
            field = f"{path}{name}{f'.{index}' if isinstance(value, tuple) else ''}"
            if isinstance(item, Text):
                yield field, item
            elif isinstance(item, BaseModel):
                yield from _texts(item, f"{field}.")


def _unlike_the_guide(entry: Entry) -> Iterator[str]:
    """What docs/writing-entries.md asks for."""
    for language in Language:
        if len(entry.title.in_(language)) > _TITLE_LIMIT:
            yield f"title.{language}: longer than {_TITLE_LIMIT} characters"
    if not 1 <= len(entry.dead_ends) <= _DEAD_ENDS_LIMIT:
        yield f"dead_ends: {len(entry.dead_ends)} of them; one to {_DEAD_ENDS_LIMIT} is what people read"


def _unruly_rates(entry: Entry) -> Iterator[str]:
    """What docs/rates.md does not allow; the reference entry keeps the figures that it was published with."""
    if entry.id == REFERENCE:
        return
    for fix in entry.workarounds:
        if not _in_rule(fix.success_rate, SUCCESS_RATES):
            yield f"workarounds.{fix.key}.success_rate: {fix.success_rate} is in no row of docs/rates.md"
    for end in entry.dead_ends:
        if not _in_rule(end.fail_rate, FAIL_RATES):
            yield f"dead_ends.{end.key}.fail_rate: {end.fail_rate} is in no row of docs/rates.md"
    if not _in_rule(entry.confidence, CONFIDENCES):
        yield f"confidence: {entry.confidence} is in no row of docs/rates.md"
    best = max(fix.success_rate for fix in entry.workarounds)
    if not (_in_rule(entry.fix_rate, (best,)) or _in_rule(entry.fix_rate, (best - AMBIGUITY,))):
        yield f"fix_rate: {entry.fix_rate} does not follow from the best workaround's {best}"
    if entry.evidence > 1:
        yield f"evidence: {entry.evidence}; before any vote it is 0 or 1"


def _in_rule(rate: float, rows: Iterable[float]) -> bool:
    return any(abs(rate - row) <= LEEWAY + 1e-9 for row in rows)


def _unsourced(entry: Entry) -> Iterator[str]:
    """Claims whose rate says that somebody documented or reported them, and for which no source stands."""
    supported = {part for source in entry.sources for part in source.supports}
    if "cause" not in supported:
        yield "root_cause: no source supports `cause`"
    for fix in entry.workarounds:
        if fix.success_rate >= DOCUMENTED_FIX and fix.key not in supported:
            yield f"workarounds.{fix.key}: a rate of {fix.success_rate} needs a source that supports it"
    for end in entry.dead_ends:
        if REPORTED_DEAD_END[0] <= end.fail_rate <= REPORTED_DEAD_END[1] and end.key not in supported:
            yield f"dead_ends.{end.key}: a rate of {end.fail_rate} needs a source that supports it"


def _alike_workarounds(entry: Entry) -> Iterator[str]:
    """Workarounds that say the same twice."""
    for one, other in combinations(entry.workarounds, 2):
        if fuzz.token_sort_ratio(one.how.en, other.how.en) >= _ALIKE:
            yield f"workarounds.{other.key}: says nearly the same as {one.key}"


def _dates(entry: Entry, today: date) -> Iterator[str]:
    if today - entry.last_verified > _STALE:
        yield f"last_verified: {entry.last_verified} is more than two years ago; verify it again"
    for field, day in (("last_verified", entry.last_verified), ("first_seen", entry.first_seen)):
        if day > today:
            yield f"{field}: {day} is still to come"


def _repeated_signatures(entries: Sequence[Entry], known: Sequence[Entry]) -> Iterator[str]:
    """The wordings of `entries` that another of the `known` ones, of the same provider, claims as well."""
    owners: defaultdict[tuple[str, str | None], dict[str, None]] = defaultdict(dict)
    for entry in known:
        for signature in entry.signatures:
            owners[_claim(signature, entry)][entry.id] = None
    for entry in entries:
        for signature in entry.signatures:
            others = ", ".join(owner for owner in owners[_claim(signature, entry)] if owner != entry.id)
            if others:
                yield f"{entry.id}: signatures: {signature!r} stands in {others} too"


def _claim(signature: str, entry: Entry) -> tuple[str, str | None]:
    return " ".join(signature.lower().split()), entry.provider
