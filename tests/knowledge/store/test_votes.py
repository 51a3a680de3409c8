"""Votes in the store: what was counted is what stands, whatever came in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.conversation import Face, Place
from knowledge.evidence import PERIOD_US, Tally
from knowledge.store import Session, Store, open_store, votes
from knowledge.votes import Mark, Verdict, standing_votes

CARD = Place("T1", "C1", "1700000000.000000")
ENTRY, OTHER = "communication/a", "communication/b"
NOW_US = 1_000
FACES = [Face(100, ENTRY, ("app-password", "oauth")), Face(200, OTHER, ("oauth",)), Face(300, None, ())]

MARKS = st.builds(
    Mark,
    voter=st.sampled_from(["U1", "U2", "U3"]),
    name=st.sampled_from(["+1", "+1::skin-tone-4", "-1", "one", "button:match"]),
    target=st.sampled_from(["answer", "match", "rank:1", "rank:2", "workaround:oauth"]),
    verdict=st.sampled_from(Verdict),
    event_us=st.integers(95, 310),
)
Event = Callable[[Session], None]


def marked(mark: Mark, card: Place = CARD) -> Event:
    def event(session: Session) -> None:
        if votes.put_mark(session, card, mark):
            votes.recount(session, card, mark.voter)

    return event


def shown(face: Face, card: Place = CARD) -> Event:
    def event(session: Session) -> None:
        votes.add_face(session, card, face)
        votes.recount_all(session, card)

    return event


def tallies_after(events: Iterable[Event]) -> dict[str, dict[str, Tally]]:
    """The tallies of both entries once `events` were stored, each in its own transaction; empty ones left out."""
    store = open_store(":memory:")
    for event in events:
        with store.writing() as session:
            event(session)
    with store.reading() as session:
        found = {entry: votes.tallies(session, "T1", entry, now_us=NOW_US) for entry in (ENTRY, OTHER)}
        at_once = votes.tallies_of(session, "T1", (ENTRY, OTHER), now_us=NOW_US)
    assert at_once == {entry: tallies for entry, tallies in found.items() if tallies}
    store.close()
    return {entry: {target: tally for target, tally in of.items() if tally.votes} for entry, of in found.items()}


def counted(marks: Iterable[Mark]) -> dict[str, dict[str, Tally]]:
    """The same, worked out on paper: the last mark of each carrier, then each person's last word on each thing."""
    last: dict[tuple[str, str, str], Mark] = {}
    for mark in sorted(marks, key=lambda one: (one.event_us, one.verdict)):
        last[mark.voter, mark.name, mark.target] = mark
    found: dict[str, dict[str, list[bool]]] = {ENTRY: defaultdict(list), OTHER: defaultdict(list)}
    for vote in standing_votes(last.values(), FACES):
        found[vote.entry_id][vote.target].append(vote.worked)
    return {
        entry: {target: fresh(said.count(True), said.count(False)) for target, said in of.items()}
        for entry, of in found.items()
    }


def fresh(worked: int, failed: int = 0) -> Tally:
    """So many votes, each of another person or card, all of today."""
    return Tally(worked, failed, float(worked), float(failed))


@settings(deadline=None)
@given(st.lists(MARKS, max_size=10), st.data())
def test_any_order_repetition_and_lateness_gives_the_same_tallies(marks: list[Mark], data: st.DataObject) -> None:
    events = [*map(marked, marks), *map(shown, FACES)]
    again = data.draw(st.lists(st.sampled_from(events), max_size=10))
    assert tallies_after(data.draw(st.permutations(events + again))) == counted(marks)


@settings(deadline=None)
@given(st.lists(MARKS, max_size=8), MARKS)
def test_a_vote_that_is_taken_back_leaves_every_tally_as_it_was(marks: list[Mark], mark: Mark) -> None:
    new = Mark(mark.voter, "+1::skin-tone-6", mark.target, Verdict.WORKED, mark.event_us)
    gone = Mark(mark.voter, "+1::skin-tone-6", mark.target, Verdict.WITHDRAWN, mark.event_us + 1)
    before = [*map(shown, FACES), *map(marked, marks)]
    assert tallies_after([*before, marked(new), marked(gone)]) == tallies_after(before)


def test_an_event_that_is_older_than_the_last_word_changes_nothing_and_says_so(store: Store) -> None:
    late = Mark("U1", "+1", "answer", Verdict.WORKED, 110)
    with store.writing() as session:
        assert votes.put_mark(session, CARD, Mark("U1", "+1", "answer", Verdict.WITHDRAWN, 120))
        assert not votes.put_mark(session, CARD, late)
        assert not votes.put_mark(session, CARD, Mark("U1", "+1", "answer", Verdict.WITHDRAWN, 120))


def test_the_same_moment_twice_is_decided_alike_in_both_orders() -> None:
    both = [Mark("U1", "+1", "answer", Verdict.WORKED, 110), Mark("U1", "+1", "answer", Verdict.FAILED, 110)]
    results = [tallies_after([shown(FACES[0]), *map(marked, order)]) for order in (both, both[::-1])]
    assert results[0] == results[1] == {ENTRY: {"answer": fresh(0, 1)}, OTHER: {}}


@pytest.mark.parametrize("other", [CARD._replace(team="T2"), CARD._replace(channel="C2"), CARD._replace(ts="9.0")])
def test_a_person_has_one_vote_on_each_card_and_teams_never_meet(store: Store, other: Place) -> None:
    mark = Mark("U1", "+1", "answer", Verdict.WORKED, 110)
    with store.writing() as session:
        for card in (CARD, other):
            shown(FACES[0], card)(session)
            marked(mark, card)(session)
        expected = 2 if other.team == "T1" else 1
        assert votes.tallies(session, "T1", ENTRY, now_us=NOW_US) == {"answer": fresh(expected)}


def voted(session: Session, *, card: int, voter: str, at_us: int, worked: bool = True) -> None:
    """`voter` judges the answer on the `card` of that number, which shows ENTRY."""
    place = CARD._replace(ts=f"{card}.000000")
    shown(FACES[0], place)(session)
    marked(Mark(voter, "+1", "answer", Verdict.WORKED if worked else Verdict.FAILED, at_us), place)(session)


def test_the_votes_of_one_person_on_fifty_cards_count_as_two_and_those_of_two_people_as_four(store: Store) -> None:
    with store.writing() as session:
        for card in range(50):
            voted(session, card=card, voter="U1", at_us=PERIOD_US + card)
        assert votes.tallies(session, "T1", ENTRY, now_us=PERIOD_US + 99) == {"answer": Tally(2, 0, 2.0, 0.0)}
        for card in range(50):
            voted(session, card=card, voter="U2", at_us=PERIOD_US + card, worked=card % 2 == 0)
        assert votes.tallies(session, "T1", ENTRY, now_us=PERIOD_US + 99) == {"answer": Tally(3, 1, 3.0, 1.0)}


def test_what_the_rates_rested_on_at_a_moment_leaves_later_votes_out(store: Store) -> None:
    with store.writing() as session:
        for card, at_us in enumerate((100, 200, 300)):
            voted(session, card=card, voter=f"U{card}", at_us=at_us)
        for since_us, count in ((0, 0), (200, 1), (201, 2)):
            found = votes.moved(session, "T1", "answer", since_us=since_us, now_us=NOW_US)
            assert found == {ENTRY: votes.Moved(before=fresh(count), now=fresh(3))}
        assert votes.moved(session, "T1", "answer", since_us=301, now_us=NOW_US) == {}
