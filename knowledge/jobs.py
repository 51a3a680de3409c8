"""Work that is due later, done once though several processes run."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["LEASE_S", "Job"]

LEASE_S = 60
"""Seconds for which whoever took a job has it alone; who dies leaves it to be taken again after them."""


class Job(NamedTuple):
    """Work that is due."""

    team: str
    name: str
    """What to do, and after a space what with: `reminder C1 1700000000.000100`. Each name stands once in a team."""
    due_us: int = 0
    """Microseconds since 1970."""
    attempts: int = 0
    """How often it was taken, this time included. Above 1: somebody broke off, perhaps after the effect was there."""

    @property
    def kind(self) -> str:
        """The first word of the name."""
        return self.name.partition(" ")[0]

    @property
    def about(self) -> str:
        """What follows it."""
        return self.name.partition(" ")[2]
