"""An entry as those see it who rank: its id and what is weighed beside its wordings."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.match.profile import Profile

__all__ = ["Known", "known"]


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """An entry, alike to itself only: what signatures and codes point to."""

    id: str
    provider: str | None
    own_codes: tuple[str, ...]
    codes: frozenset[str]
    """All that it is known for, its own and others."""


def known(profile: Profile) -> Known:
    """The entry of `profile`."""
    return Known(profile.id, profile.provider, profile.own_codes, frozenset((*profile.own_codes, *profile.also_codes)))
