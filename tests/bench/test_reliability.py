"""The table and the diagram of how far scores can be believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import diagram, reliability
from knowledge.evaluation import Case
from knowledge.model import Category

CASES = [
    Case("1", "535 5.7.8 Authentication credentials invalid", frozenset({Category.AUTH_ERROR})),
    Case("2", "552 5.2.2 Mailbox full", frozenset({Category.MAILBOX_FULL})),
    Case("3", "Lunch?", frozenset()),
]


def test_the_diagram_is_drawn_where_matplotlib_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    file = tmp_path / "new" / "reliability.svg"
    reliability.measure(CASES, diagram=file)
    told = capsys.readouterr().out
    assert "expected calibration error" in told
    assert "reached" in told
    assert file.read_text(encoding="utf-8").startswith("<?xml")
    assert "what the score claims" in file.read_text(encoding="utf-8")


def test_without_matplotlib_the_table_comes_with_a_line_that_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def draw(*_: object) -> None:
        raise ImportError

    monkeypatch.setattr(reliability, "draw", draw)
    reliability.measure(CASES, diagram=tmp_path / "reliability.svg")
    told = capsys.readouterr().out
    assert "expected calibration error" in told
    assert [line for line in told.splitlines() if "make bench" in line] == [
        "The reliability diagram is left out: matplotlib is not installed; `make bench`, "
        "or pip install -r requirements-bench.txt"
    ]


def test_the_picture_lies_where_git_does_not_look() -> None:
    assert reliability.DIAGRAM.parent.name == "build"
    ignored = (reliability.DIAGRAM.parents[1] / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "/build/" in ignored
    assert diagram.draw is reliability.draw
