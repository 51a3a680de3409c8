"""What a team taught lies above what everybody has, and is matched as if both were one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import files
from knowledge.match import THRESHOLD, Match, Matcher
from knowledge.model import Entry
from knowledge.smtp import read
from tests.knowledge.made import entry

SHIPPED = files.read_all(files.paths()[::40])


@pytest.fixture(scope="module")
def shipped() -> Matcher:
    return Matcher.of(SHIPPED)


SPEECH = ("mailbox", "rejected", "by", "policy", "the", "user", "server", "not", "blocked", "authentication", "failed")
wordings = st.builds(
    lambda head, words: " ".join([head, *words]),
    st.sampled_from(("550 5.7.1", "421", "Error:", "sending failed:")),
    st.lists(st.sampled_from(SPEECH) | st.text("bdgklmnoprtu", min_size=5, max_size=9), min_size=4, max_size=9),
)
taught_entries = st.lists(wordings, min_size=1, max_size=4, unique_by=lambda wording: wording.split(" ", 1)[1]).map(
    lambda taught: [entry(f"ours-{number}", signatures=(wording,)) for number, wording in enumerate(taught)]
)


@settings(max_examples=40, deadline=None)
@given(own=taught_entries, other=st.sampled_from(SHIPPED))
def test_every_wording_finds_what_a_matcher_of_all_entries_finds(
    shipped: Matcher, own: list[Entry], other: Entry
) -> None:
    team, whole = with_taught(shipped, own), Matcher.of([*SHIPPED, *own])
    for wording in (wording for one in (*own, other) for wording in one.signatures):
        found, expected = matches(team, wording), matches(whole, wording)
        assert found[0].entry is expected[0].entry
        assert found[0].score >= expected[0].score - 0.05


def test_what_was_taught_is_found_by_its_very_words_whoever_seems_to_speak(shipped: Matcher) -> None:
    wording = "Relais Brambory odmítl zásilku"
    (found, *_) = with_taught(shipped, [entry("ours", signatures=(wording,))]).rank(read(wording)).matches
    assert found.entry.slug == "ours"
    assert found.score > 0.95
    assert found.heard >= THRESHOLD


def test_what_was_taught_goes_before_what_is_shipped_for_the_same_words() -> None:
    wording = "550 5.7.1 refused by the gsmtp relay"
    shipped = entry("a", signatures=(wording,), code="550", enhanced_code="5.7.1", provider="gmail")
    ours = entry("b", signatures=(wording,))
    team = Matcher.of([shipped]).extended(
        [ours], {shipped.id: shipped, ours.id: ours}.__getitem__, taught={(ours.id, wording)}
    )
    assert [match.entry for match in matches(team, wording)] == [ours, shipped]


def test_an_entry_that_the_team_changed_takes_the_place_of_the_shipped_one() -> None:
    shipped = entry("a", signatures=("550 5.7.1 refused by relay",))
    changed = shipped.model_copy(update={"signatures": (*shipped.signatures, "550 5.7.1 goat in the cable")})
    whole = Matcher.of([shipped])
    team = whole.extended([changed], {changed.id: changed}.__getitem__, taught={(changed.id, changed.signatures[-1])})
    for wording in changed.signatures:
        assert [match.entry for match in matches(team, wording)] == [changed]
    assert matches(whole, "550 5.7.1 goat in the cable") == ()


def with_taught(shipped: Matcher, own: list[Entry]) -> Matcher:
    """A team's matcher, in which all wordings of `own` are new."""
    by_id = {one.id: one for one in (*SHIPPED, *own)}
    taught = {(one.id, wording) for one in own for wording in one.signatures}
    return shipped.extended(own, by_id.__getitem__, taught=taught)


def matches(matcher: Matcher, paste: str) -> tuple[Match, ...]:
    return matcher.rank(read(paste)).matches
