"""An entry with the rates that a workspace's votes give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.evidence import NO_VOTES, Rate, Tally, posterior, prior
from knowledge.model import DeadEnd, Entry, Workaround
from knowledge.votes import ANSWER, of_dead_end, of_workaround

__all__ = ["RatedDeadEnd", "RatedEntry", "RatedWorkaround", "fix_rate", "rated_entry"]


@dataclass(frozen=True, slots=True)
class RatedEntry:
    """An entry with what one workspace's votes have made of its rates."""

    entry: Entry
    rate: Rate
    """How often somebody with this error gets it fixed by the entry."""
    worked: int
    """Standing votes that say so."""
    votes: int
    """All standing votes on the answer."""
    workarounds: tuple[RatedWorkaround, ...]
    """Curated order without votes; else by posterior mean, best first."""
    dead_ends: tuple[RatedDeadEnd, ...]
    """Curated order."""


@dataclass(frozen=True, slots=True)
class RatedWorkaround:
    """A workaround with its success rate and the votes behind it."""

    fix: Workaround
    rate: Rate
    worked: int
    votes: int


@dataclass(frozen=True, slots=True)
class RatedDeadEnd:
    """A dead end with its fail rate and the votes behind it."""

    dead_end: DeadEnd
    rate: Rate
    worked: int
    """Standing votes that say that it worked after all."""
    votes: int


def rated_entry(entry: Entry, tallies: Mapping[str, Tally]) -> RatedEntry:
    """`entry` with its curated rates moved by `tallies`, the standing votes by target."""
    answer = tallies.get(ANSWER, NO_VOTES)
    return RatedEntry(
        entry=entry,
        rate=fix_rate(entry, answer),
        worked=answer.worked,
        votes=answer.votes,
        workarounds=_ordered(tuple(_rated_workaround(entry, fix, tallies) for fix in entry.workarounds)),
        dead_ends=tuple(_rated_dead_end(entry, dead_end, tallies) for dead_end in entry.dead_ends),
    )


def fix_rate(entry: Entry, answer: Tally) -> Rate:
    """How often `entry` fixes its error, by its curated rate and the votes on its `answer`."""
    return _rate(entry, entry.fix_rate, answer)


def _rated_workaround(entry: Entry, fix: Workaround, tallies: Mapping[str, Tally]) -> RatedWorkaround:
    tally = tallies.get(of_workaround(fix.key), NO_VOTES)
    return RatedWorkaround(fix, _rate(entry, fix.success_rate, tally), tally.worked, tally.votes)


def _rated_dead_end(entry: Entry, dead_end: DeadEnd, tallies: Mapping[str, Tally]) -> RatedDeadEnd:
    """`dead_end` with its rate; its votes say whether the action worked, its rate how often it does not."""
    tally = tallies.get(of_dead_end(dead_end.key), NO_VOTES)
    turned = Tally(tally.failed, tally.worked, tally.failed_weight, tally.worked_weight)
    return RatedDeadEnd(dead_end, _rate(entry, dead_end.fail_rate, turned), tally.worked, tally.votes)


def _rate(entry: Entry, curated: float, tally: Tally) -> Rate:
    strength = prior(curated, confidence=entry.confidence, evidence=entry.evidence)
    return posterior(strength, worked=tally.worked_weight, failed=tally.failed_weight)


def _ordered(fixes: tuple[RatedWorkaround, ...]) -> tuple[RatedWorkaround, ...]:
    if not any(fix.votes for fix in fixes):
        return fixes
    return tuple(sorted(fixes, key=lambda fix: -fix.rate.mean))
