"""A paste and its card: where they stand and what they show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.model import Language

__all__ = ["EXCERPT_LIMIT", "Conversation", "Face", "Place", "face_at"]

EXCERPT_LIMIT = 2_000
"""Characters of a paste that are kept."""


class Place(NamedTuple):
    """Where a message stands: workspace, channel and the message's timestamp (which is its id in Slack)."""

    team: str
    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """A paste that gets or got an answer."""

    paste: Place
    thread_ts: str
    asker: str
    asked: bool
    """True: somebody asked (mention, DM, command, shortcut). False: overheard."""
    language: Language
    excerpt: str
    """The telling lines, redacted, at most 2,000 characters."""
    candidates: tuple[str, ...]
    """Entry ids, best first; empty: unknown error."""
    about: str = ""
    """Equal for two pastes of one error: the entry that explains it best, or the group of an unknown error
    (`knowledge.questions.group_of`); empty: no error, or not read yet. Turning the card leaves it as it is."""
    card: Place | None = None
    """The bot's message with the answer, once it is posted."""
    entry_id: str | None = None
    """The entry that the card shows now."""
    workarounds: tuple[str, ...] = ()
    """Keys of the workarounds that the card numbers 1, 2, 3."""
    edited_us: int = 0
    """When its author wrote what is stored, microseconds since 1970; 0: it was never edited."""

    @property
    def points_elsewhere(self) -> bool:
        """Whether its card only points to the answer that the same error got before (`knowledge.recurrence`)."""
        return self.card is not None and self.entry_id is None and bool(self.candidates)


@dataclass(frozen=True, slots=True)
class Face:
    """What a card showed from a moment on, until its next face."""

    since_us: int
    """Microseconds since 1970."""
    entry_id: str | None
    """None: it said that it knows no answer."""
    workarounds: tuple[str, ...]
    """Keys of the workarounds that it numbered 1, 2, 3."""


def face_at(faces: Iterable[Face], moment_us: int) -> Face | None:
    """The one of a card's `faces` that a person who acted at `moment_us` had seen; None if there are no faces.

    A face shows after its `since_us`, not at it: the press that changes a card was made on what stood there before.
    Whoever acted before the first face (clocks differ) is taken to have seen the first.
    """
    by_age = sorted(faces, key=lambda face: face.since_us)
    seen = [face for face in by_age if face.since_us < moment_us]
    if seen:
        return seen[-1]
    return by_age[0] if by_age else None
