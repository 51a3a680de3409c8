"""Rates: what the formula promises."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import evidence, moment
from knowledge.evidence import CAP, CREDIBLE, HALF_LIFE_PERIODS, PERIOD_US, Ballot, Rate, posterior, prior, tally

DOCS = (Path(__file__).parents[2] / "docs" / "evidence.md").read_text(encoding="utf-8")
FRACTIONS = st.floats(0, 1)
COUNTS = st.integers(0, 10_000)
PRIORS = st.builds(prior, FRACTIONS, confidence=FRACTIONS, evidence=COUNTS)
DAY_US = 24 * 3_600 * 1_000_000
YEAR = 13
"""Periods of 28 days, less a day."""
BALLOTS = st.lists(
    st.tuples(st.integers(0, YEAR), st.integers(0, 60), st.integers(0, 60))
    .filter(lambda one: one[1] + one[2] > 0)
    .map(lambda one: Ballot(*one)),
    max_size=8,
)
MOMENTS = st.integers(YEAR, 3 * YEAR).map(lambda period: period * PERIOD_US)


@given(PRIORS)
def test_without_votes_the_curated_rate_stays_bit_for_bit(curated: Rate) -> None:
    assert posterior(curated, worked=0, failed=0) == curated


@given(PRIORS, COUNTS, COUNTS)
def test_a_rate_never_leaves_its_range(curated: Rate, worked: int, failed: int) -> None:
    rate = posterior(curated, worked=worked, failed=failed)
    assert 0 <= rate.mean <= 1
    assert rate.strength >= curated.strength


@given(PRIORS, COUNTS, COUNTS)
def test_a_vote_for_it_never_lowers_a_rate_and_one_against_never_raises_it(
    curated: Rate, worked: int, failed: int
) -> None:
    before = posterior(curated, worked=worked, failed=failed).mean
    assert posterior(curated, worked=worked + 1, failed=failed).mean >= before - 1e-12
    assert posterior(curated, worked=worked, failed=failed + 1).mean <= before + 1e-12


@given(PRIORS, st.floats(0, 1))
def test_votes_win_in_the_end(curated: Rate, share: float) -> None:
    votes = 100_000
    worked = round(share * votes)
    assert posterior(curated, worked=worked, failed=votes - worked).mean == pytest.approx(worked / votes, abs=0.001)


@given(BALLOTS, MOMENTS, st.data())
def test_what_votes_weigh_depends_on_no_order(ballots: list[Ballot], now_us: int, data: st.DataObject) -> None:
    assert tally(data.draw(st.permutations(ballots)), now_us=now_us) == tally(ballots, now_us=now_us)


@given(BALLOTS, MOMENTS)
def test_the_votes_of_one_person_in_one_period_never_weigh_more_than_two(ballots: list[Ballot], now_us: int) -> None:
    counted = tally(ballots, now_us=now_us)
    weight = counted.worked_weight + counted.failed_weight
    assert weight <= min(counted.votes, CAP * len(ballots)) + 1e-9


@given(PRIORS, st.integers(2, 1_000))
def test_one_person_with_many_votes_moves_a_rate_as_far_as_two_votes_do(curated: Rate, count: int) -> None:
    loud = tally([Ballot(YEAR, 0, count)], now_us=YEAR * PERIOD_US)
    after = posterior(curated, worked=loud.worked_weight, failed=loud.failed_weight)
    assert after.mean == pytest.approx(posterior(curated, worked=0, failed=2).mean)


@given(BALLOTS, st.integers(0, YEAR), st.integers(0, 60), st.integers(0, 60), MOMENTS)
def test_one_more_vote_for_it_never_takes_weight_from_it_nor_gives_any_to_the_other_side(
    others: list[Ballot], period: int, worked: int, failed: int, now_us: int
) -> None:
    before = tally([*others, *([Ballot(period, worked, failed)] if worked + failed else [])], now_us=now_us)
    after = tally([*others, Ballot(period, worked + 1, failed)], now_us=now_us)
    assert after.worked_weight >= before.worked_weight - 1e-9
    assert after.failed_weight <= before.failed_weight + 1e-9


@given(BALLOTS, MOMENTS)
def test_a_year_of_thirteen_periods_leaves_a_quarter_of_every_vote(ballots: list[Ballot], now_us: int) -> None:
    now, later = tally(ballots, now_us=now_us), tally(ballots, now_us=now_us + YEAR * PERIOD_US)
    assert later.votes == now.votes
    assert later.worked_weight == pytest.approx(now.worked_weight / 4)
    assert later.failed_weight == pytest.approx(now.failed_weight / 4)


@given(st.integers(0, 28 * 24 - 1))
def test_after_182_days_a_vote_weighs_half_to_a_period(hour: int) -> None:
    cast_us = YEAR * PERIOD_US + hour * DAY_US // 24
    weight = tally([Ballot(cast_us // PERIOD_US, 1, 0)], now_us=cast_us + 182 * DAY_US).worked_weight
    assert 2 ** -(7 / 6.5) <= weight <= 2 ** -(6 / 6.5)


def test_a_vote_from_a_clock_that_runs_ahead_weighs_one() -> None:
    assert tally([Ballot(YEAR, 1, 0)], now_us=0).worked_weight == 1


@given(PRIORS, COUNTS, COUNTS)
def test_an_interval_lies_within_the_range(curated: Rate, worked: int, failed: int) -> None:
    low, high = posterior(curated, worked=worked, failed=failed).interval
    assert 0 <= low <= high <= 1


@given(st.floats(0.05, 0.95), st.floats(4, 500))
def test_the_more_is_known_the_narrower_is_the_interval(mean: float, strength: float) -> None:
    little, much = Rate(mean, strength).interval, Rate(mean, 4 * strength).interval
    assert much.high - much.low < little.high - little.low


def test_the_interval_of_the_reference_entry_and_of_certainties() -> None:
    low, high = prior(0.9, confidence=0.88, evidence=1).interval
    assert (f"{low:.0%}", f"{high:.0%}") == ("69%", "100%")
    assert Rate(1, 8).interval == (1, 1)
    assert Rate(0, 8).interval == (0, 0)


@given(FRACTIONS, FRACTIONS, COUNTS)
def test_more_confidence_and_more_evidence_never_make_a_prior_weaker(
    mean: float, confidence: float, evidence: int
) -> None:
    strength = prior(mean, confidence=confidence, evidence=evidence).strength
    assert prior(mean, confidence=1, evidence=evidence).strength >= strength
    assert prior(mean, confidence=confidence, evidence=evidence + 1).strength >= strength
    assert 1 <= strength <= 40


@pytest.mark.parametrize("percent", [90, 95, 85, 92, 80, 72])
def test_one_vote_is_seen_on_the_card_of_a_new_entry(percent: int) -> None:
    """In whole per cent, at the usual confidence and evidence."""
    after = posterior(prior(percent / 100, confidence=0.88, evidence=1), worked=1, failed=0)
    assert f"{after.mean:.0%}" != f"{percent}%"


@pytest.mark.parametrize(("mean", "strength"), [(-0.1, 1), (1.1, 1), (0.5, 0), (float("nan"), 1)])
def test_what_is_no_rate_cannot_be_made(mean: float, strength: float) -> None:
    with pytest.raises(ValueError, match="no rate"):
        Rate(mean=mean, strength=strength)


def test_counts_below_zero_are_refused() -> None:
    with pytest.raises(ValueError, match="votes cannot be negative"):
        posterior(Rate(mean=0.5, strength=1), worked=-1, failed=0)


def test_the_table_in_the_docs_is_what_the_formula_gives() -> None:
    rows = re.findall(r"^\| (\d+) % \| ([\d.]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+ %) \|$", DOCS, re.MULTILINE)
    assert len(rows) == 7
    for percent, confidence, observations, worked, failed, shown in rows:
        curated = prior(int(percent) / 100, confidence=float(confidence), evidence=int(observations))
        after = posterior(curated, worked=int(worked), failed=int(failed))
        assert f"{after.mean * 100:.0f} %" == shown, (percent, worked, failed)


def test_the_table_of_ranges_in_the_docs_is_what_the_distribution_gives() -> None:
    rows = re.findall(
        r"^\| (\d+) % \| ([\d.]+) \| (\d+) \| (\d+) \| (\d+) \| \d+ % \| (\d+)–(\d+) % \|$", DOCS, re.MULTILINE
    )
    assert len(rows) == 4
    for percent, confidence, observations, worked, failed, low, high in rows:
        curated = prior(int(percent) / 100, confidence=float(confidence), evidence=int(observations))
        found = posterior(curated, worked=int(worked), failed=int(failed)).interval
        assert [f"{share * 100:.0f}" for share in found] == [low, high], (percent, worked, failed)


def test_the_docs_name_the_cap_the_period_and_the_half_life() -> None:
    assert f"min(1, {CAP} / cast) · 2^(-age / {HALF_LIFE_PERIODS})" in DOCS
    assert f"periods of {PERIOD_US // DAY_US} days" in DOCS
    assert f"half after {round(HALF_LIFE_PERIODS * PERIOD_US / DAY_US)} days" in DOCS
    assert f"probability of {CREDIBLE:.0%}".replace("%", " %") in DOCS


def test_the_examples_in_the_docstrings_run() -> None:
    assert doctest.testmod(evidence).failed == 0
    assert doctest.testmod(moment).failed == 0
