"""What the knowledge base promises about votes: the rates follow from what people said, and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from operator import methodcaller
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase, Place, RatedEntry, Signal
from knowledge.errors import InputError
from knowledge.evidence import posterior

from .conftest import Clock

ENTRY = "communication/smtp-535-authentication-credentials-invalid"
PASTE = Place("T1", "C1", "1700000000.000100")
CARD = PASTE._replace(ts="1700000001.000200")
KEYS = ("app-password", "oauth", "verify-by-hand")


def post(base: KnowledgeBase) -> None:
    base.posted(PASTE, card_ts=CARD.ts, entry_id=ENTRY, workarounds=KEYS)


def up(seconds: int, *, voter: str = "U1", name: str = "+1", target: str = "answer") -> Signal:
    """It worked, says `voter` so many `seconds` after the card was posted."""
    return Signal(CARD, voter, name, target, worked=True, event_ts=f"{1_700_000_001 + seconds}.000300")


def down(seconds: int, *, voter: str = "U1", name: str = "-1", target: str = "answer") -> Signal:
    """It did not work."""
    return replace(up(seconds, voter=voter, name=name, target=target), worked=False)


def gone(seconds: int, *, voter: str = "U1", name: str = "+1", target: str = "answer") -> Signal:
    """What was said with `name` is taken back."""
    return replace(up(seconds, voter=voter, name=name, target=target), worked=None)


def test_a_thumb_moves_the_fix_rate_and_taking_it_back_restores_it_bit_for_bit(base: KnowledgeBase) -> None:
    post(base)
    before = base.rated(ENTRY, team="T1")
    assert base.vote(up(1)) == ENTRY
    assert base.rated(ENTRY, team="T1").rate.mean > before.rate.mean
    base.vote(gone(2))
    assert base.rated(ENTRY, team="T1") == before


def test_a_thumb_on_the_answer_moves_no_workaround(base: KnowledgeBase) -> None:
    post(base)
    before = base.rated(ENTRY, team="T1").workarounds
    base.vote(up(1))
    assert base.rated(ENTRY, team="T1").workarounds == before


def test_a_number_moves_the_workaround_that_has_it_and_no_fix_rate(base: KnowledgeBase) -> None:
    post(base)
    base.vote(up(1, name="two", target="rank:2"))
    rated = base.rated(ENTRY, team="T1")
    assert {fix.fix.key: fix.worked for fix in rated.workarounds} == dict.fromkeys(KEYS, 0) | {"oauth": 1}
    assert rated.votes == 0


def test_not_my_error_moves_no_rate(base: KnowledgeBase) -> None:
    post(base)
    before = base.rated(ENTRY, team="T1")
    base.vote(down(1, name="button:match", target="match"))
    assert base.rated(ENTRY, team="T1") == before
    assert base.stats("T1").match_votes.failed == 1


def test_every_skin_tone_is_the_same_persons_one_vote(base: KnowledgeBase) -> None:
    post(base)
    for tone in range(2, 7):
        base.vote(up(tone, name=f"+1::skin-tone-{tone}"))
    assert base.rated(ENTRY, team="T1").worked == 1
    base.vote(gone(9, name="+1::skin-tone-6"))
    assert base.rated(ENTRY, team="T1").worked == 1


def test_a_vote_that_comes_before_its_card_is_known_counts_once_it_is(base: KnowledgeBase) -> None:
    assert base.vote(up(1)) is None
    assert base.rated(ENTRY, team="T1").votes == 0
    post(base)
    assert base.rated(ENTRY, team="T1").worked == 1


def test_votes_stay_with_what_the_card_showed_when_they_were_made(base: KnowledgeBase) -> None:
    post(base)
    base.show(CARD, entry_id=ENTRY, workarounds=KEYS[::-1], since_ts="1700000011.000000")
    base.vote(up(5, name="one", target="rank:1"))
    base.vote(up(15, name="one", target="rank:1", voter="U2"))
    worked = {fix.fix.key: fix.worked for fix in base.rated(ENTRY, team="T1").workarounds}
    assert worked == {"app-password": 1, "oauth": 0, "verify-by-hand": 1}


def test_what_is_no_vote_is_refused_and_leaves_nothing(base: KnowledgeBase) -> None:
    with pytest.raises(InputError):
        base.vote(up(1, target="title"))
    with pytest.raises(InputError):
        base.vote(replace(up(1), event_ts="now"))


def test_votes_fade_and_what_was_curated_does_not(base: KnowledgeBase, clock: Clock) -> None:
    post(base)
    curated = base.rated(ENTRY, team="T1").rate
    for number in range(8):
        base.vote(down(1, voter=f"U{number}"))
    voted = base.rated(ENTRY, team="T1")
    clock.seconds += 364 * 86_400
    faded = base.rated(ENTRY, team="T1")
    assert (faded.worked, faded.votes) == (voted.worked, voted.votes) == (0, 8)
    assert faded.rate.mean == pytest.approx(posterior(curated, worked=0, failed=2).mean)
    clock.seconds += 100 * 364 * 86_400
    assert base.rated(ENTRY, team="T1").rate.mean == pytest.approx(curated.mean)


SIGNALS = st.builds(
    Signal,
    card=st.just(CARD),
    voter=st.sampled_from(["U1", "U2"]),
    name=st.sampled_from(["+1", "+1::skin-tone-3", "-1", "one", "button:answer"]),
    target=st.sampled_from(["answer", "match", "rank:1", "rank:2", "workaround:oauth"]),
    worked=st.sampled_from([True, False, None]),
    event_ts=st.integers(-1, 20).map(lambda second: f"{1_700_000_001 + second}.5"),
)
Event = Callable[[KnowledgeBase], object]


def turn(base: KnowledgeBase) -> None:
    """The card numbers its workarounds the other way round, ten seconds after it was posted."""
    base.show(CARD, entry_id=ENTRY, workarounds=KEYS[::-1], since_ts="1700000011.000000")


def rates_after(events: Iterable[Event], shipped: Path) -> RatedEntry:
    base = KnowledgeBase.open(":memory:", shipped=shipped)
    for event in events:
        event(base)
    rated = base.rated(ENTRY, team="T1")
    base.close()
    return rated


@settings(max_examples=60, deadline=None)
@given(st.lists(SIGNALS, max_size=10), st.data())
def test_any_order_repetition_and_lateness_of_events_gives_the_same_rates(
    few: Path, signals: list[Signal], data: st.DataObject
) -> None:
    events: list[Event] = [post, *(methodcaller("vote", signal) for signal in signals), turn]
    again = data.draw(st.lists(st.sampled_from(events), max_size=6))
    assert rates_after(data.draw(st.permutations(events + again)), few) == rates_after(events, few)


@settings(max_examples=60, deadline=None)
@given(st.lists(SIGNALS, max_size=10), SIGNALS)
def test_adding_a_reaction_and_removing_it_restores_every_rate_bit_for_bit(
    few: Path, signals: list[Signal], one: Signal
) -> None:
    added = replace(one, name="+1::skin-tone-6", worked=True)
    removed = replace(added, worked=None, event_ts=f"{float(added.event_ts) + 1}")
    events: list[Event] = [post, turn, *(methodcaller("vote", signal) for signal in signals)]
    both = [methodcaller("vote", signal) for signal in (added, removed)]
    assert rates_after([*events, *both], few) == rates_after(events, few)
