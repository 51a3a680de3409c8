"""An entry with its rates."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import files
from knowledge.evidence import Tally
from knowledge.model import Entry
from knowledge.rating import rated_entry


def cast(worked: int = 0, failed: int = 0) -> Tally:
    """So many votes, all cast today."""
    return Tally(worked, failed, float(worked), float(failed))


@pytest.fixture(scope="module")
def reference(few: Path) -> Entry:
    (entry,) = files.read_all(files.paths(few))
    return entry


def test_without_votes_the_reference_entry_shows_its_published_figures_in_its_published_order(reference: Entry) -> None:
    rated = rated_entry(reference, {})
    assert (rated.rate.mean, rated.entry.confidence, rated.entry.evidence) == (0.90, 0.88, 1)
    assert [fix.rate.mean for fix in rated.workarounds] == [0.95, 0.85, 0.90]
    assert [dead_end.rate.mean for dead_end in rated.dead_ends] == [0.70, 0.85, 0.75]
    assert rated.votes == sum(fix.votes for fix in rated.workarounds) == 0


def test_votes_on_the_answer_move_the_fix_rate_and_nothing_else(reference: Entry) -> None:
    rated = rated_entry(reference, {"answer": cast(worked=9, failed=2)})
    assert (rated.worked, rated.votes) == (9, 11)
    assert rated.rate.mean == pytest.approx((7.92 * 0.90 + 9) / (7.92 + 11))
    assert [fix.rate.mean for fix in rated.workarounds] == [0.95, 0.85, 0.90]


def test_one_vote_on_a_workaround_brings_all_into_the_order_of_their_rates(reference: Entry) -> None:
    rated = rated_entry(reference, {"workaround:oauth": cast(worked=1)})
    assert [fix.fix.key for fix in rated.workarounds] == ["app-password", "verify-by-hand", "oauth"]


def test_a_workaround_that_fails_here_sinks_below_the_others(reference: Entry) -> None:
    rated = rated_entry(reference, {"workaround:app-password": cast(failed=3)})
    assert [fix.fix.key for fix in rated.workarounds] == ["verify-by-hand", "oauth", "app-password"]
    assert rated.rate.mean == 0.90


def test_not_my_error_lowers_no_rate(reference: Entry) -> None:
    assert rated_entry(reference, {"match": cast(failed=100)}) == rated_entry(reference, {})


def test_a_dead_end_that_worked_for_somebody_fails_less_often(reference: Entry) -> None:
    retype = rated_entry(reference, {"dead-end:retype": cast(worked=1)}).dead_ends[0]
    assert (retype.dead_end.key, retype.votes) == ("retype", 1)
    assert retype.rate.mean < 0.70


def test_a_tally_of_a_workaround_that_is_gone_is_left_alone(reference: Entry) -> None:
    assert rated_entry(reference, {"workaround:gone": cast(worked=5)}).votes == 0
