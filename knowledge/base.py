"""The one door to what Postmaster knows: look errors up, remember conversations, count votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from knowledge import files
from knowledge.evidence import Rate
from knowledge.model import DeadEnd, Entry, Language, Text, Workaround
from knowledge.smtp.reading import Diagnostic, Reading


class Place(NamedTuple):
    """Where a message stands: workspace, channel and the message's timestamp (which is its id in Slack)."""

    team: str
    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class RatedWorkaround:
    fix: Workaround
    rate: Rate
    worked: int
    votes: int


@dataclass(frozen=True, slots=True)
class RatedDeadEnd:
    dead_end: DeadEnd
    rate: Rate
    votes: int


@dataclass(frozen=True, slots=True)
class RatedEntry:
    """An entry with what one workspace's votes have made of its rates."""

    entry: Entry
    rate: Rate
    worked: int
    votes: int
    workarounds: tuple[RatedWorkaround, ...]
    """Curated order without votes; else by posterior mean, best first."""
    dead_ends: tuple[RatedDeadEnd, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be what the paste shows."""

    rated: RatedEntry
    score: float
    """How sure the match is, 0 to 1, calibrated."""
    why: Text
    """Why it matched, for a support engineer."""
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    """The paste, redacted."""
    reading: Reading
    candidates: tuple[Candidate, ...]
    """Best first, at most five."""
    detected: bool
    """Whether a passive listener speaks up: the best score is above the threshold."""
    tell_apart: Text | None
    """Between two close candidates: what would tell them apart."""


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
    card: Place | None
    """The bot's message with the answer, once it is posted."""
    entry_id: str | None
    """The entry that the card shows now."""
    workarounds: tuple[str, ...]
    """Keys of the workarounds that the card numbers 1, 2, 3."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A person's expression about a card: a reaction put or taken back, a button pressed."""

    card: Place
    voter: str
    name: str
    """What carries it: the reaction's full name (`+1::skin-tone-3`), or `button:answer`, `button:workaround`, …"""
    target: str
    """`answer`, `match`, `rank:1`…`rank:3` (a numbered workaround of the card) or `workaround:<key>`."""
    worked: bool | None
    """True or False: the judgement. None: this carrier is withdrawn."""
    event_ts: str
    """Slack's time of the event; decides which of two events about the same carrier is later."""


class KnowledgeBase:
    @classmethod
    def open(cls, database: str, *, shipped: Path = files.ENTRIES) -> KnowledgeBase: ...
    def close(self) -> None: ...

    # knowledge
    def look_up(self, text: str, *, team: str = "") -> Answer: ...
    def rated(self, entry_id: str, *, team: str = "") -> RatedEntry: ...          # raises UnknownEntryError
    def entries(self) -> Sequence[Entry]: ...

    # conversations
    def receive(self, conversation: Conversation) -> bool: ...
    def take(self, paste: Place) -> Conversation | None: ...
    def posted(self, paste: Place, *, card_ts: str, entry_id: str | None, workarounds: Sequence[str]) -> None: ...
    def show(self, card: Place, *, entry_id: str, workarounds: Sequence[str], since_ts: str) -> None: ...
    def by_paste(self, paste: Place) -> Conversation | None: ...
    def by_card(self, card: Place) -> Conversation | None: ...
    def forget(self, paste: Place) -> Conversation | None: ...
    def overdue(self) -> Iterator[Conversation]: ...
    def remember_question(self, conversation: Conversation, answer: Answer) -> None: ...

    # votes
    def vote(self, signal: Signal) -> str | None: ...
