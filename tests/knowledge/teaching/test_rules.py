"""Nothing is known that no second person approved; whoever may not, or comes too late, changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import files
from knowledge.teaching import rules
from knowledge.teaching.model import Addition, Body, Lesson, Revision, State, Teaching
from knowledge.teaching.rules import Step, TeachingRefusedError

REFERENCE = files.read(files.ENTRIES / "replies" / "smtp-535-authentication-credentials-invalid.yaml")
PEOPLE = st.sampled_from(["U1", "U2", "U3"])
DEEDS = st.lists(st.tuples(st.sampled_from(["approve", "reject", "edit", "retire", "undo"]), PEOPLE), max_size=20)


def lesson(by: str, wording: str) -> Lesson:
    """What `by` wrote."""
    return Lesson(knowledge=Addition(entry_id=REFERENCE.id, signatures=(wording,)), by=by)


def proposed(by: str = "U1") -> list[Teaching]:
    """The history of what `by` has just proposed."""
    revision = Revision(1, State.PROPOSED, Body(lesson=lesson(by, "first wording")), by, 1)
    return [Teaching("T1", "V1", by, revision)]


def step_of(history: list[Teaching], deed: str, by: str) -> Step:
    """What `deed` of `by` makes of what stands last in `history`."""
    latest = history[-1]
    steps: dict[str, Callable[[], Step]] = {
        "approve": lambda: rules.approved(latest, by=by, own=False),
        "reject": lambda: rules.rejected(latest),
        "edit": lambda: rules.edited(latest, lesson(by, f"wording {len(history)} of {by}")),
        "retire": lambda: rules.retired(latest),
        "undo": lambda: rules.undone(history[-2].revision if len(history) > 1 else None),
    }
    return steps[deed]()


def after(history: list[Teaching], deed: str, by: str) -> Teaching:
    """The teaching after `deed` of `by`."""
    latest, step = history[-1], step_of(history, deed, by)
    return replace(latest, revision=Revision(latest.revision.number + 1, step.state, step.body, by, 1))


@given(DEEDS)
def test_nothing_is_known_but_what_somebody_else_than_its_writer_approved(deeds: list[tuple[str, str]]) -> None:
    history = proposed()
    approved: list[object] = []
    for deed, by in deeds:
        latest = history[-1]
        try:
            now = after(history, deed, by)
        except TeachingRefusedError:
            continue
        if deed == "approve":
            assert latest.revision.body.latest.by != by
            approved.append(latest.knowledge)
        assert now.in_force is None or now.in_force in approved
        assert now.waits == (now.state in {State.PROPOSED, State.AMENDED})
        history.append(now)


@given(DEEDS, PEOPLE, PEOPLE)
def test_undoing_puts_back_what_was_known_whatever_was_done(
    deeds: list[tuple[str, str]], last: str, undoing: str
) -> None:
    history = proposed()
    for deed, by in [*deeds, ("edit", last)]:
        try:
            history.append(after(history, deed, by))
        except TeachingRefusedError:
            continue
    if len(history) > 1:
        undone = after(history, "undo", undoing)
        assert (undone.state, undone.revision.body) == (history[-2].state, history[-2].revision.body)


def test_a_change_waits_while_what_was_approved_is_known_and_a_rejected_one_leaves_it() -> None:
    history = proposed("U1")
    for deed, by in [("approve", "U2"), ("edit", "U1")]:
        history.append(after(history, deed, by))
    assert history[-1].state is State.AMENDED
    assert history[-1].in_force == lesson("U1", "first wording").knowledge
    assert history[-1].knowledge != history[-1].in_force
    rejected = after(history, "reject", "U2")
    assert (rejected.state, rejected.knowledge) == (State.APPROVED, history[-1].in_force)


@pytest.mark.parametrize(
    ("done", "deed", "why"),
    [
        ([("approve", "U2")], "approve", "already approved"),
        ([("approve", "U2")], "reject", "already approved"),
        ([("reject", "U2")], "approve", "already rejected"),
        ([("approve", "U2"), ("retire", "U2")], "approve", "retired"),
        ([("approve", "U2"), ("retire", "U2")], "edit", "retired"),
        ([("approve", "U2"), ("retire", "U2")], "retire", "retired"),
        ([], "retire", "not in use"),
        ([], "undo", "nothing before"),
    ],
)
def test_what_may_not_be_is_refused_in_a_sentence(done: list[tuple[str, str]], deed: str, why: str) -> None:
    history = proposed()
    for one, by in done:
        history.append(after(history, one, by))
    with pytest.raises(TeachingRefusedError, match=why):
        after(history, deed, "U3")
