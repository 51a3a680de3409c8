"""What somebody may have meant who wrote a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["nearest"]

_ALIKE = 60
"""RapidFuzz's score, 0 to 100, from which on a name is worth offering."""


def nearest(name: str, names: Iterable[str], *, limit: int = 3) -> list[str]:
    """Those of `names` that look most like `name`, at most `limit`, best first; none if nothing is alike."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a mistake needs it

    found = process.extract(name[:100].lower(), list(names), scorer=fuzz.WRatio, limit=limit, score_cutoff=_ALIKE)
    return [match for match, _score, _position in found]
