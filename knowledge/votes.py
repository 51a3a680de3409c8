"""From what people did to their cards to standing votes: nothing here depends on the order in which it arrived.

Each carrier of a judgement (a reaction in one skin tone, a button) is a register of its own, in which the latest event
wins; a carrier that was taken back stays as an empty register, so that an older event that comes late cannot revive it.
Of a person's carriers that still stand for the same thing on the same card, the latest is that person's one vote.
Taking everything back is a mark too: it outlasts what the person's buttons said until then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from knowledge.carriers import BUTTON
from knowledge.conversation import Face, Place, face_at
from knowledge.errors import InputError
from knowledge.moment import microseconds

__all__ = [
    "ANSWER",
    "EVERYTHING",
    "KNOWN",
    "MATCH",
    "Mark",
    "Signal",
    "Verdict",
    "Vote",
    "mark",
    "of_dead_end",
    "of_workaround",
    "standing_votes",
    "workaround_of",
]

ANSWER = "answer"
"""The target of votes on whether the entry's advice fixed it: they move the entry's fix rate."""
MATCH = "match"
"""The target of votes on whether the card is about the right error: they move no rate."""
KNOWN = "known"
"""The target of what somebody says who knew the answer already: it moves no rate."""
EVERYTHING = "everything"
"""The target of a mark that takes back all that a person said with buttons; reactions show that they stand."""

_WORKAROUND, _DEAD_END = "workaround:", "dead-end:"
"""Begin the targets of votes on one of them, which its key ends."""
_NOT_COUNTED = ((MATCH, False), (KNOWN, True))
"""Who says one of these says nothing about the fix: their vote against the answer is none."""
_TARGET = re.compile(r"answer|match|known|everything|rank:[1-9]|(?:workaround|dead-end):[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Signal:
    """A person's expression about a card: a reaction put or taken back, a button pressed."""

    card: Place
    voter: str
    name: str
    """What carries it: the reaction's full name (`+1::skin-tone-3`), or `button:answer`, `button:workaround`, …"""
    target: str
    """`answer`, `match`, `known`, `rank:1`…`rank:9` (a numbered workaround of the card), `workaround:<key>`,
    `dead-end:<key>`, or `everything`, which can only be withdrawn."""
    worked: bool | None
    """True or False: the judgement. None: this carrier is withdrawn."""
    event_ts: str
    """Slack's time of the event; decides which of two events about the same carrier is later."""


class Verdict(IntEnum):
    """What a carrier says. Of two events at the same moment the one further down the list wins."""

    WORKED = 0
    FAILED = 1
    WITHDRAWN = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """What one carrier of one person says on a card at last."""

    voter: str
    name: str
    target: str
    verdict: Verdict
    event_us: int
    """Microseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One person's standing judgement of one thing that a card showed."""

    voter: str
    entry_id: str
    target: str
    """`answer`, `match`, `known`, `workaround:<key>` or `dead-end:<key>`."""
    worked: bool
    voted_us: int = 0
    """When it was cast, microseconds since 1970."""


def of_workaround(key: str) -> str:
    """The target of votes on the workaround with the `key`."""
    return f"{_WORKAROUND}{key}"


def of_dead_end(key: str) -> str:
    """The target of votes on the dead end with the `key`."""
    return f"{_DEAD_END}{key}"


def workaround_of(target: str) -> str | None:
    """The key of the workaround that votes on `target` are about; None if they are about something else."""
    return target.removeprefix(_WORKAROUND) if target.startswith(_WORKAROUND) else None


def mark(signal: Signal) -> Mark:
    """What `signal` says about its carrier.

    Raises:
        InputError: the target is none that a card has, or the time is no timestamp.
    """
    if _TARGET.fullmatch(signal.target) is None:
        raise InputError(f"{signal.target!r:.60} is nothing to vote on; give answer, match, rank:1 or workaround:<key>")
    verdicts = {True: Verdict.WORKED, False: Verdict.FAILED, None: Verdict.WITHDRAWN}
    return Mark(signal.voter, signal.name, signal.target, verdicts[signal.worked], microseconds(signal.event_ts))


def standing_votes(marks: Iterable[Mark], faces: Iterable[Face]) -> frozenset[Vote]:
    """The votes that the `marks` on a card amount to, given the `faces` that it showed.

    A mark counts for the entry and the numbering that the card showed when it was made. Marks on a card without a face
    or without an entry, and on a number that the face did not have, are no votes. Neither is one against the answer by
    somebody who says that the error was another one, or that the answer was no news.
    """
    shown = tuple(faces)
    latest: dict[tuple[str, str, str], Vote] = {}
    for judgement in sorted(_standing(marks), key=lambda one: (one.event_us, one.verdict, one.name)):
        vote = _vote(judgement, shown)
        if vote is not None:
            latest[vote.voter, vote.entry_id, vote.target] = vote
    return frozenset(vote for vote in latest.values() if not _is_excused(vote, latest))


def _standing(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Those of `marks` that were not taken back, by themselves or with everything else."""
    made = tuple(marks)
    cleared_us: dict[str, int] = {}
    for one in made:
        if one.target == EVERYTHING:
            cleared_us[one.voter] = max(one.event_us, cleared_us.get(one.voter, one.event_us))
    for one in made:
        cleared = one.name.startswith(BUTTON) and one.event_us <= cleared_us.get(one.voter, -1)
        if one.verdict is not Verdict.WITHDRAWN and not cleared:
            yield one


def _is_excused(vote: Vote, votes: Mapping[tuple[str, str, str], Vote]) -> bool:
    """Whether `vote` is against an answer and another of the person's `votes` says that the fix is not to blame."""
    if vote.target != ANSWER or vote.worked:
        return False
    reasons = ((votes.get((vote.voter, vote.entry_id, target)), worked) for target, worked in _NOT_COUNTED)
    return any(reason is not None and reason.worked is worked for reason, worked in reasons)


def _vote(judgement: Mark, faces: tuple[Face, ...]) -> Vote | None:
    """`judgement` as a vote on the face that its maker saw, if that face has what it is about."""
    face = face_at(faces, judgement.event_us)
    if face is None or face.entry_id is None:
        return None
    target = _resolved(judgement.target, face)
    if target is None:
        return None
    return Vote(judgement.voter, face.entry_id, target, judgement.verdict is Verdict.WORKED, judgement.event_us)


def _resolved(target: str, face: Face) -> str | None:
    """`target` with a number replaced by the workaround that `face` gave this number; None if it has no such number."""
    kind, _, value = target.partition(":")
    if kind != "rank":
        return target
    rank = int(value)
    return of_workaround(face.workarounds[rank - 1]) if rank <= len(face.workarounds) else None
