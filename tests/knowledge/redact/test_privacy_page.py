"""The page about privacy says what the code does: each rule has its row, and each example comes out as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.redact import redact
from knowledge.redact.rules import LINE_RULES, TEXT_RULES

PAGE = (Path(__file__).parents[3] / "docs/privacy.md").read_text(encoding="utf-8")
ROWS = [re.findall(r"`([^`]+)`", row) for row in re.findall(r"^\| `.+$", PAGE, re.MULTILINE)]
STAYING = re.findall(r"^\| [A-Z].* \| `([^`]+)` \|$", PAGE, re.MULTILINE)


def test_every_rule_has_its_row_in_the_order_of_the_code() -> None:
    assert [row[0] for row in ROWS] == [rule.name for rule in (*TEXT_RULES, *LINE_RULES)]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_every_example_comes_out_as_the_page_says(row: list[str]) -> None:
    example, left = (text.replace("⏎", "\n") for text in row[-2:])
    assert redact(example) == left


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_every_example_is_its_own_rules_work(row: list[str]) -> None:
    example = row[-2].replace("⏎", "\n")
    whole = {rule.name: rule for rule in TEXT_RULES}
    lines = {rule.name: rule for rule in LINE_RULES}
    changed = (
        whole[row[0]].rewrite(example)
        if row[0] in whole
        else "\n".join(map(lines[row[0]].rewrite, example.split("\n")))
    )
    assert changed != example


@pytest.mark.parametrize("example", STAYING)
def test_what_stays_stays(example: str) -> None:
    assert redact(example) == example


def test_the_page_has_both_tables() -> None:
    assert len(ROWS) == len(TEXT_RULES) + len(LINE_RULES)
    assert STAYING
