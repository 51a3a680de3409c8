"""What lookups know of a team's teachings, as entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.store import Session, teachings
from knowledge.teaching.overlay import overlay

if TYPE_CHECKING:
    from knowledge.edition import Edition
    from knowledge.model import Entry

__all__ = ["taught"]


def taught(session: Session, team: str, shipped: Edition) -> tuple[Entry, ...]:
    """The entries of `team`, and those `shipped` ones to which it added something, with what it added."""
    return overlay(teachings.in_force(session, team), shipped)
