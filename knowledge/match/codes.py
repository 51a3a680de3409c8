"""Which entries are known for a code, and how much a code tells."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from knowledge.match.known import Known

__all__ = ["CodeIndex"]

_MOST_WITH_CODE = 60
"""Entries with one code, beyond which not all of them are looked at."""


class CodeIndex:
    """Entries by their codes. A code tells the more, the fewer entries have it."""

    def __init__(self, entries: Sequence[Known]) -> None:
        """Hold `entries`."""
        self._entries: defaultdict[str, list[Known]] = defaultdict(list)
        self._of_provider: defaultdict[tuple[str, str | None], list[Known]] = defaultdict(list)
        for entry in entries:
            for code in entry.codes:
                self._entries[code].append(entry)
                self._of_provider[code, entry.provider].append(entry)
        for (code, _), with_code in self._of_provider.items():
            with_code.sort(key=lambda entry: (code not in entry.own_codes, entry.id))
        self._weights = {
            code: math.log1p(len(entries) / len(with_code)) / math.log1p(len(entries))
            for code, with_code in self._entries.items()
        }

    def entries_with(self, codes: Iterable[str], *, providers: Iterable[str]) -> set[Known]:
        """Entries that are known for one of `codes`.

        Of those that very many entries are known for, only entries of anybody's and of `providers`, and of these the
        ones whose own it is before the others.
        """
        owners = (None, *providers)
        found: set[Known] = set()
        for code in codes:
            with_code = self._entries.get(code, ())
            if len(with_code) <= _MOST_WITH_CODE:
                found.update(with_code)
                continue
            for owner in owners:
                found.update(self._of_provider.get((code, owner), ())[:_MOST_WITH_CODE])
        return found

    def weight(self, code: str) -> float:
        """Inverse document frequency of `code` among the entries, scaled to at most 1."""
        return self._weights.get(code, 1.0)
