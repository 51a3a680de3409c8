"""The thread below an answer: what was tried there, what is to be tried next, how it ended.

Nothing here depends on how often Slack says something: a remark counts if it was made after what it is about stood
there, and of two outcomes the one that was told later by Slack's time holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from knowledge.conversation import Conversation, Place
from knowledge.moment import microseconds

__all__ = [
    "QUOTE_US",
    "Advice",
    "Outcome",
    "Step",
    "Thread",
    "hand_over",
    "move_on",
    "offered",
    "place_of",
    "resolve",
    "shows_again",
    "tried",
    "turned",
    "without",
]

QUOTE_US = 600 * 1_000_000
"""Microseconds for which the same error, pasted by somebody else, is taken for a quote."""


class Outcome(StrEnum):
    """What became of the error."""

    OPEN = "open"
    RESOLVED = "resolved"
    HANDED = "handed"
    """The on-call group was asked."""


class Advice(NamedTuple):
    """What a card has to offer."""

    card: Place
    entry_id: str | None
    """None: the error is unknown."""
    keys: tuple[str, ...]
    """Of the workarounds, in the order in which they are to be tried; the card itself offers the first."""


class Step(NamedTuple):
    """What was put before the people in a thread after the card."""

    card_ts: str
    """The card that it goes on from."""
    entry_id: str
    key: str
    """Of the workaround; empty: there was nothing left."""
    by: str
    """Who said that what stood there before didn't help."""
    said_ts: str
    """When, by Slack's time."""
    message_ts: str = ""
    """The message that shows it, once it is posted."""


@dataclass(frozen=True, slots=True)
class Thread:
    """All that is known of what happened below an answer."""

    place: Place
    """The message that began the thread."""
    card_ts: str
    """The latest answer in it."""
    steps: tuple[Step, ...] = ()
    outcome: Outcome = Outcome.OPEN
    outcome_by: str = ""
    outcome_us: int = 0
    """When it came about, microseconds since 1970; 0: never."""
    reminder_ts: str = ""
    """The reminder that stands in the thread; empty: there is none."""
    said: tuple[str, ...] = ()
    """All other messages of Postmaster's in it, the answers apart."""

    @property
    def card(self) -> Place:
        """Where the latest answer stands."""
        return self.place._replace(ts=self.card_ts)


def place_of(conversation: Conversation) -> Place:
    """The message that began the thread in which `conversation` is answered; the card itself if it was shared."""
    card_ts = conversation.card.ts if conversation.card else ""
    return conversation.paste._replace(ts=conversation.thread_ts or card_ts)


def offered(thread: Thread, advice: Advice) -> tuple[str, ...]:
    """Keys of the workarounds of `advice` that people were shown one by one, in that order; the last may help yet."""
    return advice.keys[:1] + tuple(step.key for step in _steps(thread, advice) if step.key)


def tried(thread: Thread, advice: Advice) -> tuple[str, ...]:
    """Keys of those of them that didn't help."""
    steps = _steps(thread, advice)
    shown = offered(thread, advice)
    return shown if steps and not steps[-1].key else shown[:-1]


def move_on(thread: Thread, advice: Advice, *, by: str, said_ts: str, passed: str | None = None) -> Thread:
    """`thread` after `by` said at `said_ts` that it is still broken: it goes on to a workaround not shown before.

    `passed` is the workaround that this was said of; None: whatever stood there last. It is the same thread if that was
    said before, or of something that the thread has left behind. What was resolved is open again.
    """
    said_us = microseconds(said_ts)
    if thread.outcome is Outcome.RESOLVED and said_us <= thread.outcome_us:
        return thread
    steps, shown = _steps(thread, advice), offered(thread, advice)
    is_of_last = passed in shown[-1:] if passed else said_us > _shown_us(steps, advice)
    if not is_of_last:
        return thread
    reopened = _reopened(thread, by, said_us)
    key = next((key for key in advice.keys if key not in shown), "")
    if not key and steps and not steps[-1].key:  # that nothing is left was said
        return reopened
    step = Step(advice.card.ts, advice.entry_id or "", key, by, said_ts)
    return replace(reopened, steps=(*thread.steps, step))


def resolve(thread: Thread, *, by: str, at_us: int) -> Thread:
    """`thread` after `by` said at `at_us` that it is solved; the same thread if that is known, or was said before."""
    return _ended(thread, Outcome.RESOLVED, by, at_us)


def hand_over(thread: Thread, *, by: str, at_us: int) -> Thread:
    """`thread` after `by` called for a human at `at_us`; the same thread if that is known, or was said before."""
    return _ended(thread, Outcome.HANDED, by, at_us)


def shows_again(thread: Thread, advice: Advice, *, asks: bool, at_us: int) -> bool:
    """Whether the error of `advice`, pasted again in `thread` at `at_us`, means that it is still broken.

    From whoever `asks` it does. Others quote it at first, when they talk about the answer.
    """
    return asks or at_us - _shown_us(_steps(thread, advice), advice) >= QUOTE_US


def without(thread: Thread, card: Place) -> Thread:
    """`thread` as if the answer `card` had never stood in it; how that ended is not known of the others."""
    kept = _with_steps(thread, tuple(step for step in thread.steps if step.card_ts != card.ts))
    return replace(kept, outcome=Outcome.OPEN, outcome_by="", outcome_us=0, reminder_ts="")


def turned(thread: Thread, card: Place, entry_id: str) -> Thread:
    """`thread` after the paste of `card` became one of `entry_id`: what was said of another error is gone."""
    steps = tuple(step for step in thread.steps if step.card_ts != card.ts or step.entry_id == entry_id)
    kept = _with_steps(thread, steps)
    return replace(kept, outcome=Outcome.OPEN, outcome_by="") if thread.card == card else kept


def _with_steps(thread: Thread, steps: tuple[Step, ...]) -> Thread:
    """`thread` with no more than `steps`, and without what was said in the others."""
    gone = {step.message_ts for step in thread.steps} - {step.message_ts for step in steps}
    said = tuple(ts for ts in thread.said if ts not in gone)
    return replace(thread, steps=steps, said=said)


def _ended(thread: Thread, outcome: Outcome, by: str, at_us: int) -> Thread:
    if thread.outcome is outcome or at_us <= thread.outcome_us:
        return thread
    return replace(thread, outcome=outcome, outcome_by=by, outcome_us=at_us)


def _reopened(thread: Thread, by: str, at_us: int) -> Thread:
    if thread.outcome is not Outcome.RESOLVED:
        return thread
    return replace(thread, outcome=Outcome.OPEN, outcome_by=by, outcome_us=at_us)


def _steps(thread: Thread, advice: Advice) -> tuple[Step, ...]:
    """Those of the thread that go on from the card of `advice` as it is now."""
    about = (advice.card.ts, advice.entry_id or "")
    return tuple(step for step in thread.steps if step[:2] == about)


def _shown_us(steps: tuple[Step, ...], advice: Advice) -> int:
    """When what was shown last stood there, as far as that is known."""
    return microseconds((steps[-1].message_ts or steps[-1].said_ts) if steps else advice.card.ts)
