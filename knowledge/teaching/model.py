"""A teaching and its history: what a team adds to the knowledge, who wrote it, and what became of it.

Each revision says the whole of it, so that putting an earlier one back is writing it once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from knowledge.model import ENTRY_ID, DeadEnd, Entry, Prose, Source, Workaround

__all__ = [
    "IN_FORCE",
    "NOBODY",
    "WAITING",
    "Addition",
    "Body",
    "Counts",
    "Kind",
    "Lesson",
    "Revision",
    "State",
    "TaughtIn",
    "Teaching",
]

NOBODY = ""
"""Stands for the person behind what came from a file."""


class Kind(StrEnum):
    """What a teaching brings."""

    ENTRY = "entry"
    """A situation that had no entry."""
    WORKAROUND = "workaround"
    """Something that helps, to an entry that there is."""
    DEAD_END = "dead_end"
    """Something that does not, to an entry that there is."""
    WORDING = "wording"
    """Only how it shows: a paste that belongs to an entry."""


class State(StrEnum):
    """What became of a teaching."""

    PROPOSED = "proposed"
    """It waits, and is not known to lookups."""
    APPROVED = "approved"
    """It is known."""
    AMENDED = "amended"
    """It is known as it was approved, and a change to it waits."""
    REJECTED = "rejected"
    RETIRED = "retired"
    """It was known once."""


WAITING = (State.PROPOSED, State.AMENDED)
"""The states in which somebody has to decide."""
IN_FORCE = (State.APPROVED, State.AMENDED)
"""The states in which lookups know it."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Addition(_Frozen):
    """What is added to an entry, shipped or the team's own."""

    entry_id: Annotated[str, StringConstraints(pattern=ENTRY_ID)]
    workarounds: tuple[Workaround, ...] = ()
    dead_ends: tuple[DeadEnd, ...] = ()
    signatures: tuple[Prose, ...] = ()
    sources: tuple[Source, ...] = ()

    @model_validator(mode="after")
    def _adds_something(self) -> Addition:
        if not (self.workarounds or self.dead_ends or self.signatures):
            raise ValueError("an addition adds a workaround, a dead end or a wording")
        return self


class Lesson(_Frozen):
    """Knowledge, and who wrote it."""

    knowledge: Entry | Addition
    by: str
    """User id; `NOBODY`: it came from a file."""


class TaughtIn(_Frozen):
    """Where something was taught."""

    channel: str = ""
    thread_ts: str = ""
    """Empty: in no thread."""


class Body(_Frozen):
    """What a revision says."""

    lesson: Lesson
    change: Lesson | None = None
    """What waits to take its place."""
    taught_in: TaughtIn = TaughtIn()

    @property
    def latest(self) -> Lesson:
        """What was written last: what a reviewer decides on."""
        return self.change or self.lesson


@dataclass(frozen=True, slots=True)
class Revision:
    """One step of a teaching's history."""

    number: int
    """From 1."""
    state: State
    body: Body
    by: str
    """Whose step it was."""
    at_us: int
    """Microseconds since 1970."""
    note: str = ""
    """What was said with it: why it was rejected."""


@dataclass(frozen=True, slots=True)
class Teaching:
    """A piece of a team's knowledge as its latest revision says."""

    team: str
    id: str
    proposed_by: str
    revision: Revision

    @property
    def state(self) -> State:
        """What became of it."""
        return self.revision.state

    @property
    def knowledge(self) -> Entry | Addition:
        """What was written last."""
        return self.revision.body.latest.knowledge

    @property
    def in_force(self) -> Entry | Addition | None:
        """What lookups know of it; None if nothing."""
        return self.revision.body.lesson.knowledge if self.state in IN_FORCE else None

    @property
    def waits(self) -> bool:
        """Whether somebody has to decide on it."""
        return self.state in WAITING

    @property
    def kind(self) -> Kind:
        """What it brings."""
        known = self.knowledge
        if isinstance(known, Entry):
            return Kind.ENTRY
        if known.workarounds:
            return Kind.WORKAROUND
        return Kind.DEAD_END if known.dead_ends else Kind.WORDING

    @property
    def entry_id(self) -> str:
        """The entry that it is, or that it is about."""
        known = self.knowledge
        return known.id if isinstance(known, Entry) else known.entry_id


@dataclass(frozen=True, slots=True)
class Counts:
    """How many teachings of a team there are."""

    waiting: int
    in_force: int
