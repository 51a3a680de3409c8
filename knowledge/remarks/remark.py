"""What a few words can mean."""

from __future__ import annotations

from enum import Enum

__all__ = ["Remark"]


class Remark(Enum):
    """What a short message says about the error above it. Of two that go together the first counts."""

    NEED_HUMAN = "need a human"
    STILL_BROKEN = "still broken"
    RESOLVED = "resolved"
