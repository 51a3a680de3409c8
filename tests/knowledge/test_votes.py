"""From what people did to their cards to standing votes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.conversation import Face, Place, face_at
from knowledge.errors import InputError
from knowledge.votes import Mark, Signal, Verdict, Vote, mark, standing_votes

CARD = Place("T1", "C1", "1700000000.000000")
FIRST = Face(100, "communication/a", ("app-password", "oauth"))
SECOND = Face(200, "communication/b", ("oauth", "wait", "port"))

MOMENTS = st.integers(90, 260)
MARKS = st.builds(
    Mark,
    voter=st.sampled_from(["U1", "U2"]),
    name=st.sampled_from(["+1", "+1::skin-tone-2", "-1", "one", "button:answer"]),
    target=st.sampled_from(["answer", "match", "known", "rank:1", "rank:3", "workaround:oauth"]),
    verdict=st.sampled_from(Verdict),
    event_us=MOMENTS,
)
REGISTERS = st.lists(MARKS, unique_by=lambda one: (one.voter, one.name, one.target), max_size=12)


def said(target: str, moment: int, verdict: Verdict = Verdict.WORKED, *, name: str = "+1", voter: str = "U1") -> Mark:
    return Mark(voter, name, target, verdict, moment)


@given(REGISTERS, st.data())
def test_the_order_of_marks_and_faces_does_not_matter(marks: list[Mark], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(marks))
    assert standing_votes(shuffled, [SECOND, FIRST]) == standing_votes(marks, [FIRST, SECOND])


@given(REGISTERS)
def test_a_person_has_one_vote_on_each_thing(marks: list[Mark]) -> None:
    votes = standing_votes(marks, [FIRST, SECOND])
    assert len(votes) == len({(vote.voter, vote.entry_id, vote.target) for vote in votes})


@given(REGISTERS)
def test_what_was_taken_back_is_as_if_it_had_never_been(marks: list[Mark]) -> None:
    standing = [one for one in marks if one.verdict is not Verdict.WITHDRAWN]
    assert standing_votes(marks, [FIRST, SECOND]) == standing_votes(standing, [FIRST, SECOND])


@given(REGISTERS, MOMENTS, st.data())
def test_who_takes_everything_back_leaves_reactions_and_what_was_pressed_later(
    marks: list[Mark], moment: int, data: st.DataObject
) -> None:
    gone = Mark("U1", "button:take-back", "everything", Verdict.WITHDRAWN, moment)
    left = [one for one in marks if one.voter != "U1" or one.name != "button:answer" or one.event_us > moment]
    shuffled = data.draw(st.permutations([*marks, gone]))
    assert standing_votes(shuffled, [FIRST, SECOND]) == standing_votes(left, [FIRST, SECOND])


@pytest.mark.parametrize(
    "reason",
    [said("match", 115, Verdict.FAILED, name="button:match"), said("known", 250, name="button:known")],
)
def test_a_vote_against_an_answer_that_was_not_the_fixs_fault_is_none(reason: Mark) -> None:
    face = FIRST if reason.target == "match" else SECOND
    down = said("answer", reason.event_us + 5, Verdict.FAILED, name="-1")
    (vote,) = standing_votes([down, reason], [FIRST, SECOND])
    assert (vote.entry_id, vote.target) == (face.entry_id, reason.target)
    others = said("answer", reason.event_us + 5, Verdict.FAILED, name="-1", voter="U2")
    assert len(standing_votes([others, reason], [FIRST, SECOND])) == 2
    withdrawn = Mark("U1", reason.name, reason.target, Verdict.WITHDRAWN, reason.event_us + 9)
    (vote,) = standing_votes([down, withdrawn], [FIRST, SECOND])
    assert (vote.target, vote.worked) == ("answer", False)


def test_a_wrong_match_leaves_the_vote_against_the_entry_that_the_card_showed_next() -> None:
    marks = [said("match", 150, Verdict.FAILED, name="button:match"), said("answer", 250, Verdict.FAILED, name="-1")]
    assert {vote.entry_id for vote in standing_votes(marks, [FIRST, SECOND]) if vote.target == "answer"} == {
        "communication/b"
    }


@given(REGISTERS)
def test_one_persons_marks_never_change_anothers_votes(marks: list[Mark]) -> None:
    alone = standing_votes([one for one in marks if one.voter == "U1"], [FIRST, SECOND])
    assert alone == {vote for vote in standing_votes(marks, [FIRST, SECOND]) if vote.voter == "U1"}


@given(REGISTERS)
def test_without_a_face_nothing_is_a_vote(marks: list[Mark]) -> None:
    assert standing_votes(marks, []) == frozenset()
    assert standing_votes(marks, [Face(0, None, ())]) == frozenset()


def test_of_two_carriers_the_later_is_the_vote_and_the_earlier_stands_again_when_that_one_goes() -> None:
    up, down = said("answer", 110), said("answer", 120, Verdict.FAILED, name="-1")
    assert standing_votes([up, down], [FIRST]) == {Vote("U1", "communication/a", "answer", worked=False, voted_us=120)}
    gone = said("answer", 130, Verdict.WITHDRAWN, name="-1")
    assert standing_votes([up, gone], [FIRST]) == {Vote("U1", "communication/a", "answer", worked=True, voted_us=110)}


def test_a_number_means_the_workaround_that_had_it_when_the_vote_was_made() -> None:
    marks = [said("rank:1", 150, name="one"), said("rank:1", 250, name="one", voter="U2")]
    assert standing_votes(marks, [FIRST, SECOND]) == {
        Vote("U1", "communication/a", "workaround:app-password", worked=True, voted_us=150),
        Vote("U2", "communication/b", "workaround:oauth", worked=True, voted_us=250),
    }


def test_a_number_that_the_card_did_not_have_is_no_vote() -> None:
    assert standing_votes([said("rank:3", 150, name="three")], [FIRST, SECOND]) == frozenset()


def test_a_number_and_a_button_for_one_workaround_are_one_vote() -> None:
    marks = [said("rank:2", 110, name="two"), said("workaround:oauth", 120, Verdict.FAILED, name="button:workaround")]
    assert standing_votes(marks, [FIRST]) == {
        Vote("U1", "communication/a", "workaround:oauth", worked=False, voted_us=120)
    }


def test_votes_on_two_entries_that_one_card_showed_are_two_votes() -> None:
    marks = [said("answer", 150, Verdict.FAILED, name="-1"), said("answer", 250)]
    assert standing_votes(marks, [FIRST, SECOND]) == {
        Vote("U1", "communication/a", "answer", worked=False, voted_us=150),
        Vote("U1", "communication/b", "answer", worked=True, voted_us=250),
    }


def test_the_press_that_changes_a_card_belongs_to_what_it_showed_before() -> None:
    assert face_at([FIRST, SECOND], SECOND.since_us) == FIRST
    assert face_at([FIRST, SECOND], SECOND.since_us + 1) == SECOND


def test_who_acts_before_the_first_face_has_seen_the_first() -> None:
    assert face_at([SECOND, FIRST], 0) == FIRST
    assert face_at([], 0) is None


@pytest.mark.parametrize("target", ["", "rank:0", "rank:10", "workaround:", "workaround:Not a key", "title", "answer "])
def test_a_target_that_no_card_has_is_refused_in_one_line(target: str) -> None:
    with pytest.raises(InputError, match="nothing to vote on"):
        mark(Signal(CARD, "U1", "+1", target, worked=True, event_ts="1700000001.000000"))


@pytest.mark.parametrize("target", ["answer", "match", "rank:9", "workaround:app-password", "dead-end:retype"])
def test_what_a_card_has_can_be_voted_on(target: str) -> None:
    made = mark(Signal(CARD, "U1", "+1", target, worked=None, event_ts="1.5"))
    assert made == Mark("U1", "+1", target, Verdict.WITHDRAWN, 1_500_000)
