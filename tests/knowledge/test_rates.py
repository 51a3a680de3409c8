"""The written rule for rates, docs/rates.md, and its figures in the code are the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.rates import AMBIGUITY, CONFIDENCES, FAIL_RATES, LEEWAY, SUCCESS_RATES, Row, in_rule, needs_source

PAGE = (Path(__file__).parents[2] / "docs" / "rates.md").read_text(encoding="utf-8")
TABLES = {
    "Success rate of a workaround": SUCCESS_RATES,
    "Fail rate of a dead end": FAIL_RATES,
    "Confidence of an entry": CONFIDENCES,
}


@pytest.mark.parametrize(("title", "rows"), TABLES.items(), ids=TABLES)
def test_each_table_on_the_page_has_the_rows_of_the_code_in_the_same_order(title: str, rows: tuple[Row, ...]) -> None:
    section = PAGE.split(f"## {title}\n")[1].split("\n## ")[0]
    written = re.findall(r"^\| (.+?) \| (0\.\d\d) \|(?: (yes|no) \|)?$", section, re.MULTILINE)
    assert [(behind, float(rate), sourced != "no") for behind, rate, sourced in written] == list(rows)


def test_the_page_names_the_leeway_and_what_an_ambiguous_cause_costs() -> None:
    assert f"at most {LEEWAY:.2f} within its row" in PAGE
    assert f"minus {AMBIGUITY:.2f} when the cause cannot be told" in PAGE


def test_a_rate_may_be_moved_by_the_leeway_and_no_further() -> None:
    assert in_rule(0.88, [0.92])
    assert in_rule(0.96, [0.92])
    assert not in_rule(0.87, [0.92])
    assert not in_rule(0.97, [0.92])


def test_a_rate_needs_a_source_unless_it_may_come_from_a_row_without_one() -> None:
    rows = (Row("said", 0.9, sourced=True), Row("reasoned", 0.95, sourced=False))
    assert needs_source(0.9, rows)
    assert not needs_source(0.92, rows)
    assert not needs_source(0.95, rows)
    assert not needs_source(0.5, rows)
